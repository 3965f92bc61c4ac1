"""One opened version: finds sentences and passages, gives their articles, never writes."""

import os
import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path

from indexes.article import Key, Unit
from indexes.catalog import Catalog
from indexes.embedding import Embedder, Vectors
from indexes.errors import IndexUnfit
from indexes.keywords import KeywordStore
from indexes.manifest import Manifest
from indexes.terms import Term
from indexes.vectors import VectorStore


class Index:
    """A published version, open for any number of threads until `close`."""

    def __init__(self, version: Path, embedder: Embedder) -> None:
        self.name = version.name
        self.manifest = Manifest.read(version)
        if self.manifest.model != embedder.identity:
            raise IndexUnfit("model", str(self.manifest.model), str(embedder.identity))
        self._embedder = embedder
        self._copy = None if os.access(version, os.W_OK) else _private_copy(version)
        place = Path(self._copy.name) / version.name if self._copy else version
        self.catalog = Catalog.open(place / "catalog.sqlite")
        self._keywords = {unit: KeywordStore(place / "keywords", unit) for unit in Unit}
        self._vectors = VectorStore(place / "chroma")

    def by_words(self, unit: Unit, terms: Sequence[Term]) -> dict[Key, float]:
        """BM25 by address, best first."""
        return self._keywords[unit].search(terms)

    def embed(self, question: str) -> Vectors:
        """The question as a vector of length one, or zero where it has no tokens."""
        vector: Vectors = self._embedder.embed([question])[0]
        return vector

    def by_meaning(self, unit: Unit, vector: Vectors, limit: int) -> dict[Key, float]:
        """Cosines by address, best first."""
        return self._vectors.nearest(unit, vector, limit)

    def warm(self) -> None:
        """Load what the first question would otherwise wait for."""
        for unit in Unit:
            self.by_meaning(unit, self.embed("Siapa bilang apa?"), 1)

    def close(self) -> None:
        """Give all files back."""
        self._vectors.close()
        self.catalog.close()
        if self._copy:
            self._copy.cleanup()


def _private_copy(version: Path) -> tempfile.TemporaryDirectory[str]:
    """A writable copy: Chroma and tantivy cannot open a folder that they may not write to."""
    place = tempfile.TemporaryDirectory(prefix="kutip-")
    shutil.copytree(version, Path(place.name) / version.name)
    return place
