"""What a re-indexing has to change, decided by content hash before anything is written.

Identity is where an article comes from, its origin. The same text from two origins is one article
with two origins; an article keeps its id while one of its origins stays.
"""

import itertools
import re
import unicodedata
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum

from indexes.article import Article
from indexes.reading import Draft

ID_LENGTH = 80


class Outcome(StrEnum):
    """What became of one file."""

    ADDED = "added"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    SAME_TEXT = "same text"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the report of a re-indexing."""

    origin: str
    article_id: str
    outcome: Outcome


@dataclass
class Plan:
    """The articles to drop and to put, and the origins as they will be; grows while planning."""

    origins: dict[str, str]
    hashes: dict[str, str]
    lookup: Callable[[str], Article]
    drop: set[str] = field(default_factory=set)
    put: dict[str, Article] = field(default_factory=dict)
    rows: list[Row] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._before = dict(self.origins)
        self._owners = Counter(self.origins.values())
        self._sha256 = {article_id: sha256 for sha256, article_id in self.hashes.items()}

    @property
    def changes(self) -> bool:
        """Whether a new version is needed at all."""
        return bool(self.drop or self.put) or self.origins != self._before

    def add(self, draft: Draft) -> None:
        """Take one article in; the same one again changes nothing."""
        held = self.origins.get(draft.origin)
        twin = self.hashes.get(draft.sha256)
        if twin is not None:
            outcome = self._join(draft, twin, held)
        elif held is not None and self._owners[held] == 1:
            self._store(held, draft)
            outcome = Outcome.CHANGED
        else:
            self._store(self._free_id(draft.origin), draft)
            outcome = Outcome.ADDED if held is None else Outcome.CHANGED
        self.rows.append(Row(draft.origin, self.origins[draft.origin], outcome))

    def remove(self, name: str) -> bool:
        """Take out an article by its id, or one origin of it; False where neither is known."""
        by_id = [origin for origin, article_id in self.origins.items() if article_id == name]
        found = by_id or [origin for origin in self.origins if origin == name]
        for origin in found:
            self.rows.append(Row(origin, self.origins[origin], Outcome.REMOVED))
            self._leave(origin)
        return bool(found)

    def _join(self, draft: Draft, twin: str, held: str | None) -> Outcome:
        """The text is known already: only its origin, or what is said about it, may be new."""
        if held == twin:
            if self._described(draft, twin):
                return Outcome.UNCHANGED
            self._store(twin, draft)
            return Outcome.CHANGED
        if held is not None:
            self._leave(draft.origin)
        self._own(draft.origin, twin)
        return Outcome.SAME_TEXT

    def _described(self, draft: Draft, article_id: str) -> bool:
        """Whether title, date and the rest stand as they did; the first origin has the say."""
        if self._owners[article_id] > 1:
            owners = (origin for origin, held in self.origins.items() if held == article_id)
            if min(owners) != draft.origin:
                return True
        stored = self.put.get(article_id) or self.lookup(article_id)
        return stored == _article(article_id, draft)

    def _store(self, article_id: str, draft: Draft) -> None:
        if article_id in self._sha256:
            self._forget(article_id)
        self.put[article_id] = _article(article_id, draft)
        self.hashes[draft.sha256] = article_id
        self._sha256[article_id] = draft.sha256
        self._own(draft.origin, article_id)

    def _own(self, origin: str, article_id: str) -> None:
        if self.origins.get(origin) != article_id:
            self._owners[article_id] += 1
        self.origins[origin] = article_id

    def _leave(self, origin: str) -> None:
        article_id = self.origins.pop(origin)
        self._owners[article_id] -= 1
        if self._owners[article_id] == 0:
            self._forget(article_id)

    def _forget(self, article_id: str) -> None:
        del self.hashes[self._sha256.pop(article_id)]
        if self.put.pop(article_id, None) is None:
            self.drop.add(article_id)

    def _free_id(self, origin: str) -> str:
        """The slug of the file's stem, with -2, -3 … where another origin holds it."""
        slug = _slug(origin)
        candidates = itertools.chain([slug], (f"{slug}-{n}" for n in itertools.count(2)))
        return next(
            name for name in candidates if name not in self._sha256 and name not in self.drop
        )


def _article(article_id: str, draft: Draft) -> Article:
    return Article(
        id=article_id, title=draft.title, text=draft.text, language=draft.language, url=draft.url,
        source=draft.source, published=draft.published, sha256=draft.sha256,
        corrections=draft.corrections,
    )  # fmt: skip


def _slug(origin: str) -> str:
    stem = origin.rsplit("/", 1)[-1].rsplit(".", 1)[0]
    plain = unicodedata.normalize("NFKD", stem).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:ID_LENGTH].strip("-") or "article"
