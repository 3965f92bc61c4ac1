"""Damage of every kind is found before a version is served, also the kind that ends a process."""

import json
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from indexes.checking import verify
from indexes.errors import IndexDamaged, KutipError
from indexes.indexing import Indexing
from indexes.serving import ServedIndex, newest_whole
from indexes.settings import IndexSettings
from indexes.versions import Versions
from tests.conftest import ARTICLES


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    settings = IndexSettings(folder=tmp_path_factory.mktemp("whole") / "index")
    Indexing(settings).add([ARTICLES])
    return Versions(settings.folder).served()


def largest(version: Path, pattern: str) -> Path:
    return max(version.glob(pattern), key=lambda path: path.stat().st_size)


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def spoil(path: Path) -> None:
    content = bytearray(path.read_bytes())
    middle = len(content) // 2
    content[middle : middle + 4096] = bytes(255 - byte for byte in content[middle : middle + 4096])
    path.write_bytes(content)


def forget_an_article(version: Path) -> None:
    manifest = json.loads((version / "manifest.json").read_text())
    manifest["articles"].popitem()
    (version / "manifest.json").write_text(json.dumps(manifest))


def another_figure(version: Path) -> None:
    """What goes unseen by counts and offsets: a number in the text of an article."""
    with closing(sqlite3.connect(version / "catalog.sqlite")) as database, database:
        database.execute("UPDATE articles SET text = replace(text, '212 warga', '912 warga')")


DAMAGE: dict[str, Callable[[Path], None]] = {
    "no manifest": lambda v: (v / "manifest.json").unlink(),
    "half a manifest": lambda v: cut(v / "manifest.json"),
    "another manifest": forget_an_article,
    "no catalog": lambda v: (v / "catalog.sqlite").unlink(),
    "half a catalog": lambda v: cut(v / "catalog.sqlite"),
    "another figure in an article": another_figure,
    "no Chroma database": lambda v: (v / "chroma" / "chroma.sqlite3").unlink(),
    "half a Chroma database": lambda v: cut(v / "chroma" / "chroma.sqlite3"),
    "no vectors": lambda v: shutil.rmtree(next(v.glob("chroma/*-*"))),
    "half the vectors": lambda v: cut(largest(v, "chroma/*/data_level0.bin")),
    "garbage for vectors": lambda v: spoil(largest(v, "chroma/*/data_level0.bin")),
    "no vector names": lambda v: next(v.glob("chroma/*/index_metadata.pickle")).unlink(),
    "no keywords": lambda v: shutil.rmtree(v / "keywords"),
    "half the keywords": lambda v: cut(largest(v, "keywords/sentences/*.store")),
    "a file too many": lambda v: (v / "keywords" / "extra").touch(),
}


def test_a_whole_version_passes_again_and_again(whole: Path) -> None:
    for _ in range(2):
        verify(whole)


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE)
def test_damage_is_found(damage: Callable[[Path], None], whole: Path, tmp_path: Path) -> None:
    version = shutil.copytree(whole, tmp_path / whole.name)
    damage(version)
    with pytest.raises(IndexDamaged, match=r"is damaged: .+ kutip articles rollback"):
        verify(version)


def test_what_is_cited_is_what_went_in(settings: IndexSettings, tmp_path: Path) -> None:
    Indexing(settings).add([ARTICLES])
    another_figure(Versions(settings.folder).served())
    (tmp_path / "a.txt").write_text("Harga beras naik.")
    for use in (
        lambda: ServedIndex(settings),
        lambda: Indexing(settings).add([tmp_path / "a.txt"]),
        lambda: Indexing(settings).rebuild(),
    ):
        with pytest.raises(IndexDamaged):
            use()


def test_a_damaged_version_gives_way_to_the_newest_whole_one(
    settings: IndexSettings, tmp_path: Path
) -> None:
    indexing = Indexing(settings)
    (tmp_path / "a.txt").write_text("Harga beras naik.")
    first = indexing.add([tmp_path / "a.txt"]).version
    indexing.add([ARTICLES])
    versions = Versions(settings.folder)
    spoil(largest(versions.served(), "chroma/*/data_level0.bin"))
    assert newest_whole(versions).version.name == first


def test_when_no_version_is_whole_the_fault_is_told(settings: IndexSettings) -> None:
    Indexing(settings).add([ARTICLES])
    versions = Versions(settings.folder)
    (versions.served() / "catalog.sqlite").unlink()
    with pytest.raises(KutipError, match=r"catalog.sqlite is missing"):
        newest_whole(versions)
