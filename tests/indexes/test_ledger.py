"""Who said what is kept with its article: by offsets, with what its maintainer corrects."""

import json
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from indexes.article import Article
from indexes.catalog import Catalog
from indexes.checking import faults
from indexes.embedding import open_embedder
from indexes.errors import IndexUnfit
from indexes.index import Index
from indexes.indexing import Indexing, Report
from indexes.printing import print_report
from indexes.quotes.amending import amend
from indexes.quotes.correction import Correction
from indexes.quotes.quote import Quote
from indexes.settings import SHIPPED_MODEL, IndexSettings
from indexes.splitting import split
from indexes.versions import Versions
from tests.indexes.reporter import report

MARKET = (
    "Harga beras naik lagi. “Panen raya belum tiba,” kata pedagang Wulan Sari kepada Kompas.\n\n"
    "“Kami menunggu,” ujar Wulan Sari, dikutip Antara. “Stok cukup,” bantah menteri Budi Raya. "
    "Pasar tutup pukul tiga. “Tidak ada apa-apa,” kata dia."
)
HARBOUR = "Pelabuhan dibuka. “Ombak reda,” kata Nurdin."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "pasar.txt").write_text(MARKET)
    (folder / "pelabuhan.txt").write_text(HARBOUR)
    return folder


@pytest.fixture
def indexing(settings: IndexSettings) -> Indexing:
    return Indexing(settings, quotes=report)


def catalog(settings: IndexSettings) -> closing[Catalog]:
    return closing(Catalog.open(Versions(settings.folder).served() / "catalog.sqlite"))


def quotes(settings: IndexSettings) -> list[Quote]:
    with catalog(settings) as opened:
        return list(opened.ledger())


@pytest.fixture
def stored(tmp_path: Path) -> Iterator[Catalog]:
    """Both articles in a catalog, without an index around it."""
    with closing(Catalog.create(tmp_path / "catalog.sqlite")) as catalog:
        for name, text in (("pasar", MARKET), ("pelabuhan", HARBOUR)):
            article = Article(name, name, text, "id", None, None, None, name)
            sentences = [article.sentence(n, b) for n, b in enumerate(split(text), start=1)]
            catalog.put(article, sentences, [], report(article, sentences))
        yield catalog


def test_a_quote_comes_out_of_the_catalog_as_it_went_in(stored: Catalog) -> None:
    told = report(stored.article("pasar"), stored.sentences("pasar"))
    assert list(stored.quotes("pasar")) == told
    assert list(stored.ledger()) == [*told, *stored.quotes("pelabuhan")]
    assert [quote.via[0].canonical for quote in told if quote.via] == ["Kantor Antara"]


def test_quotes_are_found_by_sentence_and_by_what_they_are(stored: Catalog) -> None:
    third = stored.quotes("pasar")[2]
    assert list(stored.quotes_in("pasar", *third.sentences)) == [third]
    assert not stored.quotes_in("pasar", 1, 1)
    assert list(stored.ledger(cue="bantah")) == [third]
    assert list(stored.ledger(speaker=["Budi Raya", "Nurdin"], article="pasar")) == [third]
    assert ("Budi Raya", "Budi Raya", "menteri") in stored.speakers()


def test_an_article_takes_its_quotes_with_it(
    indexing: Indexing, settings: IndexSettings, folder: Path
) -> None:
    indexing.add([folder])
    indexing.remove(["pasar"])
    assert [quote.article_id for quote in quotes(settings)] == ["pelabuhan"]
    (folder / "pelabuhan.txt").write_text(HARBOUR.replace("Nurdin", "Ratna"))
    indexing.add([folder / "pelabuhan.txt"])
    assert [quote.speaker.canonical for quote in quotes(settings)] == ["Ratna"]


def test_quotes_that_lost_their_place_are_found(
    indexing: Indexing, settings: IndexSettings, folder: Path
) -> None:
    indexing.add([folder])
    served = Versions(settings.folder).served()
    with closing(sqlite3.connect(served / "catalog.sqlite")) as database, database:
        database.execute("DELETE FROM quotes WHERE number = 2")
        database.execute("UPDATE quotes SET stop = 99999 WHERE number = 3")
        database.execute("UPDATE quotes SET last = 99 WHERE article = 'pelabuhan'")
    assert list(faults(served)) == [
        "catalog.sqlite has changed",
        "the catalog has 4 quotes, not 5",
        "pasar: quote 3 has lost its place",
        "pelabuhan: quote 1 has lost its place",
    ]


def test_an_index_without_a_ledger_is_rebuilt_from_its_own_texts(
    indexing: Indexing, settings: IndexSettings, folder: Path
) -> None:
    indexing.add([folder])
    served = Versions(settings.folder).served()
    with closing(sqlite3.connect(served / "catalog.sqlite")) as database, database:
        database.execute("DROP TABLE quotes")
        database.execute("ALTER TABLE articles DROP COLUMN corrections")
    manifest = json.loads((served / "manifest.json").read_text())
    (served / "manifest.json").write_text(json.dumps({**manifest, "format": 1}))
    uses: list[Callable[[], object]] = [
        lambda: indexing.add([folder]),
        lambda: Index(served, open_embedder(SHIPPED_MODEL)),
    ]
    for use in uses:
        with pytest.raises(IndexUnfit, match=r"format 1, not 2\. Run: kutip articles rebuild"):
            use()
    indexing.rebuild()
    assert len(quotes(settings)) == 5


SIDECAR = """
[[quotes]]
start = 30
speaker = "Wulan Sari Dewi"
[[quotes]]
text = "tidak ada di sini"
drop = true
"""


def test_a_sidecar_sets_a_speaker_right_and_drops_a_quote(stored: Catalog) -> None:
    corrections = [
        Correction("  panen raya BELUM tiba", None, "Budi Raya"),
        Correction("“Stok cukup …", None, None),
    ]
    (first, second, unknown), unmet = amend(MARKET, stored.quotes("pasar"), corrections)
    assert (first.speaker.canonical, first.rule, first.confidence) == ("Budi Raya", "sidecar", 1.0)
    assert first.speaker.span and first.speaker.span.text == "Budi Raya"
    assert (second.number, second.continues) == (2, 1)
    assert second.speaker.canonical == "Budi Raya"
    assert (unknown.number, unknown.rule) == (3, "after")
    assert unmet == ()


def test_a_continuation_of_what_is_dropped_stays_and_stands_alone(stored: Catalog) -> None:
    first, *_ = stored.quotes("pasar")
    kept, _ = amend(MARKET, stored.quotes("pasar"), [Correction(None, first.start, None)])
    assert [(quote.number, quote.continues) for quote in kept] == [(1, None), (2, None), (3, None)]
    assert kept[0].text == "“Kami menunggu,”"


def test_corrections_survive_a_change_of_the_article_and_a_rebuild_without_files(
    indexing: Indexing, settings: IndexSettings, folder: Path
) -> None:
    (folder / "pasar.toml").write_text(SIDECAR)
    unmet = indexing.add([folder]).unmet
    assert [(article.id, str(one)) for article, one in unmet] == [("pasar", '"tidak ada di sini"')]
    assert not indexing.add([folder]).published
    (folder / "pasar.txt").write_text(MARKET + " Besok buka lagi.")
    indexing.add([folder])
    for file in folder.iterdir():
        file.unlink()
    indexing.rebuild()
    first = quotes(settings)[0]
    assert (first.speaker.canonical, first.rule) == ("Wulan Sari Dewi", "sidecar")
    assert first.speaker.span and first.speaker.span.text == "Wulan Sari"
    assert first.speaker.role and first.speaker.role.text == "pedagang"


def test_a_correction_that_meets_no_quote_is_one_line_and_no_failure(
    stored: Catalog, capsys: pytest.CaptureFixture[str]
) -> None:
    unmet = ((stored.article("pasar"), Correction("tidak ada", None, None)),)
    print_report(Report((), (), "v2", True, unmet), as_json=False)
    written = capsys.readouterr()
    assert written.out == "Now serving v2\n"
    assert (
        written.err == 'kutip: pasar: no quote for the correction "tidak ada" of its .toml file\n'
    )
