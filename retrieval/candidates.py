"""What in a sentence may be the short answer to a question of a kind."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from indexes.names import Name, NameKind, names
from retrieval.answer_patterns import answer_patterns, wanted
from retrieval.kind import Kind
from retrieval.span import Span

NEAR = 60  # characters before a name in which its preposition and its ground stand
CHAINED = re.compile(r",? (?:di |in |of )?|, |[-–]")
AGENT = 4.0  # a name after "oleh" or "adalah"
ROLE = 2.0  # a name right after the role that the question names
FAVOURED = 2.0  # a place after a preposition
DIRECTED = 4.0  # a place after the preposition of the direction that was asked for
COUNTED = 2.5  # an amount of what the question counts
UNSURE = {NameKind.UNKNOWN: 0.7, NameKind.ORGANISATION: 0.4}  # against a person, for "who"
WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A stretch that may answer, and by how much its form speaks for it."""

    span: Span
    favour: float = 1.0


@lru_cache(maxsize=256)
def named(sentence: str, language: str) -> tuple[Name, ...]:
    """The names in a sentence, which several questions of a moment ask for."""
    return names(sentence, language)


def candidates(kind: Kind, question: str, sentence: str, language: str) -> list[Candidate]:
    """The stretches that may answer, in their order, without what the question names itself."""
    find = FINDERS.get(kind)
    if not find:
        return []
    known = {word.lower() for word in WORD.findall(question)}
    return [each for each in find(question, sentence, language) if _new(each.span, known)]


def _new(span: Span, known: set[str]) -> bool:
    """Whether it says more than the question."""
    return not known.issuperset(word.lower() for word in WORD.findall(span.text))


def _times(question: str, sentence: str, language: str) -> Iterator[Candidate]:
    patterns = answer_patterns()
    needed = wanted(patterns.when, question)
    for match in patterns.time.finditer(sentence):
        if not needed or needed.search(match[0]):
            yield Candidate(Span(match.start(), match.end(), match[0]))


def _amounts(question: str, sentence: str, language: str) -> Iterator[Candidate]:
    patterns = answer_patterns()
    needed = wanted(patterns.number, question)
    times = [match.span() for match in patterns.time.finditer(sentence)]
    asked = {word.lower() for word in WORD.findall(question)}
    for match in patterns.amount.finditer(sentence):
        within = any(start <= match.start() < end for start, end in times)
        if needed.search(match[0]) if needed else not within:
            counted = not asked.isdisjoint(word.lower() for word in WORD.findall(match[0]))
            favour = COUNTED if counted else 1.0
            yield Candidate(Span(match.start(), match.end(), match[0]), favour)


def _people(question: str, sentence: str, language: str) -> Iterator[Candidate]:
    patterns = answer_patterns()
    asked = {word.lower() for word in WORD.findall(question)}
    for name in named(sentence, language):
        before = sentence[max(0, name.titled - NEAR) : name.titled]
        strange = patterns.no_person.search(before) or sentence.startswith(":", name.end)
        if name.kind is NameKind.PLACE or strange:
            continue
        if asked.isdisjoint(word.lower() for word in WORD.findall(name.text)):
            titles = {word.lower() for word in WORD.findall(sentence[name.titled : name.start])}
            start = name.start if titles & asked else name.titled
            favour = AGENT if patterns.favoured.search(before) else 1.0
            favour *= ROLE if titles & asked else 1.0
            favour *= 1.0 if name.kind is NameKind.PERSON else UNSURE[name.kind]
            yield Candidate(Span.of(sentence, start, name.end), favour)


def _speakers(question: str, sentence: str, language: str) -> Iterator[Candidate]:
    patterns = answer_patterns()
    if source := patterns.source.search(sentence):
        yield Candidate(Span.of(sentence, *source.span(1)))
        return
    for name in named(sentence, language):
        before = sentence[max(0, name.titled - NEAR) : name.titled]
        if patterns.cue.search(before) or patterns.verb.match(sentence, name.end):
            yield Candidate(Span.of(sentence, name.titled, name.end))


def _places(question: str, sentence: str, language: str) -> Iterator[Candidate]:
    found = [name for name in named(sentence, language) if name.kind is not NameKind.PERSON]
    number = 0
    while number < len(found):
        name, last = found[number], number
        start = _led_in(sentence, name)
        while last + 1 < len(found) and _chained(sentence, found[last], found[last + 1]):
            last += 1
        number = last + 1
        span = Span.of(sentence, start, found[last].end)
        led = start < name.titled
        fit = _fit(question, sentence, span, led=led)
        if fit and (led or (name.kind is NameKind.PLACE and name.titled == name.start)):
            yield Candidate(span, fit)


def _fit(question: str, sentence: str, span: Span, *, led: bool) -> float:
    """How well the preposition of a place fits what the question asks."""
    patterns = answer_patterns()
    before = sentence[max(0, span.start - NEAR) : span.start]
    if patterns.no_place.search(before) or sentence.startswith(":", span.end):
        return 0.0
    source, goal = patterns.led_from.match(span.text), patterns.led_to.match(span.text)
    if patterns.asks_from.search(question):
        return DIRECTED if source else 1.0
    if patterns.asks_to.search(question):
        return DIRECTED if goal else 1.0
    if source or goal:
        return 1 / FAVOURED
    return FAVOURED if led else 1.0


def _led_in(sentence: str, name: Name) -> int:
    """Where the preposition before a place begins, and the ground in small letters after it."""
    near = max(0, name.titled - NEAR)
    match = answer_patterns().place.search(sentence[near : name.titled])
    return near + match.start() if match else name.titled


def _chained(sentence: str, name: Name, after: Name) -> bool:
    gap = sentence[name.end : after.start]
    return after.kind is NameKind.PLACE and bool(CHAINED.fullmatch(gap))


FINDERS: MappingProxyType[Kind, Callable[[str, str, str], Iterator[Candidate]]] = MappingProxyType(
    {
        Kind.WHEN: _times,
        Kind.HOW_MANY: _amounts,
        Kind.WHO: _people,
        Kind.WHO_SAID: _speakers,
        Kind.WHERE: _places,
    }
)
