"""The way in, with a real index: what goes in stays verbatim, and no step leaves halves."""

import itertools
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from indexes.article import Unit
from indexes.building import DEAD_SHARE
from indexes.checking import verify
from indexes.embedding import SHIPPED_FOLDER, open_embedder
from indexes.errors import (
    ArticleMissing,
    BuildFailed,
    IndexMissing,
    IndexUnfit,
    PointerBroken,
    VersionMissing,
)
from indexes.index import Index
from indexes.indexing import Indexing
from indexes.manifest import Manifest
from indexes.settings import SHIPPED_MODEL, IndexSettings
from indexes.terms import terms
from indexes.versions import Versions
from tests.conftest import ARTICLES


@contextmanager
def opened(settings: IndexSettings) -> Iterator[Index]:
    index = Index(Versions(settings.folder).served(), open_embedder(settings.model))
    yield index
    index.close()


def write(folder: Path, **texts: str) -> Path:
    folder.mkdir(exist_ok=True)
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, "utf-8")
    return folder


def test_what_goes_in_is_found_word_for_word(indexing: Indexing, settings: IndexSettings) -> None:
    report = indexing.add([ARTICLES])
    assert {row.article_id for row in report.rows} == {
        "gempa-flores",
        "harbour-ferry",
        "harga-beras-cianjur",
    }
    with opened(settings) as index:
        for article in index.catalog.articles():
            (file,) = ARTICLES.glob(f"{article.id}.[tm][xd]*")
            assert article.text == file.read_text("utf-8")
            for sentence in index.catalog.sentences(article.id):
                assert article.text[sentence.start : sentence.end] == sentence.text
        best = next(iter(index.by_words(Unit.SENTENCES, terms("warga mengungsi", "id"))))
        assert "Sebanyak 212 warga mengungsi" in index.catalog.sentence(best).text
        vector = index.embed("How much is a ferry ticket?")
        nearest = next(iter(index.by_meaning(Unit.SENTENCES, vector, 1)))
        assert nearest.article_id == "harbour-ferry"


def test_twice_is_once_and_makes_no_version(indexing: Indexing) -> None:
    first = indexing.add([ARTICLES])
    again = indexing.add([ARTICLES])
    assert (first.published, again.published) == (True, False)
    assert again.version == first.version


def test_a_bad_file_is_named_and_the_rest_goes_in(indexing: Indexing, tmp_path: Path) -> None:
    folder = write(tmp_path / "in", baik="Gempa mengguncang pulau itu.", kosong="")
    (folder / "gambar.txt").write_bytes(b"\x89PNG\0\0\0\xff" * 50)
    report = indexing.add([folder, tmp_path / "nowhere"])
    assert [row.article_id for row in report.rows] == ["baik"]
    assert {error.path.name for error in report.refused} == {"kosong.txt", "gambar.txt", "nowhere"}


def test_with_only_bad_files_there_is_still_no_index(indexing: Indexing, tmp_path: Path) -> None:
    report = indexing.add([write(tmp_path / "in", kosong="")])
    assert (report.version, report.published) == (None, False)
    with pytest.raises(IndexMissing):
        indexing.rebuild()


def test_a_changed_article_is_only_found_as_it_is_now(
    indexing: Indexing, settings: IndexSettings, tmp_path: Path
) -> None:
    indexing.add([write(tmp_path / "in", a="Harga beras naik. Gempa terjadi.", b="Kapal tiba.")])
    indexing.add([write(tmp_path / "in", a="Harga minyak turun.")])
    with opened(settings) as index:
        assert index.by_words(Unit.SENTENCES, terms("beras gempa", "id")) == {}
        found = index.by_words(Unit.SENTENCES, terms("minyak", "id"))
        assert [index.catalog.sentence(key).text for key in found] == ["Harga minyak turun."]
        assert index.manifest.counts["sentences_vectors"] == 2


def test_an_index_can_be_emptied_and_filled_again(
    indexing: Indexing, settings: IndexSettings, tmp_path: Path
) -> None:
    folder = write(tmp_path / "in", a="Harga beras naik.")
    indexing.add([folder])
    indexing.remove(["a"])
    with opened(settings) as index:
        assert index.manifest.counts["articles"] == 0
        assert index.by_meaning(Unit.SENTENCES, index.embed("beras"), 3) == {}
    assert indexing.add([folder]).published


def test_removing_an_unknown_article_is_one_line(indexing: Indexing) -> None:
    indexing.add([ARTICLES])
    with pytest.raises(ArticleMissing, match="kutip articles list"):
        indexing.remove(["harbour-ferry", "none"])


def test_rollback_serves_the_version_before(indexing: Indexing, tmp_path: Path) -> None:
    folder = write(tmp_path / "in", a="Harga beras naik.")
    first = indexing.add([folder]).version
    indexing.add([write(folder, b="Kapal tiba.")])
    assert indexing.rollback() == first
    with pytest.raises(VersionMissing):
        indexing.rollback()
    assert {row.outcome for row in indexing.add([folder]).rows} == {"unchanged", "added"}


def test_only_the_last_versions_are_kept(
    indexing: Indexing, settings: IndexSettings, tmp_path: Path
) -> None:
    for number in range(5):
        indexing.add([write(tmp_path / "in", a=f"Harga beras naik {number} kali.")])
    versions = Versions(settings.folder)
    assert len(versions.names()) == settings.keep_versions
    assert versions.names()[-1] == versions.current()


def test_dead_vectors_are_cleared_before_they_are_many(
    indexing: Indexing, settings: IndexSettings, tmp_path: Path
) -> None:
    folder = write(tmp_path / "in", **{f"n{n}": f"Kalimat nomor {n} tetap ada." for n in range(9)})
    indexing.add([folder])
    shares = []
    for number in range(6):
        indexing.add([write(folder, a=f"Harga beras naik {number} kali.")])
        manifest = Manifest.read(Versions(settings.folder).served())
        live = sum(manifest.counts[f"{unit}_vectors"] for unit in Unit)
        shares.append(manifest.dead / (manifest.dead + live))
    assert max(shares) <= DEAD_SHARE
    assert 0 in shares[1:]
    verify(Versions(settings.folder).served())


def test_another_model_is_refused_until_the_index_is_rebuilt_from_its_own_texts(
    settings: IndexSettings, tmp_path: Path
) -> None:
    folder = write(tmp_path / "in", a="Harga beras naik.")
    Indexing(settings).add([folder])
    shutil.rmtree(folder)
    copied = shutil.copytree(max(SHIPPED_FOLDER.iterdir()), tmp_path / "another-model")
    other = settings.model_copy(update={"model": str(copied)})
    with pytest.raises(IndexUnfit, match=r"kutip-id-en.*another-model.*kutip articles rebuild"):
        Indexing(other).add([ARTICLES])
    assert Indexing(other).rebuild().published
    with opened(other) as index:
        assert index.catalog.origins() == {"a.txt": "a"}
        assert len(index.by_words(Unit.SENTENCES, terms("beras", "id"))) == 1
    with pytest.raises(IndexUnfit):
        Index(Versions(settings.folder).served(), open_embedder(SHIPPED_MODEL))


def test_a_build_that_fails_its_check_is_never_served(
    indexing: Indexing, settings: IndexSettings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = indexing.add([write(tmp_path / "in", a="Harga beras naik.")]).version

    def damaged_check(version: Path) -> None:
        if version.parent.name == "building":
            (version / "catalog.sqlite").unlink()
        verify(version)

    monkeypatch.setattr("indexes.indexing.verify", damaged_check)
    with pytest.raises(BuildFailed, match=r"catalog.sqlite is missing.*is untouched"):
        indexing.add([write(tmp_path / "in", b="Kapal tiba.")])
    assert not (settings.folder / "building").exists()
    assert Versions(settings.folder).current() == first
    assert Versions(settings.folder).names() == [first]


def test_a_line_that_hundreds_of_articles_repeat_does_no_harm(
    indexing: Indexing, settings: IndexSettings, tmp_path: Path
) -> None:
    towns = ["".join(sounds) for sounds in itertools.product("bcdgjk", "aeiou", "lmnrst")] * 2
    texts = {
        f"n{n}": f"Harga beras di {town} naik {n} persen.\nBaca juga berita lainnya di kanal kami."
        for n, town in enumerate(towns)
    }
    indexing.add([write(tmp_path / "in", **texts)])
    with opened(settings) as index:
        assert index.manifest.counts["sentences"] == 2 * len(towns)
        assert index.manifest.counts["sentences_vectors"] == len(towns) + 1
        line = index.embed("Baca juga berita lainnya di kanal kami.")
        nearest = index.by_meaning(Unit.SENTENCES, line, 1)
        assert len(nearest) == len(towns)


def test_a_shared_text_is_found_while_any_article_has_it(
    indexing: Indexing, settings: IndexSettings, tmp_path: Path
) -> None:
    shared = "Baca juga berita lainnya."
    indexing.add([write(tmp_path / "in", a=f"Beras naik.\n{shared}", b=f"Kapal tiba.\n{shared}")])
    indexing.remove(["a"])
    with opened(settings) as index:
        (key,) = index.by_meaning(Unit.SENTENCES, index.embed(shared), 1)
        assert key.article_id == "b"
    indexing.remove(["b"])
    with opened(settings) as index:
        assert index.by_meaning(Unit.SENTENCES, index.embed(shared), 1) == {}


def test_two_files_of_one_name_in_one_run_do_not_overwrite_each_other(
    indexing: Indexing, settings: IndexSettings, tmp_path: Path
) -> None:
    one = write(tmp_path / "one", berita="Harga beras naik.")
    two = write(tmp_path / "two", berita="Kapal tiba.")
    report = indexing.add([one, two, one])
    assert [row.outcome for row in report.rows] == ["added"]
    assert [error.path.parent.name for error in report.refused] == ["two"]
    assert len(indexing.add([tmp_path]).rows) == 2


def test_without_current_nothing_is_begun_anew(
    indexing: Indexing, settings: IndexSettings, tmp_path: Path
) -> None:
    name = indexing.add([ARTICLES]).version
    for spoilt in (None, b"\xff\xfe", b"20000101-000000"):
        versions = Versions(settings.folder)
        versions.marker.unlink() if spoilt is None else versions.marker.write_bytes(spoilt)
        with pytest.raises(PointerBroken, match="kutip articles rollback"):
            indexing.add([write(tmp_path / "in", a="Harga beras naik.")])
        assert indexing.rollback() == name
        assert indexing.add([ARTICLES]).version == name


def test_what_was_removed_is_reported(indexing: Indexing) -> None:
    indexing.add([ARTICLES])
    rows = indexing.remove(["gempa-flores", "gempa-flores"]).rows
    assert [(row.article_id, row.outcome) for row in rows] == [("gempa-flores", "removed")]
