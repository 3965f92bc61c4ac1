"""How well the words of a question are met in a text: by stem, by translation, by meaning."""

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from indexes.terms import Term, content_words

Floats = NDArray[np.float32]
UNRELATED = 0.25  # cosine of two words below which they have nothing to do with each other
TRANSLATED = 0.9  # what a translation counts, where the word itself counts 1
SYNONYM = 0.7  # what another word for the same counts


@lru_cache(maxsize=20_000)
def worded(text: str, language: str) -> tuple[tuple[str, str], ...]:
    """The content words of a sentence with their stems; kept, as sentences come again."""
    return tuple(content_words(text, language))


class Alignment:
    """The words of a question against those of some texts, all looked up at once.

    `exact` and `close` are of shape (texts, terms), between 0 and 1: how well the term is met in
    the text by its stem alone, or also by a translation or a word that means nearly the same.
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
        exact, close = _met(terms, pairs, vectors(term.word for term in terms) @ known.T)
        columns = np.array([place[pair] for own in words for pair in own], dtype=np.int64)
        counts = np.array([len(own) for own in words])
        filled = np.flatnonzero(counts)
        starts = (np.cumsum(counts) - counts)[filled]
        self.exact = np.zeros((len(texts), len(terms)), dtype=np.float32)
        self.close = np.zeros_like(self.exact)
        self.meaning = np.zeros((len(texts), known.shape[1]), dtype=np.float32)
        if len(filled):
            self.exact[filled] = np.maximum.reduceat(exact[:, columns], starts, axis=1).T
            self.close[filled] = np.maximum.reduceat(close[:, columns], starts, axis=1).T
            self.meaning[filled] = np.add.reduceat(known[columns], starts, axis=0)
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
