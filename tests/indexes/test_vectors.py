"""The vectors of a version: found by cosine, gone when removed, ours alone."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import chromadb
import numpy as np
import pytest

from indexes.article import Unit
from indexes.errors import IndexDamaged
from indexes.vectors import VectorStore

NAMES = ["east", "between", "nowhere"]
VECTORS = np.array([[1, 0, 0], [0.6, 0.8, 0], [0, 0, 0]], dtype=np.float32)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[VectorStore]:
    with closing(VectorStore(tmp_path / "chroma", create=True)) as store:
        store.add(Unit.SENTENCES, NAMES, VECTORS)
        yield store


def test_the_nearest_come_first_with_their_cosine(store: VectorStore) -> None:
    found = store.nearest(Unit.SENTENCES, VECTORS[0], 5)
    assert found == pytest.approx({"east": 1.0, "between": 0.6}, abs=1e-6)
    assert list(found) == ["east", "between"]


def test_texts_without_tokens_are_never_stored_nor_searched(store: VectorStore) -> None:
    assert store.count(Unit.SENTENCES) == 2
    assert store.nearest(Unit.SENTENCES, VECTORS[2], 5) == {}


def test_units_are_apart(store: VectorStore) -> None:
    assert store.count(Unit.PASSAGES) == 0
    assert store.nearest(Unit.PASSAGES, VECTORS[0], 5) == {}


def test_removed_vectors_are_not_found(store: VectorStore) -> None:
    store.remove(Unit.SENTENCES, ["east", "never"])
    assert list(store.nearest(Unit.SENTENCES, VECTORS[0], 5)) == ["between"]


def test_stored_vectors_come_back(store: VectorStore) -> None:
    ((keys, vectors),) = store.stored(Unit.SENTENCES)
    assert keys == NAMES[:2]
    np.testing.assert_allclose(vectors, VECTORS[:2], atol=1e-6)


def test_a_missing_folder_is_damage_and_nothing_is_made(tmp_path: Path) -> None:
    with pytest.raises(IndexDamaged, match=r"chroma.sqlite3 is missing"):
        VectorStore(tmp_path / "none")
    assert not (tmp_path / "none").exists()


def test_a_folder_that_names_an_embedding_function_is_refused(tmp_path: Path) -> None:
    client = chromadb.PersistentClient(str(tmp_path / "theirs"))
    for unit in Unit:
        client.create_collection(unit)
    client.close()
    with pytest.raises(IndexDamaged, match="name an embedding function"):
        VectorStore(tmp_path / "theirs")
