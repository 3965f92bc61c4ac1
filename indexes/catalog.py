"""The articles of one version in SQLite: texts, origins, sentences, passages, quotes by offsets.

Only offsets are stored of what stands in an article: its text is always cut from there, so
that it cannot come to differ. A published catalog is opened immutable, read-only.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from indexes.article import Article, Bounds, Key, Passage, Sentence, Unit, text_name
from indexes.errors import ArticleMissing, IndexDamaged
from indexes.quotes import rows as quote_rows
from indexes.quotes.quote import Quote
from indexes.tables import COLUMNS, KEPT, SCHEMA, article_of, article_row

PARAMETERS = 500  # of one query; older SQLite takes 999
PAGE = 100  # articles read at a time
REMEMBERED = 512  # articles kept ready, some 2 MB of news


class Catalog:
    """The truth of one version; sentences come in the order of their article."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self._path = path
        self._database = connection
        self._remembered = lru_cache(REMEMBERED)(self._read_article)
        self._quoted = lru_cache(REMEMBERED)(self._read_quotes)

    @classmethod
    def create(cls, path: Path) -> "Catalog":
        """A new, empty catalog, for writing."""
        catalog = cls.edit(path)
        catalog._database.executescript(SCHEMA)
        return catalog

    @classmethod
    def edit(cls, path: Path) -> "Catalog":
        """An unpublished catalog, for writing."""
        return cls(path, sqlite3.connect(path))

    @classmethod
    def open(cls, path: Path) -> "Catalog":
        """A published catalog, for reading by any thread; nothing is written beside it."""
        if not path.is_file():
            raise IndexDamaged(path.parent, f"{path.name} is missing")
        uri = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
        return cls(path, sqlite3.connect(uri, uri=True, check_same_thread=False))

    def close(self) -> None:
        """Finish; what `put` and `drop` did is written."""
        self._database.commit()
        self._database.close()

    def article(self, article_id: str) -> Article:
        """The article with that id."""
        return self._remembered(article_id)

    def articles(self, *, skip: int = 0, limit: int = -1) -> Iterator[Article]:
        """The articles by id, read one by one; all of them without a limit."""
        query = f"SELECT {self._columns} FROM articles ORDER BY id LIMIT ? OFFSET ?"
        page = PAGE if limit < 0 else min(limit, PAGE)
        while page and (rows := self._rows(query, (page, skip))):
            yield from (article_of(*row) for row in rows)
            skip, limit = skip + len(rows), limit - len(rows) if limit > 0 else limit
            page = PAGE if limit < 0 else min(limit, PAGE)

    def origins(self) -> dict[str, str]:
        """Where each article came from: origin to article id."""
        return dict(self._rows("SELECT origin, article FROM origins ORDER BY origin"))

    def origins_of(self, article_id: str) -> list[str]:
        """Where one article came from."""
        rows = self._rows("SELECT origin FROM origins WHERE article = ? ORDER BY 1", (article_id,))
        return [origin for (origin,) in rows]

    def hashes(self) -> dict[str, str]:
        """The sha256 of each text, to its article id."""
        return dict(self._rows("SELECT sha256, id FROM articles ORDER BY id"))

    def sentences(self, article_id: str, first: int = 1, last: int | None = None) -> list[Sentence]:
        """The sentences of an article from number `first` to `last`, both included."""
        article = self.article(article_id)
        rows = self._rows(
            "SELECT number, start, stop, paragraph FROM sentences"
            " WHERE article = ? AND number BETWEEN ? AND ? ORDER BY number",
            (article_id, first, 2**31 if last is None else last),
        )
        return [article.sentence(number, Bounds(*bounds)) for number, *bounds in rows]

    def sentence(self, key: Key) -> Sentence:
        """One sentence by its address."""
        return self.sentences(key.article_id, key.number, key.number)[0]

    def passages(self, article_id: str) -> list[Passage]:
        """The passages of an article."""
        article = self.article(article_id)
        by_number = {sentence.number: sentence for sentence in self.sentences(article_id)}
        rows = self._rows(
            "SELECT number, first, last FROM passages WHERE article = ? ORDER BY number",
            (article_id,),
        )
        return [
            article.passage(number, by_number[first], by_number[last])
            for number, first, last in rows
        ]

    def quotes(self, article_id: str) -> Sequence[Quote]:
        """Who said what in an article."""
        return self.quotes_in(article_id)

    def quotes_in(
        self, article_id: str, first: int = 1, last: int | None = None
    ) -> Sequence[Quote]:
        """The quotes that stand, at least in part, in its sentences from `first` to `last`."""
        return self._quoted(article_id, first, last)

    def _read_quotes(self, article_id: str, first: int, last: int | None) -> Sequence[Quote]:
        article = self.article(article_id)
        rows = self._rows(
            f"SELECT {quote_rows.COLUMNS} FROM quotes"
            " WHERE article = ? AND last >= ? AND first <= ? ORDER BY number",
            (article_id, first, 2**31 if last is None else last),
        )
        return tuple(quote_rows.quote_of(article, row) for row in rows)

    def ledger(self, **wanted: str | Sequence[str] | None) -> Iterator[Quote]:
        """Every quote by article and number; of a column, such as `speaker`, some values only."""
        asked = {column: _listed(value) for column, value in wanted.items() if value is not None}
        where = " AND ".join(
            f"{column} IN (SELECT value FROM json_each(:{column}))" for column in asked
        )
        query = (
            f"SELECT {quote_rows.COLUMNS} FROM quotes WHERE {where or '1'} ORDER BY article, number"
        )
        values = {column: json.dumps(some) for column, some in asked.items()}
        try:
            for row in self._database.execute(query, values):
                yield quote_rows.quote_of(self.article(row[0]), row)
        except sqlite3.DatabaseError as error:
            raise self._damaged(error) from error

    def speakers(self) -> list[tuple[str, str, str]]:
        """Each name of a speaker, with what it is called in a text, and its office there."""
        return self._rows(
            "SELECT DISTINCT speaker, spoken, office FROM quotes WHERE speaker IS NOT NULL"
            " ORDER BY speaker, spoken, office"
        )

    def window(self, passage: Key) -> range:
        """The numbers of the sentences of a passage."""
        ((first, last),) = self._rows(
            "SELECT first, last FROM passages WHERE article = ? AND number = ?", passage
        )
        return range(first, last + 1)

    def holders(self, unit: Unit, names: Sequence[str]) -> dict[str, list[Key]]:
        """Where each of these texts stands; texts that stand nowhere are left out."""
        found: dict[str, list[Key]] = {}
        for at in range(0, len(names), PARAMETERS):
            some = names[at : at + PARAMETERS]
            marks = ", ".join("?" * len(some))
            rows = self._rows(
                f"SELECT name, article, number FROM {unit} WHERE name IN ({marks})"
                " ORDER BY article, number",
                some,
            )
            for name, *key in rows:
                found.setdefault(name, []).append(Key(*key))
        return found

    def count(self, table: str) -> int:
        """How many articles, origins, sentences, passages or quotes there are."""
        number: int = self._rows(f"SELECT count(*) FROM {table}")[0][0]
        return number

    def put(
        self,
        article: Article,
        sentences: Sequence[Sentence],
        passages: Sequence[Passage],
        quotes: Iterable[Quote] = (),
    ) -> None:
        """Store an article that is not there yet."""
        self._database.execute(
            f"INSERT INTO articles ({COLUMNS}, {KEPT}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            article_row(article),
        )
        self._database.executemany(
            "INSERT INTO sentences VALUES (?, ?, ?, ?, ?, ?)",
            (
                (s.article_id, s.number, s.start, s.end, s.paragraph, text_name(s.text))
                for s in sentences
            ),
        )
        self._database.executemany(
            "INSERT INTO passages VALUES (?, ?, ?, ?, ?)",
            ((p.article_id, p.number, p.first, p.last, text_name(p.text)) for p in passages),
        )
        marks = ", ".join("?" * len(quote_rows.COLUMNS.split(",")))
        self._database.executemany(
            f"INSERT INTO quotes ({quote_rows.COLUMNS}) VALUES ({marks})",
            map(quote_rows.row, quotes),
        )

    def drop(self, article_id: str) -> None:
        """Remove an article with all that is stored of it, but for its origins."""
        self._remembered.cache_clear()
        self._quoted.cache_clear()
        for table in (*Unit, "quotes"):
            self._database.execute(f"DELETE FROM {table} WHERE article = ?", (article_id,))
        self._database.execute("DELETE FROM articles WHERE id = ?", (article_id,))

    def set_origins(self, origins: Iterable[tuple[str, str]]) -> None:
        """Replace all origins."""
        self._database.execute("DELETE FROM origins")
        self._database.executemany("INSERT INTO origins VALUES (?, ?)", origins)

    def _read_article(self, article_id: str) -> Article:
        query = f"SELECT {self._columns} FROM articles WHERE id = ?"
        for row in self._rows(query, (article_id,)):
            return article_of(*row)
        raise ArticleMissing(article_id)

    @cached_property
    def _columns(self) -> str:
        """Those of an article here; an older catalog is read when one is rebuilt from it."""
        here = {name for (name,) in self._rows("SELECT name FROM pragma_table_info('articles')")}
        return f"{COLUMNS}, {KEPT}" if KEPT in here else COLUMNS

    def _rows(self, query: str, values: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        try:
            return self._database.execute(query, tuple(values)).fetchall()
        except sqlite3.DatabaseError as error:
            raise self._damaged(error) from error

    def _damaged(self, error: sqlite3.DatabaseError) -> IndexDamaged:
        return IndexDamaged(self._path.parent, f"{self._path.name}: {error}")


def _listed(value: str | Sequence[str]) -> list[str]:
    return [value] if isinstance(value, str) else list(value)
