"""`kutip articles …`: the maintainers' door. Heavy imports wait until a command needs them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from indexes.errors import KutipError, PointerBroken
from indexes.printing import print_json, print_report, print_table, progress

if TYPE_CHECKING:
    from indexes.article import Article
    from indexes.catalog import Catalog
    from indexes.indexing import Indexing
    from indexes.versions import Versions

app = typer.Typer(
    help="Add, change and remove articles while the bot answers.", no_args_is_help=True
)

Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]


@app.command()
def add(
    paths: Annotated[
        list[str] | None,
        typer.Argument(help="Files (.txt, .md) or folders; by default INDEXES_ARTICLES."),
    ] = None,
    as_json: Json = False,
) -> None:
    """Index articles; ones that are in already are not indexed again."""
    from indexes.settings import IndexSettings

    if "" in (paths or []):
        raise typer.BadParameter("an empty path; name a file or a folder")
    chosen = list(map(Path, paths or [])) or [IndexSettings.read().articles]
    with progress("Indexing") as told:
        report = _indexing().add(chosen, told)
    print_report(report, as_json)


@app.command()
def remove(
    names: Annotated[list[str], typer.Argument(help="Article ids, or origins of articles.")],
    as_json: Json = False,
) -> None:
    """Take articles out of the index."""
    report = _indexing().remove(names)
    print_report(report, as_json)


@app.command("list")
def list_(as_json: Json = False) -> None:
    """List the articles."""
    with _catalog() as catalog:
        rows = [_facts(article, catalog) for article in catalog.articles()]
    if as_json:
        print_json(rows)
        return
    columns = ("id", "language", "published", "sentences", "title")
    print_table(columns, [[str(row[name] or "") for name in columns] for row in rows])


@app.command()
def show(article_id: str, as_json: Json = False) -> None:
    """Show an article, sentence by sentence."""
    with _catalog() as catalog:
        article = catalog.article(article_id)
        sentences = catalog.sentences(article_id)
        facts = _facts(article, catalog)
    if as_json:
        rows = [
            {"number": s.number, "start": s.start, "end": s.end, "text": s.text} for s in sentences
        ]
        print_json({**facts, "text": article.text, "sentence_list": rows})
        return
    for name, value in facts.items():
        typer.echo(
            f"{name + ':':<11}{', '.join(value) if isinstance(value, list) else value or ''}"
        )
    for sentence in sentences:
        typer.echo(f"\n{sentence.number:>4}  {sentence.text}")


@app.command()
def check(
    version: Annotated[str | None, typer.Argument(help="By default the served one.")] = None,
    as_json: Json = False,
) -> None:
    """Check that an index version is whole: files, counts, offsets, self-queries."""
    from indexes.checking import verify

    versions = _versions()
    path = versions.path(version) if version else versions.served()
    verify(path)
    if as_json:
        print_json({"version": path.name, "whole": True})
    else:
        typer.echo(f"{path.name}: whole")


@app.command()
def rebuild(as_json: Json = False) -> None:
    """Build the index anew from its own texts: for another model or format."""
    with progress("Rebuilding") as told:
        report = _indexing().rebuild(told)
    print_report(report, as_json)


@app.command("versions")
def versions_(as_json: Json = False) -> None:
    """List the index versions on disk; the served one is marked."""
    versions = _versions()
    try:
        current = versions.current()
    except PointerBroken:
        current = None
    rows = [_version(versions.path(name), current) for name in versions.names()]
    if as_json:
        print_json(rows)
        return
    columns = ("", "version", "articles", "sentences", "model")
    print_table(
        columns,
        [["*" if row["served"] else "", *(str(row[name]) for name in columns[1:])] for row in rows],
    )


@app.command()
def rollback(
    version: Annotated[str | None, typer.Argument(help="By default the one before.")] = None,
    as_json: Json = False,
) -> None:
    """Serve an older index version again."""
    name = _indexing().rollback(version)
    if as_json:
        print_json({"version": name})
    else:
        typer.echo(f"Now serving {name}")


def _indexing() -> Indexing:
    from indexes.indexing import Indexing
    from indexes.settings import IndexSettings

    return Indexing(IndexSettings.read())


def _versions() -> Versions:
    from indexes.settings import IndexSettings
    from indexes.versions import Versions

    return Versions(IndexSettings.read().folder)


@contextmanager
def _catalog() -> Iterator[Catalog]:
    from indexes.catalog import Catalog

    with closing(Catalog.open(_versions().served() / "catalog.sqlite")) as catalog:
        yield catalog


def _version(path: Path, current: str | None) -> dict[str, Any]:
    from indexes.manifest import Manifest

    facts: dict[str, Any] = {"version": path.name, "served": path.name == current}
    try:
        manifest = Manifest.read(path)
    except KutipError as error:
        return {**facts, "articles": "", "sentences": "", "model": str(error)}
    counts = {name: manifest.counts[name] for name in ("articles", "sentences")}
    return {**facts, **counts, "model": str(manifest.model)}


def _facts(article: Article, catalog: Catalog) -> dict[str, Any]:
    return {
        "id": article.id,
        "title": article.title,
        "language": article.language,
        "published": article.published and article.published.isoformat(),
        "source": article.source,
        "url": article.url,
        "origins": catalog.origins_of(article.id),
        "sentences": len(catalog.sentences(article.id)),
    }
