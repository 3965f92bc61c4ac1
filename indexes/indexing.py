"""The way in: read articles, plan, build a new version, verify it, publish it.

Every step is taken in the calling process under the lock, never in one that answers questions.
A crash or a kill at any step leaves the served version as it was.
"""

import sqlite3
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from indexes.article import Article
from indexes.building import Build, QuoteReader, Told
from indexes.catalog import Catalog
from indexes.checking import check_texts, first_whole, verify
from indexes.embedding import Embedder, open_embedder
from indexes.errors import (
    ArticleMissing,
    ArticleUnreadable,
    BuildFailed,
    IndexDamaged,
    IndexUnfit,
    PointerBroken,
    VersionMissing,
)
from indexes.files import find
from indexes.lock import hold
from indexes.manifest import Manifest
from indexes.planning import Plan, Row
from indexes.quotes.correction import Correction
from indexes.quotes.reading import read_quotes
from indexes.reading import Draft, read
from indexes.settings import IndexSettings
from indexes.versions import Versions

Unmet = tuple[tuple[Article, Correction], ...]

SAME_ORIGIN = "it would take the place of another file; add the folder that holds both instead of"


@dataclass(frozen=True, slots=True)
class Report:
    """What a re-indexing did: `version` is the one served now, `published` whether it is new.

    `unmet` are corrections of sidecars that meet no quote, each with its article.
    """

    rows: tuple[Row, ...]
    refused: tuple[ArticleUnreadable, ...]
    version: str | None
    published: bool
    unmet: Unmet = ()


def _silent(_: object) -> None:
    """Nobody watches."""


class Indexing:
    """All that changes an index; one at a time, by the lock."""

    def __init__(self, settings: IndexSettings, *, quotes: QuoteReader = read_quotes) -> None:
        self._settings = settings
        self._quotes = quotes
        self._versions = Versions(settings.folder)

    @cached_property
    def _embedder(self) -> Embedder:
        return open_embedder(self._settings.model)

    def add(self, paths: Sequence[Path], told: Told = _silent) -> Report:
        """Index files and folders; the bad ones are refused by name, the rest goes in."""
        drafts, refused = self._read(paths)

        def each(plan: Plan) -> None:
            for draft in drafts:
                plan.add(draft)

        return self._change("adding articles", each, told, refused)

    def remove(self, names: Sequence[str]) -> Report:
        """Take articles out, by id or by origin."""

        def each(plan: Plan) -> None:
            for name in dict.fromkeys(names):
                if not plan.remove(name):
                    raise ArticleMissing(name)

        return self._change("removing articles", each)

    def rebuild(self, told: Told = _silent) -> Report:
        """A new version from the texts of the served one: for another model or format."""
        with hold(self._settings.folder, "rebuilding"):
            served = self._versions.served()
            with closing(Catalog.open(served / "catalog.sqlite")) as catalog:
                for fault in check_texts(catalog):
                    raise IndexDamaged(served, fault)
                name, unmet = self._build(None, [], catalog.articles(), catalog.origins(), told)
            return Report((), (), name, True, unmet)

    def rollback(self, name: str | None = None) -> str:
        """Serve an older version again: the named one, or the newest whole one before."""
        with hold(self._settings.folder, "rolling back"):
            chosen = self._versions.path(name) if name else self._before()
            if name:
                verify(chosen)
            self._versions.serve(chosen.name)
            return chosen.name

    def _before(self) -> Path:
        try:
            served = self._versions.served().name
            older = self._versions.before(served)
        except PointerBroken:
            served, older = "any", self._versions.names()[::-1]
        found = first_whole(map(self._versions.path, older))
        if found is None:
            raise VersionMissing(f"before {served}")
        return found

    def _read(self, paths: Iterable[Path]) -> tuple[list[Draft], list[ArticleUnreadable]]:
        drafts: dict[str, tuple[Path, Draft]] = {}
        refused: list[ArticleUnreadable] = []
        limit = int(self._settings.max_megabytes * 1_000_000)
        for path in paths:
            found, left_out = find(path)
            refused += left_out
            for file in found:
                try:
                    draft = read(file.path, file.origin, max_bytes=limit)
                    earlier, _ = drafts.setdefault(file.origin, (file.path, draft))
                    if earlier.resolve() != file.path.resolve():
                        raise ArticleUnreadable(file.path, f"{SAME_ORIGIN} {earlier}")
                except ArticleUnreadable as error:
                    refused.append(error)
        return [draft for _, draft in drafts.values()], refused

    def _change(
        self,
        purpose: str,
        fill: Callable[[Plan], None],
        told: Told = _silent,
        refused: Sequence[ArticleUnreadable] = (),
    ) -> Report:
        with hold(self._settings.folder, purpose):
            base = self._versions.served() if self._versions.current() else None
            identity = self._embedder.identity
            if base and (built_by := Manifest.read(base).model) != identity:
                raise IndexUnfit("model", str(built_by), str(identity))
            plan = _plan(base, fill)
            name = base.name if base else None
            unmet: Unmet = ()
            if plan.changes:
                if base:
                    verify(base)  # damage must not be copied, and then called whole
                name, unmet = self._build(base, plan.drop, plan.put.values(), plan.origins, told)
            return Report(tuple(plan.rows), tuple(refused), name, plan.changes, unmet)

    def _build(
        self,
        base: Path | None,
        drop: Iterable[str],
        put: Iterable[Article],
        origins: dict[str, str],
        told: Told,
    ) -> tuple[str, Unmet]:
        """A new version, checked and served, and corrections that met no quote.

        Whatever goes wrong, nothing of it stays.
        """
        try:
            stage = self._versions.stage()
            with closing(Build(stage, self._embedder, base, quotes=self._quotes)) as build:
                build.drop(drop)
                build.put(put, told)
                build.finish(origins)
            verify(stage)
            name = self._versions.publish(stage)
        except IndexDamaged as damage:
            raise BuildFailed(damage.what) from damage
        except (OSError, sqlite3.Error) as error:
            raise BuildFailed(str(error)) from error
        finally:
            self._versions.clear_stage()
        self._versions.clean(self._settings.keep_versions)
        return name, tuple(build.unmet)


def _plan(base: Path | None, fill: Callable[[Plan], None]) -> Plan:
    """What `fill` asks for, against what the served version holds."""
    if base is None:
        plan = Plan({}, {}, _no_article)
        fill(plan)
        return plan
    with closing(Catalog.open(base / "catalog.sqlite")) as catalog:
        plan = Plan(catalog.origins(), catalog.hashes(), catalog.article)
        fill(plan)
        return plan


def _no_article(article_id: str) -> Article:
    raise ArticleMissing(article_id)
