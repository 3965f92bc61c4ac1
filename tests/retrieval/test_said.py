"""`kutip said`, as an analyst types it or scripts against it."""

import csv
import io
import json
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from importlib.util import find_spec
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bot.__main__ import app
from indexes.article import Article
from indexes.catalog import Catalog
from indexes.embedding import ModelIdentity
from indexes.errors import ArticleMissing, KutipError
from indexes.manifest import Manifest, checksums
from indexes.splitting import split
from retrieval.exporting import COLUMNS
from retrieval.said import SpeakerUnknown, Wanted, called, office_of, quotes_of
from tests.indexes.reporter import report

VERSION = "20260203-080000"
NEWS = {
    "pasar": (
        date(2026, 2, 3),
        "Harga beras naik. “Panen raya belum tiba,” kata pedagang Wulan Sari kepada Kompas. "
        "Pasar induk sepi. “Kami menunggu,” ujar Wulan Sari, dikutip Antara. “Stok beras cukup,” "
        "bantah menteri Budi Raya. “Tidak ada apa-apa,” kata dia.",
    ),
    "pelabuhan": (None, "Kapal menunggu. “Ombak reda di pelabuhan,” kata Nurdin."),
}


@pytest.fixture(autouse=True)
def served(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An index version that is no more than its catalog."""
    version = tmp_path / "index" / "versions" / VERSION
    version.mkdir(parents=True)
    with closing(Catalog.create(version / "catalog.sqlite")) as made:
        for name, (day, text) in NEWS.items():
            article = Article(name, f"Berita {name}", text, "id", None, None, day, name)
            sentences = [article.sentence(n, b) for n, b in enumerate(split(text), start=1)]
            made.put(article, sentences, [], report(article, sentences))
    Manifest(ModelIdentity("none", "0", 1), {}, {}, 0, checksums(version)).write(version)
    (tmp_path / "index" / "CURRENT").write_text(VERSION)
    monkeypatch.setenv("INDEXES_FOLDER", str(tmp_path / "index"))


@pytest.fixture
def catalog(tmp_path: Path) -> Iterator[Catalog]:
    with closing(
        Catalog.open(tmp_path / "index" / "versions" / VERSION / "catalog.sqlite")
    ) as opened:
        yield opened


def said(*words: str) -> Result:
    return CliRunner().invoke(app, ["said", *words])


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (Wanted(), ["Panen", "Kami", "Stok", "Tidak", "Ombak"]),
        (Wanted("sari wulan"), ["Panen", "Kami"]),
        (Wanted("Bu WULAN"), ["Panen", "Kami"]),
        (Wanted("menteri"), ["Stok"]),
        (Wanted("wulan", about="panen"), ["Panen"]),
        (Wanted(about="stok beras"), ["Stok"]),
        (Wanted(about="rice"), ["Stok"]),
        (Wanted(article="pelabuhan"), ["Ombak"]),
        (Wanted(cue="BANTAH"), ["Stok"]),
        (Wanted(since=date(2026, 2, 3)), ["Panen", "Kami", "Stok", "Tidak"]),
        (Wanted(since=date(2026, 2, 4)), []),
    ],
    ids=["everything", "words of a name in any order", "titles and case do not matter",
         "by office", "name and topic", "the best first", "in the other language", "one article",
         "by cue", "since its day", "undated is not later"],
)  # fmt: skip
def test_what_is_asked_for_is_found(wanted: Wanted, expected: list[str], catalog: Catalog) -> None:
    found = [quote.text.strip("“").split()[0] for quote in quotes_of(catalog, wanted)]
    assert found == expected


def test_who_is_not_quoted_is_told_with_the_nearest_names(catalog: Catalog) -> None:
    with pytest.raises(
        SpeakerUnknown, match=r"'wulann' is quoted\. Nearest: Wulan Sari\."
    ) as error:
        called(catalog.speakers(), "wulann")
    assert error.value.exit_code == 1


def test_an_article_that_is_not_there_is_an_error(catalog: Catalog) -> None:
    with pytest.raises(ArticleMissing):
        quotes_of(catalog, Wanted(article="gudang"))


def test_an_office_is_known_from_another_quote_of_the_same_speaker(catalog: Catalog) -> None:
    quotes = catalog.quotes("pasar")
    assert [office_of(quote, quotes) for quote in quotes] == [
        "pedagang", "pedagang", "menteri", "",
    ]  # fmt: skip


def test_piped_it_is_a_line_a_quote_with_tabs() -> None:
    head, first, *rest = said("--why").stdout.splitlines()
    assert head == "speaker\trole\ttype\tquote\tvia\tarticle\trule\tcue\tconfidence"
    assert first.split("\t") == [
        "Wulan Sari", "pedagang", "direct", "“Panen raya belum tiba,”", "", "pasar", "after",
        "kata", "0.90",
    ]  # fmt: skip
    assert rest[0].split("\t")[4] == "Kantor Antara"
    assert rest[2].startswith("?\t\tdirect\t“Tidak ada apa-apa,”")


def test_json_is_the_record_of_each_quote(catalog: Catalog) -> None:
    rows = [json.loads(line) for line in said("wulan", "--json").stdout.splitlines()]
    assert rows == [json.loads(json.dumps(quote.record)) for quote in catalog.quotes("pasar")[:2]]


def test_csv_has_a_row_a_quote(tmp_path: Path) -> None:
    assert said("--csv", str(tmp_path / "q.csv")).exit_code == 0
    rows = list(csv.DictReader(io.StringIO((tmp_path / "q.csv").read_text("utf-8"))))
    assert list(rows[0]) == list(COLUMNS)
    assert [row["text"] for row in rows][4] == "“Ombak reda di pelabuhan,”"
    assert (rows[0]["published"], rows[0]["title"]) == ("2026-02-03", "Berita pasar")
    assert rows[3]["canonical"] == ""


def test_parquet_keeps_the_types_or_says_what_is_missing(tmp_path: Path) -> None:
    result = said("--parquet", str(tmp_path / "q.parquet"))
    if find_spec("pyarrow") is None:
        assert isinstance(result.exception, KutipError)
        assert "pip install 'kutip[parquet]'" in str(result.exception)
        return
    from pyarrow import parquet

    table = parquet.read_table(tmp_path / "q.parquet")
    assert table.num_rows == 5
    assert {field.name: str(field.type) for field in table.schema}["start"] == "int64"


def test_people_are_listed_with_their_offices() -> None:
    head, first, *_ = said("--people").stdout.splitlines()
    assert (head, first) == ("speaker\tquotes\tarticles\trole", "Wulan Sari\t2\t1\tpedagang")
    rows = [json.loads(line) for line in said("--people", "--json").stdout.splitlines()]
    assert {row["name"] for row in rows} == {"Wulan Sari", "Budi Raya", "Nurdin"}


@pytest.mark.parametrize(
    "words",
    ["--json --csv -", "--since 2026-13-01", "--type loud", "--people --csv -"],
    ids=["two forms", "no day", "no type", "people in a file"],
)
def test_what_makes_no_sense_is_a_usage_error(words: str) -> None:
    assert said(*words.split()).exit_code == 2
