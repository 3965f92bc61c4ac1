"""Which names of a conversation a pronoun means: by kind, by place, by what was asked for."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from itertools import pairwise

from indexes.article import Key
from indexes.name_words import name_words
from indexes.names import Name, NameKind, names, same_person
from retrieval.answer import Citation
from retrieval.kind import Kind
from retrieval.pointers import WORD, Meant, Pointer, grammatical, lexicon, pronominal
from retrieval.question import Question

IMPOSSIBLE = -9
# how well the kind of a name suits what is meant
SUITS = {
    Meant.PERSON: {NameKind.PERSON: 4, NameKind.UNKNOWN: 1},
    Meant.PEOPLE: {NameKind.ORGANISATION: 4, NameKind.UNKNOWN: 1},
    Meant.BODY: {NameKind.ORGANISATION: 4, NameKind.UNKNOWN: 2},
    Meant.PLACE: {NameKind.PLACE: 4, NameKind.UNKNOWN: 2},
}
ASKED_FOR = 3  # the question asked who or where, and the cited sentence names one that is new
AS_ASKED = 2
IN_QUESTION = 3
MEANT_BEFORE = 4  # he is still the one whom the question before called "he"
IN_FIRST_CITATION = 1
SPEECH = (Kind.WHO_SAID, Kind.WHAT_SAID)
SPOKE = 1  # the words that were cited are his
WITH_NOUN = 3  # "bupati itu", and the name is called a bupati
TOGETHER = 2  # names that "they" or "that country" may mean at a time
NEAR, NEAR_WORDS = 40, 3  # characters and words before a name that say what it is
PEOPLE = Meant.PEOPLE
FEWEST = 2  # a name that only might suit, and that stands nowhere of weight, is no referent


@dataclass(frozen=True, slots=True)
class Candidate:
    """A name where it stands: `called` are the words that say what it is, `titled` includes it."""

    text: str
    kind: NameKind
    called: frozenset[str]
    titled: str

    def suits(self, known: Collection[str]) -> int:
        """Whether it is called what was asked for: "siapa menteri kelautan", "who is the mayor"."""
        shared = self.called.intersection(known)
        return AS_ASKED if not all(map(grammatical, shared)) else 0

    def without(self, known: Collection[str]) -> str:
        """The name without the words that the question had, which may tell where it begins."""
        words = self.titled.split()
        last = max((at for at, word in enumerate(words) if word.lower() in known), default=-1)
        if 0 <= last < len(words) - 1:
            return " ".join(words[last + 1 :])
        return "" if last >= 0 else self.text


@dataclass(frozen=True, slots=True)
class Heard:
    """A citation as a conversation keeps it: its words without their whole article."""

    article_id: str
    language: str
    keys: tuple[Key, ...]
    text: str
    before: str
    speakers: tuple[str, ...] = ()

    @classmethod
    def of(cls, citation: Citation) -> "Heard":
        """What is kept of a citation."""
        keys = tuple(sentence.key for sentence in citation.sentences)
        before = citation.before.text if citation.before else ""
        article = citation.article
        return cls(article.id, article.language, keys, citation.text, before, citation.speakers)

    def names(self) -> list[Candidate]:
        """Its names; where nobody is among them, also the people of the sentence before it."""
        found = _candidates(self.text, self.language)
        if not any(map(_somebody, found)):
            found += filter(_somebody, _candidates(self.before, self.language))
        return found


@dataclass(frozen=True, slots=True)
class Scene:
    """What was asked last, and what was cited for it."""

    question: Question
    heard: tuple[Heard, ...]

    def asked(self) -> list[Candidate]:
        """The names of the question, and those that it meant by its own pronouns."""
        found = _candidates(self.question.searched, self.question.language)
        speaker = self.question.speaker
        if speaker and not pronominal(speaker):
            found.append(Candidate(speaker, NameKind.PERSON, frozenset(), speaker))
        whole = (_whole(each, self.question.meant) for each in found)
        return list({each.text: each for each in whole}.values())


def referents(pointer: Pointer, scene: Scene, beside: str) -> tuple[str, ...]:
    """The names that a pointer means, none of which stands beside it: one, a group's, or none."""
    if pointer.meant is Meant.OWNER and Meant.PERSON in _wanted(scene.question):
        pointer = replace(pointer, meant=Meant.PERSON)
    if pointer.meant not in SUITS:
        return ()
    scores = {n: score for n, score in _scores(pointer, scene).items() if n not in beside}
    best = max(scores.values(), default=IMPOSSIBLE)
    found = tuple(name for name in scores if scores[name] == best)
    if best >= FEWEST:
        several = pointer.meant is not Meant.PERSON and (pointer.noun or pointer.meant is PEOPLE)
        return found[: TOGETHER if several else 1]
    people = [each.text for each in scene.asked() if each.kind is not NameKind.PLACE]
    return tuple(people[:TOGETHER]) if pointer.meant is PEOPLE and len(people) > 1 else ()


def _scores(pointer: Pointer, scene: Scene) -> dict[str, int]:
    sought = pointer.meant in _wanted(scene.question)
    asked = scene.asked()
    known = {word.lower() for word in WORD.findall(scene.question.searched)}
    scores: dict[str, int] = {}
    for each in asked:
        meant = MEANT_BEFORE if each.text in scene.question.meant else 0
        _count(scores, each, pointer, 0 if sought else IN_QUESTION + meant)
    for number, heard in enumerate(scene.heard):
        first = IN_FIRST_CITATION if number == 0 else 0
        for each in heard.names():
            new = each.without(known) if sought else ""
            score = first + (ASKED_FOR + each.suits(known) if new else 0)
            _count(scores, replace(each, text=new or each.text), pointer, score)
        for name in heard.speakers if scene.question.kind in SPEECH else ():
            spoke = first + (ASKED_FOR + AS_ASKED if sought else SPOKE)
            _count(scores, Candidate(name, NameKind.PERSON, frozenset(), name), pointer, spoke)
    return scores


def _count(scores: dict[str, int], candidate: Candidate, pointer: Pointer, place: int) -> None:
    """Count a name, or count it for the one already known that it is a part of."""
    suits = SUITS[pointer.meant].get(candidate.kind, IMPOSSIBLE)
    called = WITH_NOUN if pointer.noun and pointer.noun in candidate.called else 0
    known = next((name for name in scores if _alike(candidate.text, name)), None)
    score = suits + place + called
    if known is None:
        scores[candidate.text] = score
    elif score > 0:
        scores[known] = max(scores[known], score) + IN_FIRST_CITATION


def _alike(one: str, other: str) -> bool:
    return same_person(one, other) or same_person(other, one)


def _wanted(question: Question) -> Collection[Meant]:
    """What the question asked for, so that its answer is not among its own names."""
    said = [word.lower() for word in WORD.findall(question.text)]
    groups, nouns = lexicon().words, lexicon().nouns
    found: set[Meant] = set()
    pairs = pairwise(("", *said))
    if any(who in groups["who"] and led not in groups["beside_who"] for led, who in pairs):
        found |= {Meant.PERSON, Meant.PEOPLE, Meant.BODY}
    if groups["where"].intersection(said):
        found.add(Meant.PLACE)
    if groups["which"].intersection(said):
        found |= {group for group in (Meant.BODY, Meant.PLACE) if nouns[group].intersection(said)}
    return found


def _candidates(text: str, language: str) -> list[Candidate]:
    found: list[Name] = []
    for name in names(text, language):
        begun = found[-1] if found else name
        if _continues(begun, name):
            found[-1] = replace(name, start=begun.start, text=text[begun.start : name.end])
        elif _held(begun) and text[begun.end : name.start] == ", ":
            found[-1] = replace(begun, kind=NameKind.ORGANISATION)
            found.append(replace(name, kind=NameKind.PERSON))
        else:
            found.append(name)
    return [_candidate(text, name) for name in found]


def _held(name: Name) -> bool:
    """Whether it is what an office is held of: "Ketua Serikat Palindo, Yohana Tamaela"."""
    return name.titled < name.start and name.kind in (NameKind.PERSON, NameKind.UNKNOWN)


def _continues(begun: Name, name: Name) -> bool:
    """Whether a name of unknown kind is only the first half of a person's."""
    kinds = (begun.kind, name.kind)
    return name.start == begun.end + 1 and kinds == (NameKind.UNKNOWN, NameKind.PERSON)


def _whole(candidate: Candidate, meant: Collection[str]) -> Candidate:
    """The name as it was meant before, where a part of it was found again."""
    name = next((name for name in meant if _alike(candidate.text, name)), candidate.text)
    return replace(candidate, text=name)


def _somebody(candidate: Candidate) -> bool:
    return candidate.kind is NameKind.PERSON


def _candidate(text: str, name: Name) -> Candidate:
    """The name with the words before it that say what it is, and its own: "kota palindo"."""
    before = WORD.findall(text[max(0, name.titled - NEAR) : name.titled].lower())
    led = WORD.findall(text[name.titled : name.start].lower())
    first = name.text.lower().split()[:1]
    grounds = name_words().grounds | name_words().bodies
    called = frozenset((*before[-NEAR_WORDS:], *led, *grounds.intersection(first)))
    return Candidate(name.text, name.kind, called, text[name.titled : name.end])
