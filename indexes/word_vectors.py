"""The vectors of single words, kept in memory once they were asked for."""

from collections.abc import Iterable

import numpy as np

from indexes.embedding import Embedder, Vectors

KEPT = 20_000  # words; with 256 dimensions 20 MB


class WordVectors:
    """Remembers what the model says of a word; safe to share between threads."""

    def __init__(self, embedder: Embedder, *, kept: int = KEPT) -> None:
        self._embedder = embedder
        self._kept = kept
        self._known: dict[str, Vectors] = {}

    def vectors(self, words: Iterable[str]) -> Vectors:
        """Float32 of shape (words, dimension), each of length one or zero."""
        wanted = list(words)
        known = self._known
        new = [word for word in dict.fromkeys(wanted) if word not in known]
        if new:
            found = dict(zip(new, self._embedder.embed(new), strict=True))
            # a new dictionary, so that another thread's stays whole
            self._known = known = found if len(known) > self._kept else {**known, **found}
        if any(word not in known for word in wanted):
            return self._embedder.embed(wanted)
        empty = np.zeros((0, self._embedder.identity.dimension), dtype=np.float32)
        return np.stack([known[word] for word in wanted]) if wanted else empty
