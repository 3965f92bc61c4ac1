"""`kutip ask`, `kutip said`: the analysts' doors. Heavy imports wait until something is asked."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from indexes.quotes.quote import QuoteType

if TYPE_CHECKING:
    from retrieval.answer import Answer
    from retrieval.answering import Answerer

app = typer.Typer()


@app.command()
def ask(
    question: Annotated[list[str] | None, typer.Argument(help="The question.")] = None,
    batch: Annotated[
        Path | None, typer.Option(help='JSON Lines: {"id", "question", "chat"?} a line.')
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print a JSON object a line.")] = False,
) -> None:
    """Answer a question with cited sentences, or say that the articles do not tell."""
    from retrieval.wiring import answerer, open_library

    if bool(question) == bool(batch):
        raise typer.BadParameter('give a question, as in kutip ask "Siapa …?", or --batch FILE')
    with open_library() as library:
        if question:
            _print(answerer(library).answer(" ".join(question)), as_json=as_json)
        elif batch and not _ask_batch(answerer(library), batch, as_json=as_json):
            raise typer.Exit(1)


@app.command()
def said(  # noqa: PLR0913  # an option each
    name: Annotated[list[str] | None, typer.Argument(help="Whose; any words of a name.")] = None,
    about: Annotated[str, typer.Option(metavar="WORDS", help="What about; the best first.")] = "",
    article: Annotated[str | None, typer.Option(metavar="ID", help="Only in this article.")] = None,
    type_: Annotated[QuoteType | None, typer.Option("--type", help="Only of this type.")] = None,
    cue: Annotated[str | None, typer.Option(metavar="WORD", help="Only with this cue.")] = None,
    since: Annotated[
        datetime | None,
        typer.Option(formats=["%Y-%m-%d"], metavar="DATE", help="Only articles since then."),
    ] = None,
    why: Annotated[bool, typer.Option("--why", help="Show rule, cue and confidence too.")] = False,
    people: Annotated[bool, typer.Option("--people", help="Who is quoted, and how often.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print a JSON object a line.")] = False,
    csv: Annotated[Path | None, typer.Option(metavar="FILE", help="Write CSV, - prints.")] = None,
    parquet: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write Parquet, - prints.")
    ] = None,
) -> None:
    """List who said what: in a table, or for programs."""
    from indexes.opening import open_catalog
    from indexes.settings import IndexSettings
    from retrieval.exporting import Form, put_out
    from retrieval.said import Wanted, quotes_of

    if (as_json, bool(csv), bool(parquet)).count(True) > 1 or (people and (csv or parquet)):
        raise typer.BadParameter("choose one of --json, --csv and --parquet; --people takes --json")
    day = since.date() if since else None
    wanted = Wanted(" ".join(name or ()), about, article, type_, cue, day)
    with open_catalog(IndexSettings.read()) as catalog:
        form = Form(why=why, people=people, as_json=as_json, csv=csv, parquet=parquet)
        put_out(catalog, quotes_of(catalog, wanted), form)


def _ask_batch(answerer: Answerer, batch: Path, *, as_json: bool) -> bool:
    """Answer each line of the file; False where a line was no question."""
    from retrieval.batch import Answered, answered, read_batch

    whole = True
    for asked in answered(answerer, read_batch(batch)):
        if isinstance(asked, Answered):
            _print(asked.answer, as_json=as_json, id=asked.id)
        else:
            whole = False
            typer.echo(f"kutip: {asked}", err=True)
    return whole


def _print(answer: Answer, *, as_json: bool, **extra: object) -> None:
    from prompts import say
    from retrieval.answer import Status
    from retrieval.record import record

    if as_json:
        # lone surrogates in an id, which JSON allows, cannot be printed
        line = json.dumps({**extra, **record(answer)}, ensure_ascii=False)
        typer.echo(line.encode("utf-8", "replace").decode())
        return
    if extra:
        typer.echo(f"— {answer.question.text}")
    if answer.status is Status.UNCERTAIN:
        typer.echo(f"{say('uncertain', answer.question.language)}\n")
    typer.echo(answer.text)
    for citation in answer.citations:
        place = f"{citation.article.id}, {citation.start}–{citation.end}"
        typer.echo(f"[{citation.number}] {citation.article.title} ({place})")
    typer.echo()
