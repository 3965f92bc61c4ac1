"""The served version in a long-running process: one version an answer, a new one without a gap.

A watcher looks at CURRENT once a second, opens and warms the new version beside the old one,
switches, and closes the old one when its last answer is done.
"""

import logging
import threading
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from indexes.checking import first_whole, verify
from indexes.embedding import open_embedder
from indexes.errors import IndexDamaged, KutipError
from indexes.index import Index
from indexes.settings import IndexSettings
from indexes.versions import Versions

WATCH_SECONDS = 1.0

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Choice:
    """A version to serve, and the name of the one that was passed over for it."""

    version: Path
    passed_over: str | None = None


class _Lease:
    """An open version and how many answers are using it; closed after the last."""

    def __init__(self, index: Index) -> None:
        self.index = index
        self.readers = 0
        self.retired = False


class ServedIndex:
    """Always a whole version: `reading` lends the newest one for the length of an answer."""

    def __init__(self, settings: IndexSettings, choice: Choice | None = None) -> None:
        self._versions = Versions(settings.folder)
        choice = choice or Choice(self._versions.served())
        self._embedder = open_embedder(settings.model)
        self._told: str | None = None
        self._guard = threading.Lock()
        self._stop = threading.Event()
        self._watcher: threading.Thread | None = None
        self._refused = choice.passed_over
        self._lease = _Lease(Index(choice.version, self._embedder))

    @contextmanager
    def reading(self) -> Iterator[Index]:
        """The served version, held open until the block ends."""
        with self._guard:
            lease = self._lease
            lease.readers += 1
        try:
            yield lease.index
        finally:
            with self._guard:
                lease.readers -= 1
                last = lease.retired and lease.readers == 0
            if last:
                lease.index.close()

    def watch(self) -> None:
        """Follow CURRENT from a thread of its own until `close`."""
        self._watcher = threading.Thread(target=self._follow, name="index-watcher", daemon=True)
        self._watcher.start()

    def follow(self) -> None:
        """Switch to the version that CURRENT names, if it is another and can be opened."""
        name = self._versions.current()
        if name is None or name in (self._lease.index.name, self._refused):
            return
        self._refused = name  # until it serves: one that cannot be opened is tried once
        with ExitStack() as opening:
            fresh = opening.enter_context(closing(Index(self._versions.path(name), self._embedder)))
            fresh.warm()
            opening.pop_all()
        self._refused = None
        self._switch(fresh)
        log.info("Now serving index version %s", name)

    def close(self) -> None:
        """Stop watching and close the version."""
        self._stop.set()
        if self._watcher:
            self._watcher.join()
        self._lease.index.close()

    def _switch(self, fresh: Index) -> None:
        with self._guard:
            old, self._lease = self._lease, _Lease(fresh)
            old.retired = True
            idle = old.readers == 0
        if idle:
            old.index.close()

    def _follow(self) -> None:
        while not self._stop.wait(WATCH_SECONDS):
            try:
                self.follow()
            except KutipError as error:
                self._tell(str(error))
            except Exception:  # the watcher must outlive whatever a file system can raise
                self._tell("A new index version cannot be looked for", trace=True)

    def _tell(self, what: str, *, trace: bool = False) -> None:
        """Log a fault once, not once a second."""
        if what != self._told:
            log.error("%s (still serving %s)", what, self._lease.index.name, exc_info=trace)
        self._told = what


def newest_whole(versions: Versions) -> Choice:
    """The served version if it is whole, else the newest older one that is; else its fault."""
    served = versions.served()
    try:
        verify(served)
        return Choice(served)
    except IndexDamaged as damage:
        older = first_whole(map(versions.path, versions.before(served.name)))
        if older is None:
            raise
        log.error("%s Serving %s instead", damage, older.name)
        return Choice(older, passed_over=served.name)
