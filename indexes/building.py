"""Articles into an unpublished version: copy the served one, change the copy, say what it holds."""

import shutil
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from itertools import islice
from pathlib import Path

from indexes.article import Article, Passage, Sentence, Unit, text_name
from indexes.catalog import Catalog
from indexes.embedding import Embedder
from indexes.keywords import KeywordStore
from indexes.manifest import Manifest, checksums
from indexes.passages import passages
from indexes.quotes.amending import amend
from indexes.quotes.correction import Correction
from indexes.quotes.quote import Quote
from indexes.quotes.reading import read_quotes
from indexes.splitting import split
from indexes.tables import TABLES
from indexes.terms import stems
from indexes.vectors import VectorStore

DEAD_SHARE = 0.2  # Chroma never reclaims a deleted vector; above this share all are stored afresh
BATCH = 200  # articles embedded and stored at a time; bounds the memory

Told = Callable[[Article], object]
QuoteReader = Callable[[Article, Sequence[Sentence]], Sequence[Quote]]


class Build:
    """A version on its way, in a folder that nobody reads; `finish` makes it whole.

    `unmet` are corrections that meet no quote of their article.
    """

    def __init__(
        self,
        folder: Path,
        embedder: Embedder,
        base: Path | None,
        *,
        quotes: QuoteReader = read_quotes,
    ) -> None:
        self.unmet: list[tuple[Article, Correction]] = []
        self._folder = folder
        self._embedder = embedder
        self._quotes = quotes
        if base is None:
            folder.mkdir()
            self._dead = 0
            self._catalog = Catalog.create(folder / "catalog.sqlite")
        else:
            self._dead = Manifest.read(base).dead
            _copy(base, folder)
            self._catalog = Catalog.edit(folder / "catalog.sqlite")
        self._closed = False
        new = base is None
        self._keywords = {u: KeywordStore(folder / "keywords", u, create=new) for u in Unit}
        self._vectors = VectorStore(folder / "chroma", create=new)

    def drop(self, article_ids: Iterable[str]) -> None:
        """Take articles out."""
        gone = list(article_ids)
        named: dict[Unit, set[str]] = {unit: set() for unit in Unit}
        for article_id in gone:
            named[Unit.SENTENCES] |= _names(self._catalog.sentences(article_id))
            named[Unit.PASSAGES] |= _names(self._catalog.passages(article_id))
            self._catalog.drop(article_id)
        before = self._live()
        for unit, names in named.items():
            held = self._catalog.holders(unit, sorted(names))
            self._vectors.remove(unit, sorted(names - held.keys()))
        self._dead += before - self._live()
        for store in self._keywords.values():
            store.change(gone, [])

    def put(self, articles: Iterable[Article], told: Told) -> None:
        """Take articles in that are not there; `told` hears of each one."""
        waiting = iter(articles)
        while batch := list(islice(waiting, BATCH)):
            cut = [(article, _sentences(article)) for article in batch]
            windows = [(article, passages(article, found)) for article, found in cut]
            self._store(Unit.SENTENCES, cut)
            self._store(Unit.PASSAGES, windows)
            for (article, sentences), (_, found) in zip(cut, windows, strict=True):
                self._catalog.put(article, sentences, found, self._said(article, sentences))
                told(article)

    def finish(self, origins: dict[str, str]) -> None:
        """Write the origins and the manifest, and close; only then is it complete."""
        self._catalog.set_origins(origins.items())
        if self._dead > DEAD_SHARE * (self._live() + self._dead):
            self._renew_vectors()
        counts = {table: self._catalog.count(table) for table in TABLES}
        counts |= {f"{unit}_vectors": self._vectors.count(unit) for unit in Unit}
        articles = {article_id: sha256 for sha256, article_id in self._catalog.hashes().items()}
        self.close()
        identity = self._embedder.identity
        sums = checksums(self._folder)
        Manifest(identity, articles, counts, self._dead, sums).write(self._folder)

    def close(self) -> None:
        """Give the files back, finished or not."""
        if not self._closed:
            self._catalog.close()
            self._vectors.close()
        self._closed = True

    def _said(self, article: Article, sentences: Sequence[Sentence]) -> tuple[Quote, ...]:
        found = self._quotes(article, sentences)
        quotes, unmet = amend(article.text, found, article.corrections)
        self.unmet += [(article, correction) for correction in unmet]
        return quotes

    def _store(
        self, unit: Unit, cut: Sequence[tuple[Article, Sequence[Sentence | Passage]]]
    ) -> None:
        rows = [(article.language, text) for article, found in cut for text in found]
        self._keywords[unit].change(
            [], ((text.key, stems(text.text, language)) for language, text in rows)
        )
        texts = {text_name(text.text): text.text for _, text in rows}
        known = self._catalog.holders(unit, list(texts))
        fresh = [name for name in texts if name not in known]
        vectors = self._embedder.embed([texts[name] for name in fresh])
        self._vectors.add(unit, fresh, vectors)

    def _live(self) -> int:
        return sum(self._vectors.count(unit) for unit in Unit)

    def _renew_vectors(self) -> None:
        """The stored vectors into new collections, without the dead; nothing is embedded."""
        fresh = VectorStore(self._folder / "fresh", create=True)
        for unit in Unit:
            for names, vectors in self._vectors.stored(unit):
                fresh.add(unit, names, vectors)
        self._vectors.close()
        fresh.close()
        shutil.rmtree(self._folder / "chroma")
        (self._folder / "fresh").rename(self._folder / "chroma")
        self._vectors = VectorStore(self._folder / "chroma")
        self._dead = 0


def _copy(base: Path, folder: Path) -> None:
    """A version that others may be reading, which makes Chroma write to its database."""
    shutil.copytree(
        base,
        folder,
        copy_function=shutil.copyfile,
        ignore=shutil.ignore_patterns("chroma.sqlite3*"),
    )
    served = f"{(base / 'chroma' / 'chroma.sqlite3').absolute().as_uri()}?mode=ro"
    with (
        closing(sqlite3.connect(served, uri=True)) as source,
        closing(sqlite3.connect(folder / "chroma" / "chroma.sqlite3")) as copy,
    ):
        source.backup(copy)


def _names(texts: Iterable[Sentence | Passage]) -> set[str]:
    return {text_name(text.text) for text in texts}


def _sentences(article: Article) -> list[Sentence]:
    return [article.sentence(n, bounds) for n, bounds in enumerate(split(article.text), start=1)]
