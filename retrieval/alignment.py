"""How well the words of a question are met in a text: by stem, by translation, by meaning."""

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from indexes.terms import Term, content_places, content_words

Floats = NDArray[np.float32]
UNRELATED = 0.25  # cosine of two words below which they have nothing to do with each other
TRANSLATED = 0.9  # what a translation counts, where the word itself counts 1
SYNONYM = 0.7  # what another word for the same counts
MET = 0.4  # strength from which a term counts as met
NEAR = 0.3  # strength from which a word may stand for the term
BEYOND = 1e9  # further than any word stands
NOWHERE = -1  # the place of a term that no word meets


@lru_cache(maxsize=20_000)
def worded(text: str, language: str) -> tuple[tuple[str, str], ...]:
    """The content words of a sentence with their stems; kept, as sentences come again."""
    return tuple(content_words(text, language))


@lru_cache(maxsize=20_000)
def begins(text: str, language: str) -> tuple[int, ...]:
    """Where the words of `worded` begin in the text."""
    return tuple(content_places(text, language))


class Alignment:
    """The words of a question against those of some texts, all looked up at once.

    `exact` and `close` are of shape (texts, terms), between 0 and 1: how well the term is met in
    the text by its stem alone, or also by a translation or a word that means nearly the same.
    `cosine` is that of the term and the nearest word, `place` says which of the text's words meets
    the term best (`NOWHERE` if none does), `repeated` how many do; `inside` in how many places
    after the first word the term itself stands, `capital` in how many of them with a capital.
    `meaning` is the mean of each text's words, of shape (texts, dimension), of length one or zero.
    """

    def __init__(
        self,
        terms: Sequence[Term],
        texts: Sequence[tuple[str, str]],
        vectors: Callable[[Iterable[str]], Floats],
    ) -> None:
        words = [worded(text, language) for text, language in texts]
        pairs = list(dict.fromkeys(pair for own in words for pair in own))
        place = {pair: at for at, pair in enumerate(pairs)}
        known = vectors(word for word, _ in pairs)
        cosines = vectors(term.word for term in terms) @ known.T
        exact, close = _met(terms, pairs, cosines)
        columns = np.array([place[pair] for own in words for pair in own], dtype=np.int64)
        each = _Words([len(own) for own in words])
        met = close[:, columns]
        self.exact = each.best(exact[:, columns])
        self.close = each.best(met)
        self.cosine = each.best(cosines[:, columns])
        self.place = each.place(met, self.close)
        self.repeated = each.count(met >= MET)
        inside = (met >= TRANSLATED) & (each.number > 0)
        upper = np.array([up for text in texts for up in _capitals(*text)], dtype=bool)
        self.inside = each.count(inside)
        self.capital = each.count(inside & upper)
        self.meaning = each.sum(known[columns])
        self._meet_phrases(terms, words)
        lengths = np.linalg.norm(self.meaning, axis=1, keepdims=True)
        self.meaning /= np.where(lengths > 0, lengths, 1)

    def _meet_phrases(
        self, terms: Sequence[Term], texts: Sequence[Sequence[tuple[str, str]]]
    ) -> None:
        """A phrase that stands for a term is met where all its stems are in the text."""
        told: list[set[str]] = [{stem for _, stem in own} for own in texts]
        anywhere = set().union(*told)
        for column, term in enumerate(terms):
            for said in term.synonyms:
                if len(said) > 1 and anywhere.issuperset(said):
                    for row, own in enumerate(told):
                        if own.issuperset(said):
                            self.close[row, column] = max(self.close[row, column], SYNONYM)


@lru_cache(maxsize=20_000)
def _capitals(text: str, language: str) -> tuple[bool, ...]:
    """Which of the words of `worded` begin with a capital."""
    return tuple(text[at : at + 1].isupper() for at in begins(text, language))


class _Words:
    """The words of some texts in one row after the other: from each word to each text."""

    def __init__(self, counts: Sequence[int]) -> None:
        self._counts = np.array(counts, dtype=np.int64)
        self._filled = np.flatnonzero(self._counts)
        self._starts = (np.cumsum(self._counts) - self._counts)[self._filled]
        starts = np.repeat(self._starts, self._counts[self._filled])
        self.number = np.arange(self._counts.sum()) - starts

    def best(self, table: Floats) -> Floats:
        """From (terms, words) to (texts, terms); 0 in a text without words."""
        return self._reduced(np.maximum, table, 0.0)

    def count(self, which: NDArray[np.bool_]) -> Floats:
        """The same for how many."""
        return self._reduced(np.add, which.astype(np.float32), 0.0)

    def place(self, table: Floats, best: Floats) -> Floats:
        """The number of the first word that is best, from 0 in each text; `best` is its `best`."""
        highest = np.repeat(best, self._counts, axis=0).T
        first = np.where((table == highest) & (table >= NEAR), self.number, BEYOND)
        place = self._reduced(np.minimum, first.astype(np.float32), BEYOND)
        return np.where(place < BEYOND, place, np.float32(NOWHERE))

    def sum(self, rows: Floats) -> Floats:
        """From (words, dimension) to (texts, dimension)."""
        table = np.zeros((len(self._counts), rows.shape[1]), dtype=np.float32)
        if len(self._filled):
            table[self._filled] = np.add.reduceat(rows, self._starts, axis=0)
        return table

    def _reduced(self, by: np.ufunc, table: Floats, empty: float) -> Floats:
        reduced = np.full((len(self._counts), len(table)), empty, dtype=np.float32)
        if len(self._filled):
            reduced[self._filled] = by.reduceat(table, self._starts, axis=1).T
        return reduced


def _met(
    terms: Sequence[Term], pairs: Sequence[tuple[str, str]], cosines: Floats
) -> tuple[Floats, Floats]:
    """How well each term is met by each word; all of shape (terms, words)."""
    exact = np.zeros((len(terms), len(pairs)), dtype=np.float32)
    translated = exact.copy()
    holders: dict[str, list[int]] = {}
    for column, (_, stem) in enumerate(pairs):
        holders.setdefault(stem, []).append(column)
    for row, term in enumerate(terms):
        for stem in term.stems:
            exact[row, holders.get(stem, [])] = 1.0
        for said in term.synonyms:
            if len(said) == 1:
                translated[row, holders.get(said[0], [])] = SYNONYM
        for stem in term.translations:
            translated[row, holders.get(stem, [])] = TRANSLATED
    near = np.clip((cosines - UNRELATED) / (1 - UNRELATED), 0.0, TRANSLATED)
    near[[_number(term.word) for term in terms], :] = 0.0  # a number is that number or another
    near[:, [_number(word) for word, _ in pairs]] = 0.0
    return exact, np.maximum(np.maximum(exact, translated), near)


def _number(word: str) -> bool:
    return word[0].isdigit()
