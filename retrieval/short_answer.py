"""The few words of a cited sentence that answer a question, where they are plain to see."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from indexes.terms import WORD, Term, stems
from retrieval.answer_patterns import answer_patterns
from retrieval.answer_type import answer_type
from retrieval.candidates import Candidate, candidates, named
from retrieval.kind import Kind
from retrieval.question import Question
from retrieval.span import Span

KINDS = {"when": Kind.WHEN, "number": Kind.HOW_MANY, "who": Kind.WHO, "where": Kind.WHERE}
REACH = 8.0  # words over which the pull of a word of the question falls to a third
MARK = 3.0  # words that a mark between two words counts for
MARKS = frozenset(",;:()—–.”")
NAMED = 0.3  # of its weight is left to a word inside a name: what is asked is beside it
LONGEST = 2_000  # characters of a sentence that is looked at


@dataclass(frozen=True, slots=True)
class _Bar:
    """What the nearest candidate must reach: chosen on the training halves (docs/retrieval.md)."""

    alone: float  # of the question's weight that pulls at it, where it is the only one
    among: float  # the same, where there are others
    second: float  # how much of its pull the second may have


BARS = {
    Kind.WHEN: _Bar(alone=0.0, among=0.0, second=0.7),
    Kind.HOW_MANY: _Bar(alone=0.0, among=0.1, second=0.7),
    Kind.WHO: _Bar(alone=0.15, among=0.15, second=0.3),
    Kind.WHERE: _Bar(alone=0.05, among=0.1, second=0.5),
}


def short_answer(question: Question, sentence: str, language: str) -> Span | None:
    """The stretch of the sentence that answers; None where that is not clear."""
    kind = _kind(question)
    found = possible_answers(question, sentence, language)
    if not found:
        return None
    if kind not in BARS:
        return found[0].span if len(found) == 1 else None
    pulls = _pulls(question, sentence, language, found)
    best = max(range(len(found)), key=pulls.__getitem__)
    rest = [pull for number, pull in enumerate(pulls) if number != best]
    whole = sum(term.idf for term in question.terms)
    return found[best].span if _clear(pulls[best], rest, whole, BARS[kind]) else None


def possible_answers(question: Question, sentence: str, language: str) -> list[Candidate]:
    """What in a sentence may be the short answer; nothing in one that is too long to look at."""
    if len(sentence) > LONGEST:
        return []
    return candidates(_kind(question), question.searched, sentence, language)


@dataclass(frozen=True, slots=True)
class Shown:
    """How plainly a sentence shows short answers: how many, and how near the words of the question.

    `nearest` is the pull of the nearest one, as a share of the question's idf, `second` that of the
    next, as a share of the nearest's.
    """

    count: int
    nearest: float = 0.0
    second: float = 0.0


def shown_answers(question: Question, sentence: str, language: str) -> Shown | None:
    """What of the kind asked for stands in a sentence; None for a question that asks for none."""
    kind = _kind(question)
    if kind not in BARS or len(sentence) > LONGEST:
        return None
    found = possible_answers(question, sentence, language)
    if not found:
        return Shown(0)
    nearest, second, *_ = [*sorted(_pulls(question, sentence, language, found), reverse=True), 0.0]
    whole = sum(term.idf for term in question.terms) or 1.0
    return Shown(len(found), nearest / whole, second / nearest if nearest else 0.0)


def _clear(pull: float, rest: Sequence[float], whole: float, bar: _Bar) -> bool:
    """Whether the nearest candidate is near enough, and nearer than the others by far."""
    if not rest:
        return pull >= bar.alone * whole
    return pull > 0 and pull >= bar.among * whole and max(rest) <= bar.second * pull


def _kind(question: Question) -> Kind:
    """The kind of the question; where it is not told, that of the answer it asks for."""
    kind, patterns = question.kind, answer_patterns()
    if kind is Kind.WHAT:
        asked = answer_type(question.text)
        kind = KINDS.get(asked.name, kind) if asked else kind
    if kind in {Kind.WHAT, Kind.HOW_MANY} and patterns.asks_time.search(question.text):
        return Kind.WHEN
    if kind is Kind.WHAT and patterns.asks_amount.search(question.text):
        return Kind.HOW_MANY
    if kind is Kind.WHO and patterns.asks_speaker.search(question.text):
        return Kind.WHO_SAID
    return kind


def _pulls(
    question: Question, sentence: str, language: str, found: Sequence[Candidate]
) -> list[float]:
    """How near each candidate stands to the words of the question, the rare ones first."""
    words = [match.span() for match in WORD.finditer(sentence)]
    weights = {
        stem: term.idf
        for term in question.terms
        for stem in (*_alike(term), *term.translations, *term.stems)
    }
    inside_names = named(sentence, language)
    places, asked = [], []
    place = 0.0
    before = 0
    for start, end in words:
        place += 1 + MARK * sum(mark in MARKS for mark in sentence[before:start])
        before = end
        weight = weights.get(_stem(sentence[start:end].lower(), language), 0.0)
        if weight and any(name.start <= start < name.end for name in inside_names):
            weight *= NAMED
        if any(each.span.start <= start < each.span.end for each in found):
            weight = 0.0
        places.append(place)
        asked.append(weight)
    return [each.favour * _pull(each.span, words, places, asked) for each in found]


def _alike(term: Term) -> list[str]:
    """The other single words that are said for a term."""
    return [said[0] for said in term.synonyms if len(said) == 1]


def _pull(
    span: Span, words: Sequence[tuple[int, int]], places: Sequence[float], asked: Sequence[float]
) -> float:
    own = [n for n, (start, end) in enumerate(words) if start < span.end and end > span.start]
    if not own:
        return 0.0
    first, last = own[0], own[-1]
    outside = [n for n, weight in enumerate(asked) if weight and not first <= n <= last]
    away = (max(places[first] - places[n], places[n] - places[last]) for n in outside)
    return sum(asked[n] * math.exp(-far / REACH) for n, far in zip(outside, away, strict=True))


@lru_cache(maxsize=65_536)
def _stem(word: str, language: str) -> str:
    return next(iter(stems(word, language)), "")
