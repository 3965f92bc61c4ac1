"""The way in: read articles, plan, build a new version, verify it, publish it.

Every step is taken in the calling process under the lock, never in one that answers questions.
A crash or a kill at any step leaves the served version as it was.
"""

from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from indexes.article import Article
from indexes.building import Build, Told
from indexes.catalog import Catalog
from indexes.checking import verify
from indexes.embedding import open_embedder
from indexes.errors import (
    ArticleMissing,
    ArticleUnreadable,
    IndexMissing,
    IndexUnfit,
    VersionMissing,
)
from indexes.files import find
from indexes.lock import hold
from indexes.manifest import Manifest
from indexes.planning import Plan, Row
from indexes.reading import Draft, read
from indexes.settings import IndexSettings
from indexes.versions import Versions


@dataclass(frozen=True, slots=True)
class Report:
    """What a re-indexing did: `version` is the one served now, `published` whether it is new."""

    rows: tuple[Row, ...]
    refused: tuple[ArticleUnreadable, ...]
    version: str | None
    published: bool


def _silent(_: object) -> None:
    """Nobody watches."""


class Indexing:
    """All that changes an index; one at a time, by the lock."""

    def __init__(self, settings: IndexSettings) -> None:
        self._settings = settings
        self._versions = Versions(settings.folder)

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
            for name in names:
                if not plan.remove(name):
                    raise ArticleMissing(name)

        return self._change("removing articles", each)

    def rebuild(self, told: Told = _silent) -> Report:
        """A new version from the texts of the served one: for another model or format."""
        with hold(self._settings.folder, "rebuilding"):
            served = self._versions.served()
            with closing(Catalog.open(served / "catalog.sqlite")) as catalog:
                build = Build(self._versions.stage(), open_embedder(self._settings.model), None)
                build.put(catalog.articles(), told)
                return Report((), (), self._publish(build, catalog.origins()), True)

    def rollback(self, name: str | None = None) -> str:
        """Serve an older version again: the named one, or the one before the served."""
        with hold(self._settings.folder, "rolling back"):
            served = self._versions.current()
            if served is None:
                raise IndexMissing(self._settings.folder)
            older = self._versions.before(served)
            if name is None and not older:
                raise VersionMissing("before " + served)
            chosen = name or older[0]
            verify(self._versions.path(chosen))
            self._versions.serve(chosen)
            return chosen

    def _read(self, paths: Iterable[Path]) -> tuple[list[Draft], list[ArticleUnreadable]]:
        drafts, refused = [], []
        limit = int(self._settings.max_megabytes * 1_000_000)
        for path in paths:
            found, left_out = find(path)
            refused += left_out
            for file in found:
                try:
                    drafts.append(read(file.path, file.origin, max_bytes=limit))
                except ArticleUnreadable as error:
                    refused.append(error)
        return drafts, refused

    def _change(
        self,
        purpose: str,
        fill: Callable[[Plan], None],
        told: Told = _silent,
        refused: Sequence[ArticleUnreadable] = (),
    ) -> Report:
        with hold(self._settings.folder, purpose):
            base = self._versions.served() if self._versions.current() else None
            embedder = open_embedder(self._settings.model)
            if base and (built_by := Manifest.read(base).model) != embedder.identity:
                raise IndexUnfit("model", str(built_by), str(embedder.identity))
            plan = _plan(base, fill)
            name = self._versions.current()
            if plan.changes:
                build = Build(self._versions.stage(), embedder, base)
                build.drop(plan.drop)
                build.put(plan.put.values(), told)
                name = self._publish(build, plan.origins)
            return Report(tuple(plan.rows), tuple(refused), name, plan.changes)

    def _publish(self, build: Build, origins: dict[str, str]) -> str:
        build.finish(origins)
        verify(build.folder)
        name = self._versions.publish(build.folder)
        self._versions.clean(self._settings.keep_versions)
        return name


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
