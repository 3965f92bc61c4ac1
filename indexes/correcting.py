"""Misspelt words of a question, set right by the words that the articles hold."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Protocol

from indexes.misspelling import known
from indexes.terms import LANGUAGES, Term, background, stems

SHORTEST_PART = 4  # letters of a word that was written together with another


class Vocabulary(Protocol):
    """The stems that an index holds."""

    def holds(self, stem: str) -> bool:
        """Whether the stem stands in any text."""

    def near(self, stem: str) -> tuple[str, ...]:
        """The stems that differ least from this one."""


def corrected(terms: Sequence[Term], vocabulary: Vocabulary) -> tuple[Term, ...]:
    """The terms; where one is no known word, also what it was meant to be."""
    strange = {term.word for term in terms if _strange(term, vocabulary)}
    if not strange:
        return tuple(terms)
    return tuple(_mended(terms, strange, vocabulary))


def _strange(term: Term, vocabulary: Vocabulary) -> bool:
    """Whether neither the news at large nor the index knows it; a number is never misspelt."""
    if not term.word.isalpha() or any(map(known, term.stems)):
        return False
    return not any(map(vocabulary.holds, term.stems))


def _mended(terms: Sequence[Term], strange: set[str], vocabulary: Vocabulary) -> Iterator[Term]:
    torn = _torn(terms, strange, vocabulary)
    second = False  # half of a word that was torn apart
    for term in terms:
        if second:
            second = False
        elif term.word in torn:
            second = True
            whole = torn[term.word]
            yield _meaning(replace(term, word=whole), _stems(whole))
        elif term.word in strange:
            yield from _meant(term, vocabulary)
        else:
            yield term


def _torn(terms: Sequence[Term], strange: set[str], vocabulary: Vocabulary) -> dict[str, str]:
    """By their first half, the words of the index that were written as two."""
    pairs = [(one.word, other.word) for one, other in pairwise(terms)]
    return {
        one: one + other
        for one, other in pairs
        if (one in strange or other in strange) and _held(one + other, vocabulary)
    }


def _meant(term: Term, vocabulary: Vocabulary) -> Iterator[Term]:
    """The term with the nearest stems, or the two words that were written as one."""
    near = next(filter(None, map(vocabulary.near, term.stems)), ())
    if near:
        yield _meaning(term, (*near, *term.stems), near)
        return
    halves = _halves(term.word, vocabulary)
    yield from (_meaning(replace(term, word=half), _stems(half)) for half in halves)
    if not halves:
        yield term


def _halves(word: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    """Two known words of the index that make up the word, as even as can be; or none."""
    cuts = range(SHORTEST_PART, len(word) - SHORTEST_PART + 1)
    pairs = ((word[:cut], word[cut:]) for cut in cuts)
    found = [pair for pair in pairs if all(_held(half, vocabulary, known) for half in pair)]
    return min(found, key=lambda pair: abs(len(pair[0]) - len(pair[1])), default=())


def _held(word: str, vocabulary: Vocabulary, also: Callable[[str], bool] = lambda _: True) -> bool:
    return any(vocabulary.holds(stem) and also(stem) for stem in _stems(word))


def _stems(word: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(stem for language in LANGUAGES for stem in stems(word, language)))


def _meaning(term: Term, found: tuple[str, ...], told_by: Sequence[str] = ()) -> Term:
    """The term met by these stems, as rare as the commonest of those that tell."""
    rarity = (background(language).idf(stem) for stem in told_by or found for language in LANGUAGES)
    return replace(term, stems=found, idf=min(rarity))
