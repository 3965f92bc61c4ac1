"""Whether a message stands by itself, or only makes sense after what was said before."""

from dataclasses import dataclass
from itertools import pairwise

from indexes.name_words import name_words, ordinary
from indexes.terms import LANGUAGES, stems
from retrieval.pointers import Meant, Message, Pointer, Shape, lexicon, owned, verbal

FEW = 3  # content words: with more, a message tells by itself what it is about
MOST_SUBJECTS = 2  # of "kalau beras patah?"; with more, it is a sentence of its own
FEW_WITH_NOUN = 2  # "that train" may be one that everybody knows
FEW_WITH_SOMEBODY = 4  # "he" and "they" point back more surely than "it"


@dataclass(frozen=True, slots=True)
class Context:
    """The stems of what was asked and cited last, and the names that were asked about."""

    stems: frozenset[str]
    names: frozenset[str]


def stands_alone(message: Message, context: Context) -> bool:
    """Whether the message needs nothing of what was said before."""
    if message.shape in (Shape.WHO_SAID, Shape.ECHOED, Shape.CONTINUED):
        return False
    subjects = _subjects(message)
    if message.shape is Shape.SWITCH:
        return subjects > MOST_SUBJECTS
    if message.shape is Shape.FRAGMENT:
        return subjects != 1
    if message.shape is Shape.LINKED and not message.asking and subjects == 1:
        return False
    if any(_somebody(message, pointer) for pointer in message.pointers):
        return not _related(message, context, FEW_WITH_SOMEBODY)
    if any(_new(name.text, context) for name in message.named) or _unheard(message, context):
        return not (_owned_first(message, subjects) or (message.bare and subjects <= FEW))
    if message.shape or any(_free(message, pointer, context) for pointer in message.pointers):
        return not _related(message, context, FEW)
    return not _incomplete(message, context)


def _subjects(message: Message) -> int:
    """How many things it names that it could be about."""
    named = {word.lower() for name in message.named for word in name.text.split()}
    return len(message.named) + sum(term.word not in named for term in message.strong)


def _related(message: Message, context: Context, few: int) -> bool:
    """Whether it says little of its own, or something of what was said before."""
    return len(message.strong) <= few or _shared(message, context)


def _shared(message: Message, context: Context) -> bool:
    return any(not context.stems.isdisjoint(term.stems) for term in message.strong)


def _new(name: str, context: Context) -> bool:
    """Whether no word of the name was asked about or cited."""
    return all(context.stems.isdisjoint(stems(name, language)) for language in LANGUAGES)


def _unheard(message: Message, context: Context) -> bool:
    """Whether it has a word that the news does not know: in a chat, names have no capitals."""
    if any(word != word.lower() for word in message.words) or message.named:
        return False
    unknown = [
        term
        for term in message.strong
        if not any(ordinary(term.word, language) for language in LANGUAGES)
    ]
    return any(context.stems.isdisjoint(term.stems) for term in unknown)


def _somebody(message: Message, pointer: Pointer) -> bool:
    """Whether it is a "he" or "they" that nothing before it in the message can be."""
    word = message.words[pointer.at]
    if pointer.meant not in (Meant.PERSON, Meant.PEOPLE) or pointer.noun or owned(word):
        return False
    before = message.words[: max(0, pointer.at - 1)]
    people = name_words().titles | lexicon().nouns["person"]
    counting = lexicon().words["counting"]
    if pointer.meant is Meant.PEOPLE:  # "how many nurses say that they will strike"
        people |= {after for many, after in pairwise(message.words) if many in counting}
    return not (_named(message, pointer) or people & set(before))


def _owned_first(message: Message, subjects: int) -> bool:
    """Whether a name only says where or with whom: "jaraknya dari Bumi", not "istrinya Budi"."""
    named = {word.lower() for name in message.named for word in name.text.split()}
    pairs = pairwise((*message.words, ""))
    return subjects == 1 and any(
        owned(word) and after.lower() not in named for word, after in pairs
    )


def _free(message: Message, pointer: Pointer, context: Context) -> bool:
    """Whether nothing before it in the message can be what it points to."""
    if pointer.noun:
        return message.bare or _related(message, context, FEW_WITH_NOUN)
    if _named(message, pointer):
        return False
    if pointer.meant is Meant.PLACE:
        return True
    strong = {term.word for term in message.strong}
    word, *rest = message.words[pointer.at : pointer.at + 2]
    if owned(word) and verbal(word) and strong & set(rest):
        return False  # "terjadinya banjir" owns what follows
    before = [word for word in message.words[: pointer.at] if word in strong]
    return len(before) < 2 or _shared(message, context)


def _named(message: Message, pointer: Pointer) -> bool:
    """Whether a name stands before a pointer."""
    words = {word.lower() for name in message.named for word in name.text.split()}
    return any(word.lower() in words for word in message.words[: pointer.at])


def _incomplete(message: Message, context: Context) -> bool:
    """Whether it asks without saying of what: "Kenapa?", "Berapa korban?", "Kapan berangkat?"."""
    if message.empty:
        relational = lexicon().words["relational"] & set(message.words)
        return message.asking or bool(relational)
    if len(message.strong) > 1 or not message.asking or message.named:
        return False
    (only,) = message.strong
    if any(only.word in name.lower().split() for name in context.names):
        return False
    told_apart = {("yang", only.word), ("yg", only.word)} & set(pairwise(message.words))
    if verbal(only.word) or told_apart or _shared(message, context):
        return True
    return _english_without_verb(message)


def _english_without_verb(message: Message) -> bool:
    """Whether it is such as "How many passengers?"."""
    said = set(message.words)
    return "how" in said and not said & lexicon().words["auxiliaries"]
