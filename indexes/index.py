"""One opened version: finds sentences and passages, gives their articles, never writes."""

from collections.abc import Iterable, Sequence
from contextlib import ExitStack, closing
from pathlib import Path

from indexes.alone import Alone
from indexes.article import Article, Key, Unit
from indexes.catalog import Catalog
from indexes.correcting import corrected
from indexes.embedding import Embedder, Vectors
from indexes.errors import IndexUnfit
from indexes.keywords import KeywordStore
from indexes.manifest import Manifest
from indexes.terms import Term
from indexes.vectors import VectorStore
from indexes.versions import writable
from indexes.word_vectors import WordVectors


class Index:
    """A published version, open for any number of threads until `close`."""

    def __init__(self, version: Path, embedder: Embedder) -> None:
        self.name = version.name
        self.manifest = Manifest.read(version)
        if self.manifest.model != embedder.identity:
            raise IndexUnfit("model", str(self.manifest.model), str(embedder.identity))
        self._embedder = embedder
        self._words = WordVectors(embedder)
        with ExitStack() as opening:
            place = opening.enter_context(writable(version))
            self.manifest.check(place, "catalog.sqlite")  # what is cited is what went in
            self.catalog = opening.enter_context(closing(Catalog.open(place / "catalog.sqlite")))
            self._vectors = opening.enter_context(closing(VectorStore(place / "chroma")))
            self._keywords = {unit: KeywordStore(place / "keywords", unit) for unit in Unit}
            self._opened = opening.pop_all()

    def by_words(self, unit: Unit, terms: Sequence[Term]) -> dict[Key, float]:
        """BM25 by address, best first."""
        return self._keywords[unit].search(terms)

    def corrected(self, terms: Sequence[Term]) -> tuple[Term, ...]:
        """The terms, those that are no word anywhere as the words of the index nearest to them."""
        return corrected(terms, self._keywords[Unit.SENTENCES])

    def embed(self, question: str) -> Vectors:
        """The question as a vector of length one, or zero where it has no tokens."""
        vector: Vectors = self._embedder.embed([question])[0]
        return vector

    def word_vectors(self, words: Iterable[str]) -> Vectors:
        """Vectors of single words, of shape (words, dimension)."""
        return self._words.vectors(words)

    def by_meaning(self, unit: Unit, vector: Vectors, limit: int) -> dict[Key, float]:
        """Cosines by address, best first, of at least `limit` texts if there are so many."""
        nearest = self._vectors.nearest(unit, vector, limit)
        holders = self.catalog.holders(unit, list(nearest))
        return {key: nearest[name] for name in nearest for key in holders.get(name, ())}

    def alone(self, article: Article) -> Alone:
        """Another text as an index of its own, with the model of this one."""
        return Alone(article, self._embedder, self._words)

    def warm(self) -> None:
        """Load what the first question would otherwise wait for."""
        for unit in Unit:
            self.by_meaning(unit, self.embed("Siapa bilang apa?"), 1)

    def close(self) -> None:
        """Give all files back."""
        self._opened.close()
