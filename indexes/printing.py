"""What the maintainers' commands print: tables and reports for people, JSON for programs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from indexes.article import Article
    from indexes.building import Told
    from indexes.indexing import Report
    from indexes.quotes.correction import Correction

PIPED = 2000  # columns


def print_json(value: object) -> None:
    """One JSON value, indented."""
    typer.echo(json.dumps(value, ensure_ascii=False, indent=1))


def print_table(columns: tuple[str, ...], rows: list[list[str]]) -> None:
    """Rows under their columns, as wide as the terminal."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(*columns, box=None, pad_edge=False, header_style="bold")
    for row in rows:
        table.add_row(*map(Text, row))
    console = Console()
    # what is piped into another program has a line an article, however long
    Console(width=console.width if console.is_terminal else PIPED).print(table)


def print_report(report: Report, as_json: bool) -> None:
    """What was done on standard output, what was refused on standard error; then exit code 1."""
    if as_json:
        print_json(_facts(report))
    else:
        typer.echo("\n".join(_lines(report)))
    for article, correction in report.unmet:
        typer.echo(f"kutip: {_unmet(article, correction)}", err=True)
    for error in report.refused:
        typer.echo(f"kutip: skipped {error}", err=True)
    if report.refused:
        raise typer.Exit(1)


def _facts(report: Report) -> dict[str, object]:
    return {
        "version": report.version,
        "published": report.published,
        "articles": [
            {"origin": row.origin, "article": row.article_id, "outcome": row.outcome}
            for row in report.rows
        ],
        "unmet": [_unmet(article, correction) for article, correction in report.unmet],
        "refused": [{"file": str(error.path), "reason": error.reason} for error in report.refused],
    }


def _lines(report: Report) -> Iterator[str]:
    news = [row for row in report.rows if row.outcome != "unchanged"]
    yield from (f"{row.outcome}: {row.article_id} ({row.origin})" for row in news)
    if len(news) < len(report.rows):
        yield f"unchanged: {len(report.rows) - len(news)}"
    if not (report.rows or report.refused or report.published):
        yield "No articles found"
    served = report.version or "nothing"
    yield f"Now serving {served}" if report.published else f"Nothing to change, serving {served}"


def _unmet(article: Article, correction: Correction) -> str:
    return f"{article.id}: no quote for the correction {correction} of its .toml file"


@contextmanager
def progress(what: str) -> Iterator[Told]:
    """A bar on a terminal, silence elsewhere."""
    from rich.console import Console
    from rich.progress import MofNCompleteColumn, Progress, SpinnerColumn, TextColumn

    columns = (SpinnerColumn(), TextColumn("{task.description}"), MofNCompleteColumn())
    console = Console(stderr=True)
    with Progress(
        *columns, console=console, transient=True, disable=not console.is_terminal
    ) as bar:
        task = bar.add_task(what, total=None)
        yield lambda _: bar.advance(task)
