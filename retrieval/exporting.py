"""The ledger for people and programs: a table, JSON Lines, CSV, Parquet."""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

import typer

from indexes.errors import KutipError
from indexes.quotes.people import Person, people
from retrieval.said import office_of

if TYPE_CHECKING:
    from indexes.catalog import Catalog
    from indexes.quotes.quote import Quote, Span

UNKNOWN = "?"  # a speaker who is not sure
# how columns share the width; the others take what they need
WIDTHS = {"quote": 5, "speaker": 2, "role": 2, "via": 1, "article": 2, "rule": 2, "cue": 2}
REMEMBERED = 64  # articles whose quotes are kept while a table is printed
BATCH = 10_000  # quotes of a row group
COLUMNS = {
    "article": "string", "title": "string", "published": "string", "number": "int64",
    "start": "int64", "end": "int64", "text": "string", "type": "string", "cls": "string",
    "cue": "string", "speaker": "string", "canonical": "string", "speaker_kind": "string",
    "role": "string", "affiliation": "string", "addressee": "string", "via": "string",
    "cont_of": "int64", "first_sentence": "int64", "last_sentence": "int64", "rule": "string",
    "confidence": "float64",
}  # fmt: skip


class ParquetMissing(KutipError):
    """The extra that writes Parquet is not installed."""


@dataclass(frozen=True, slots=True)
class Form:
    """How the ledger is wanted: a table unless something else is said."""

    why: bool = False
    people: bool = False
    as_json: bool = False
    csv: Path | None = None
    parquet: Path | None = None


def put_out(catalog: Catalog, quotes: Iterable[Quote], form: Form) -> None:
    """The quotes, or the people quoted, in that form."""
    if form.people:
        print_people(people(quotes), as_json=form.as_json)
    elif form.as_json:
        print_json_lines(quotes)
    elif form.csv:
        write_csv(catalog, quotes, form.csv)
    elif form.parquet:
        write_parquet(catalog, quotes, form.parquet)
    else:
        print_quotes(catalog, quotes, why=form.why)


def print_quotes(catalog: Catalog, quotes: Iterable[Quote], *, why: bool) -> None:
    """A table on a terminal; piped, a line a quote, with tabs."""
    columns = ("speaker", "role", "type", "quote", "via", "article")
    reasons = ("rule", "cue", "confidence") if why else ()
    article = lru_cache(REMEMBERED)(catalog.quotes)
    rows = (_cells(q, office_of(q, article(q.article_id)), why=why) for q in quotes)
    _print((*columns, *reasons), rows)


def print_people(persons: Iterable[Person], *, as_json: bool) -> None:
    """Who is quoted, how often, where, and as what."""
    if as_json:
        for each in persons:
            _echo_json(asdict(each))
        return
    _print(
        ("speaker", "quotes", "articles", "role"),
        (
            (each.name, str(each.quotes), str(len(each.articles)), "; ".join(each.offices))
            for each in persons
        ),
    )


def print_json_lines(quotes: Iterable[Quote]) -> None:
    """One JSON object a quote."""
    for quote in quotes:
        _echo_json(quote.record)


def write_csv(catalog: Catalog, quotes: Iterable[Quote], file: Path) -> None:
    """A row a quote under a head; `-` is standard output."""
    with _opened(file) as binary:
        text = io.TextIOWrapper(binary, "utf-8", newline="", write_through=True)
        rows = csv.DictWriter(text, COLUMNS)
        rows.writeheader()
        rows.writerows(_row(catalog, quote) for quote in quotes)
        text.detach()


def write_parquet(catalog: Catalog, quotes: Iterable[Quote], file: Path) -> None:
    """The same columns with their types; `-` is standard output."""
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError:
        raise ParquetMissing("Parquet needs an extra. Run: pip install 'kutip[parquet]'") from None
    schema = pyarrow.schema(list(COLUMNS.items()))
    rows = [_row(catalog, quote) for quote in quotes]
    with _opened(file) as binary, pyarrow.parquet.ParquetWriter(binary, schema) as writer:
        for start in range(0, max(len(rows), 1), BATCH):
            writer.write_table(pyarrow.Table.from_pylist(rows[start : start + BATCH], schema))


def _opened(file: Path) -> BinaryIO:
    return open(sys.stdout.fileno(), "wb", closefd=False) if str(file) == "-" else file.open("wb")


def _row(catalog: Catalog, quote: Quote) -> dict[str, Any]:
    article, said = catalog.article(quote.article_id), quote.speaker
    names = ("article", "number", "start", "end", "text", "type", "cls", "canonical",
             "speaker_kind", "cont_of", "rule", "confidence")  # fmt: skip
    record = quote.record
    return {
        **{name: record[name] for name in names},
        "title": article.title,
        "published": article.published.isoformat() if article.published else None,
        "cue": quote.cue.text,
        "speaker": _text(said.span),
        "role": _text(said.role),
        "affiliation": _text(said.affiliation),
        "addressee": _text(quote.addressee),
        "via": _via(quote) or None,
        "first_sentence": quote.sentences[0],
        "last_sentence": quote.sentences[1],
    }


def _cells(quote: Quote, office: str, *, why: bool) -> tuple[str, ...]:
    reasons = (quote.rule, quote.cue.text, f"{quote.confidence:.2f}") if why else ()
    name = quote.speaker.canonical or UNKNOWN
    return (name, office, quote.type.value, quote.text, _via(quote), quote.article_id, *reasons)


def _text(span: Span | None) -> str | None:
    return span.text if span else None


def _via(quote: Quote) -> str:
    return " < ".join(medium.canonical for medium in quote.via)


def _print(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    if not sys.stdout.isatty():
        for row in (columns, *rows):
            typer.echo("\t".join(" ".join(cell.split()) for cell in row))
        return
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False, header_style="bold", expand=True)
    for name in columns:
        table.add_column(name, overflow="fold", ratio=WIDTHS.get(name))
    for row in rows:
        table.add_row(*(Text(" ".join(cell.split())) for cell in row))
    Console().print(table)


def _echo_json(value: object) -> None:
    typer.echo(json.dumps(value, ensure_ascii=False))
