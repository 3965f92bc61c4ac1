"""Dense vectors of sentences and passages in Chroma; the only file that knows it.

A folder is only ever written before it is published (docs/indexes.md says why), and every vector
is ours: no embedding function is stored, and a folder that names one is refused, because Chroma
would construct what the stored configuration names. A vector belongs to a text, not to a place:
a line that many articles repeat has one, since equal vectors cut HNSW's graph into islands.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import chromadb
import numpy as np
from chromadb.api.collection_configuration import CreateHNSWConfiguration
from chromadb.api.models.Collection import Collection
from chromadb.config import Settings
from chromadb.errors import ChromaError

from indexes.article import Unit
from indexes.embedding import Vectors
from indexes.errors import IndexDamaged

# ef_search: recall@10 of 0.983 at 100,000 vectors in 5.6 ms, where Chroma's default has 0.852.
# sync_threshold: every call is written to the vector files; with what is left in Chroma's log,
# even a query rewrites them, and no checksum would hold
HNSW: CreateHNSWConfiguration = {
    "space": "ip",
    "ef_search": 400,
    "ef_construction": 200,
    "max_neighbors": 32,
    "sync_threshold": 1,
}
BATCH = 5000  # Chroma refuses more than 5461 records a call


class VectorStore:
    """The two collections of one version; all scores are cosines, all vectors of length one."""

    def __init__(self, folder: Path, *, create: bool = False) -> None:
        self._folder = folder
        if not create and not (folder / "chroma.sqlite3").is_file():
            raise IndexDamaged(folder.parent, "chroma.sqlite3 is missing")
        with self._told():
            self._client = chromadb.PersistentClient(
                str(folder), settings=Settings(anonymized_telemetry=False)
            )
            self._collections = {unit: self._collection(unit, create=create) for unit in Unit}

    def _collection(self, unit: Unit, *, create: bool) -> Collection:
        if create:
            return self._client.create_collection(
                unit, embedding_function=None, configuration={"hnsw": HNSW}
            )
        collection = self._client.get_collection(unit, embedding_function=None)
        function = collection.configuration_json.get("embedding_function") or {}
        if function.get("type", "legacy") != "legacy":
            raise IndexDamaged(self._folder.parent, "its vectors name an embedding function")
        return collection

    def add(self, unit: Unit, texts: Sequence[str], vectors: Vectors) -> None:
        """Store one vector a text name; zero vectors (texts without tokens) are left out."""
        filled = np.flatnonzero(np.any(vectors != 0, axis=1))
        for at in range(0, len(filled), BATCH):
            rows = filled[at : at + BATCH]
            with self._told():
                self._collections[unit].upsert(
                    ids=[texts[row] for row in rows], embeddings=vectors[rows]
                )

    def remove(self, unit: Unit, texts: Sequence[str]) -> None:
        """Forget these texts; ones that are not there are no error."""
        for at in range(0, len(texts), BATCH):
            with self._told():
                self._collections[unit].delete(ids=list(texts[at : at + BATCH]))

    def nearest(self, unit: Unit, vector: Vectors, limit: int) -> dict[str, float]:
        """The `limit` nearest texts by cosine, best first."""
        if not vector.any():
            return {}
        with self._told():
            found = self._collections[unit].query(
                query_embeddings=vector[np.newaxis].tolist(),
                n_results=limit,
                include=["distances"],
            )
        distances = found["distances"] or [[]]
        pairs = zip(found["ids"][0], distances[0], strict=True)
        return {name: 1.0 - distance for name, distance in pairs}

    def count(self, unit: Unit) -> int:
        """How many live vectors the collection has."""
        with self._told():
            return self._collections[unit].count()

    def stored(self, unit: Unit) -> Iterator[tuple[list[str], Vectors]]:
        """All text names with their vectors, in batches."""
        for at in range(0, self.count(unit), BATCH):
            with self._told():
                rows = self._collections[unit].get(limit=BATCH, offset=at, include=["embeddings"])
            yield rows["ids"], np.asarray(rows["embeddings"], dtype=np.float32)

    def close(self) -> None:
        """Give the files back; Chroma keeps one system a path until told."""
        self._client.close()  # type: ignore[attr-defined]  # the annotated ClientAPI lacks it

    @contextmanager
    def _told(self) -> Iterator[None]:
        """What Chroma cannot do with its files, as damage of the version."""
        try:
            yield
        except (ChromaError, ValueError, OSError) as error:
            raise IndexDamaged(self._folder.parent, f"Chroma says: {error}") from error
