"""What in a message points back to the conversation; the words are in `references.toml`."""

import re
import tomllib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib import resources

from indexes.name_words import name_words
from indexes.names import Name, names
from indexes.terms import LANGUAGES, Term
from indexes.words import words
from retrieval.question import Question

WORD = re.compile(r"[^\W_]+(?:[-’'.,][^\W_]+)*")
SHORTEST_STEM = 4  # letters after a prefix: "di" begins "dijual", but not "dia"


class Shape(StrEnum):
    """What a message as a whole asks of the conversation; the first that fits counts."""

    WHO_SAID = "who_said"
    ECHOED = "echoed"
    CONTINUED = "continued"
    ELSEWHERE = "elsewhere"
    ARTICLE = "article"
    MORE = "more"
    SWITCH = "switch"
    FRAGMENT = "fragment"
    LINKED = "linked"


class Meant(StrEnum):
    """What a pronoun, or a noun with a demonstrative, may mean.

    An `OWNER` is a person where the question before asked for one, else the matter.
    """

    PERSON = "person"
    PEOPLE = "people"
    BODY = "body"
    PLACE = "place"
    MATTER = "matter"
    OWNER = "owner"


@dataclass(frozen=True, slots=True)
class Pointer:
    """A word that points back: what it means, its noun if it has one, its place among the words."""

    meant: Meant
    noun: str
    at: int


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The groups of `references.toml`."""

    courtesies: frozenset[str]
    pronouns: Mapping[str, frozenset[str]]
    nouns: Mapping[str, frozenset[str]]
    words: Mapping[str, frozenset[str]]
    shapes: Mapping[str, re.Pattern[str]]


@dataclass(frozen=True, slots=True)
class Message:
    """A question seen as a turn of a conversation.

    `strong` are the content words that can be a subject, `bare` is whether a demonstrative stands
    for a whole matter, `asking` whether a question word is there.
    """

    words: tuple[str, ...]
    shape: Shape | None
    pointers: tuple[Pointer, ...]
    strong: tuple[Term, ...]
    named: tuple[Name, ...]
    bare: bool
    asking: bool

    @property
    def empty(self) -> bool:
        """Whether nothing in it can be what it is about."""
        return not self.strong and not self.named


@cache
def lexicon() -> Lexicon:
    """The words that point back, in both languages together."""
    file = resources.files("retrieval") / "lexicon" / "references.toml"
    table = tomllib.loads(file.read_text("utf-8"))
    groups = {
        name: {key: frozenset(listed) for key, listed in table[name].items()}
        for name in ("pronouns", "nouns", "words")
    }
    shapes = {name: re.compile("|".join(listed)) for name, listed in table["shapes"].items()}
    return Lexicon(frozenset(table["courtesies"]), shapes=shapes, **groups)


def read(question: Question) -> Message:
    """The pointers of a question, and the words that it has of its own."""
    said = tuple(_said(question.text))
    plain = " ".join(said)
    pointers = tuple(_pointers(said, plain))
    subject = lexicon().shapes[Shape.SWITCH].sub("", plain)  # "how about" is no question word
    asking = not _asking().isdisjoint(subject.split())
    return Message(
        words=said,
        shape=_shape(plain, asking=asking),
        pointers=pointers,
        strong=tuple(_strong(question, pointers)),
        named=names(question.text, question.language),
        bare=bool(lexicon().shapes["bare"].search(plain)),
        asking=asking,
    )


def _shape(plain: str, *, asking: bool) -> Shape | None:
    """The first shape that fits; a fragment has no question word: "yang di Cianjur"."""
    shape = next((each for each in Shape if lexicon().shapes[each].search(plain)), None)
    return None if asking and shape is Shape.FRAGMENT else shape


def verbal(word: str) -> bool:
    """Whether it looks like an Indonesian verb, which wants a subject."""
    prefixes = lexicon().words["verb_prefixes"]
    return word not in name_words().titles and any(
        word.startswith(prefix) and len(word) - len(prefix) >= SHORTEST_STEM for prefix in prefixes
    )


def pronominal(text: str) -> bool:
    """Whether it is a pronoun and no name."""
    return text.lower() in _pronouns()


def owned(word: str) -> bool:
    """Whether it is a word with the possessive -nya: "harganya", but not "akhirnya"."""
    return len(word) > SHORTEST_STEM and word.endswith("nya") and word not in _whole()


def _said(text: str) -> Iterator[str]:
    """The words in lower case, acronyms left as they are, without courtesies."""
    shouted = text.isupper()
    for word in WORD.findall(text.replace("’", "'")):
        acronym = word.isupper() and len(word) > 1 and not shouted
        said = word if acronym else word.lower()
        if said not in lexicon().courtesies:
            yield said


def _pointers(said: tuple[str, ...], plain: str) -> Iterator[Pointer]:
    pronouns = lexicon().pronouns
    forward = bool(lexicon().shapes["forward"].search(plain))
    for at, word in enumerate(said):
        if word in pronouns["matter"]:
            if not forward and not _clause(said, at):
                yield from _demonstrative(said, at)
        elif word in pronouns["place"]:
            if not forward:
                yield Pointer(Meant.PLACE, "", at)
        elif owned(word):
            yield Pointer(_owner(word), "", at)
        else:
            meant = (each for each in (Meant.PERSON, Meant.PEOPLE) if word in pronouns[each])
            yield from (Pointer(each, "", at) for each in meant)


def _owner(word: str) -> Meant:
    """Whom "-nya" means: who says, does or is something, else the matter."""
    base = word.removesuffix("nya")
    if base in lexicon().words["perhaps_personal"]:
        return Meant.OWNER
    said_or_been = base in lexicon().words["light"] | lexicon().words["personal"]
    done = base.startswith("di") and verbal(base)
    return Meant.PERSON if said_or_been or done else Meant.MATTER


def _clause(said: tuple[str, ...], at: int) -> bool:
    """Whether "that" or "it" opens a clause: "who said that prices rise"."""
    rest = said[at + 1 :]
    before = said[at - 1] if at else ""
    if said[at] != "that" or not rest:
        return False
    return before in lexicon().words["before_clauses"] and rest[0] not in {"and", "or", "when"}


def _demonstrative(said: tuple[str, ...], at: int) -> Iterator[Pointer]:
    nouns = lexicon().nouns
    beside = at + 1 if said[at] in words("en").stop_words else at - 1
    noun = said[beside].removesuffix("'s") if 0 <= beside < len(said) else ""
    if noun in nouns["time"]:
        return
    groups = (Meant.PERSON, Meant.PEOPLE, Meant.BODY, Meant.PLACE)
    meant = next((group for group in groups if noun in nouns[group]), Meant.MATTER)
    if meant is Meant.MATTER and noun in name_words().titles:
        meant = Meant.PERSON
    yield Pointer(meant, "" if grammatical(noun) else noun, at)


def grammatical(word: str) -> bool:
    """Whether it is no word at all, or one that only carries grammar."""
    return not word or any(word in words(language).function_words for language in LANGUAGES)


def _strong(question: Question, pointers: Collection[Pointer]) -> Iterator[Term]:
    weak = lexicon().words["light"] | lexicon().words["relational"]
    nouns = {pointer.noun for pointer in pointers if pointer.meant is not Meant.MATTER}
    for term in question.terms:
        bare = term.word.removesuffix("nya" if owned(term.word) else "'s")
        grammar = grammatical(term.word) or term.word in _asking() or term.word in _pronouns()
        if bare not in weak and bare not in nouns and not grammar and not owned(term.word):
            yield term


@cache
def _asking() -> frozenset[str]:
    own = lexicon().words["asking"]
    return own.union(*(words(language).question_words for language in LANGUAGES))


@cache
def _pronouns() -> frozenset[str]:
    return frozenset().union(*lexicon().pronouns.values())


@cache
def _whole() -> frozenset[str]:
    """Words in -nya of which it is a part, or which only carry grammar."""
    return lexicon().words["whole"].union(*(words(lang).function_words for lang in LANGUAGES))
