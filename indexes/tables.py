"""The tables of a catalog, and an article as a row of its own."""

import json
from datetime import date
from typing import Any

from indexes.article import Article, Unit
from indexes.quotes import rows
from indexes.quotes.correction import Correction

SCHEMA = f"""
CREATE TABLE articles (id TEXT PRIMARY KEY, title TEXT NOT NULL, text TEXT NOT NULL,
    language TEXT NOT NULL, url TEXT, source TEXT, published TEXT, sha256 TEXT NOT NULL UNIQUE,
    corrections TEXT NOT NULL);
CREATE TABLE origins (origin TEXT PRIMARY KEY, article TEXT NOT NULL REFERENCES articles(id));
CREATE INDEX origins_of ON origins (article);
CREATE TABLE sentences (article TEXT NOT NULL REFERENCES articles(id), number INTEGER NOT NULL,
    start INTEGER NOT NULL, stop INTEGER NOT NULL, paragraph INTEGER NOT NULL,
    name TEXT NOT NULL, PRIMARY KEY (article, number)) WITHOUT ROWID;
CREATE INDEX sentences_named ON sentences (name);
CREATE TABLE passages (article TEXT NOT NULL REFERENCES articles(id), number INTEGER NOT NULL,
    first INTEGER NOT NULL, last INTEGER NOT NULL,
    name TEXT NOT NULL, PRIMARY KEY (article, number)) WITHOUT ROWID;
CREATE INDEX passages_named ON passages (name);
{rows.SCHEMA}
"""
TABLES = ("articles", *Unit, "quotes")
COLUMNS = "id, title, text, language, url, source, published, sha256"
KEPT = "corrections"  # a column that catalogs of the first format have not


def article_row(article: Article) -> tuple[object, ...]:
    """Its values in the order of `COLUMNS` and `KEPT`."""
    published = article.published.isoformat() if article.published else None
    kept = json.dumps([correction.stored for correction in article.corrections])
    return (
        article.id, article.title, article.text, article.language, article.url, article.source,
        published, article.sha256, kept,
    )  # fmt: skip


def article_of(*row: Any) -> Article:  # noqa: ANN401  # columns of several types
    """The article of such a row, or of one that ends before `KEPT`."""
    columns = dict(zip((*COLUMNS.split(", "), KEPT), row, strict=False))
    published, kept = columns.pop("published"), columns.pop(KEPT, "[]")
    return Article(
        published=date.fromisoformat(published) if published else None,
        corrections=tuple(Correction(*stored) for stored in json.loads(kept)),
        **columns,
    )
