"""Three small articles of ours, and a real index of them, shared by all tests."""

import os
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from indexes.indexing import Indexing
from indexes.serving import ServedIndex
from indexes.settings import IndexSettings

os.environ["HF_HUB_OFFLINE"] = "1"  # a test that reached for the network would hang
ARTICLES = Path(__file__).parent / "articles"


@pytest.fixture(autouse=True)
def nobodys_settings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No test sees the .env, the data folder or the settings of whoever runs it."""
    for name in os.environ:
        if name.startswith(("BOT_", "INDEXES_", "RETRIEVAL_")):
            monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def settings(tmp_path: Path) -> IndexSettings:
    """An index folder of the test's own, with nothing in it."""
    return IndexSettings(folder=tmp_path / "index")


@pytest.fixture
def indexing(settings: IndexSettings) -> Indexing:
    """The way into that folder."""
    return Indexing(settings)


@pytest.fixture(scope="session")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ServedIndex]:
    """The three articles, indexed once; only for reading."""
    settings = IndexSettings(folder=tmp_path_factory.mktemp("library") / "index")
    Indexing(settings).add([ARTICLES])
    with closing(ServedIndex(settings)) as served:
        yield served
