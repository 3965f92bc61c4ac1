"""The folder of immutable index versions, and CURRENT, the name of the one that is served.

data/index/CURRENT            one line, replaced by os.replace: readers see the old name or the new
          /versions/<name>/   never written again once it stands here
          /building/<name>/   on its way; what a killed run leaves is removed by the next
"""

import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from indexes.errors import IndexMissing, PointerBroken, VersionMissing

NAME = re.compile(r"\d{8}-\d{6}(?:\+\d+)?$")


class Versions:
    """Names sort by age; every change of the folder is one rename."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.marker = folder / "CURRENT"

    def current(self) -> str | None:
        """The name of the served version, or None before the first."""
        try:
            name = self.marker.read_text("utf-8").strip()
        except (OSError, UnicodeDecodeError):
            name = ""
        if name in (names := self.names()):
            return name
        if names:
            raise PointerBroken(self.folder)
        return None

    def served(self) -> Path:
        """The folder of the served version."""
        name = self.current()
        if name is None:
            raise IndexMissing(self.folder)
        return self.path(name)

    def path(self, name: str) -> Path:
        """The folder of a published version."""
        path = self.folder / "versions" / name
        if name not in self.names():
            raise VersionMissing(name)
        return path

    def names(self) -> list[str]:
        """All published versions, oldest first."""
        versions = self.folder / "versions"
        if not versions.is_dir():
            return []
        return sorted(p.name for p in versions.iterdir() if p.is_dir() and NAME.match(p.name))

    def before(self, name: str) -> list[str]:
        """The versions older than one, newest first."""
        return [other for other in reversed(self.names()) if other < name]

    def stage(self) -> Path:
        """An empty place to build in, under a new name; needs the lock."""
        self.clear_stage()
        building = self.folder / "building"
        building.mkdir(parents=True)
        return building / self._new_name()

    def clear_stage(self) -> None:
        """Remove what was being built; needs the lock."""
        shutil.rmtree(self.folder / "building", ignore_errors=True)

    def publish(self, staged: Path) -> str:
        """Move a verified version to its place and serve it."""
        _settle(staged, self.folder.stat().st_mode)
        home = self.folder / "versions"
        home.mkdir(exist_ok=True)
        staged.rename(home / staged.name)
        _sync(home)
        self.serve(staged.name)
        return staged.name

    def serve(self, name: str) -> None:
        """Make a published version the served one."""
        self.path(name)
        fresh = self.marker.with_name(f"CURRENT.{os.getpid()}")
        with fresh.open("w", encoding="utf-8") as file:
            file.write(name + "\n")
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(self.marker)
        _sync(self.folder)

    def clean(self, keep: int) -> None:
        """Remove all but the newest `keep` versions, never the served one; needs the lock."""
        for name in self.names()[:-keep]:
            if name != self.current():
                shutil.rmtree(self.path(name), ignore_errors=True)

    def _new_name(self) -> str:
        stamp = datetime.now(UTC).strftime("%Y%m%d-%H%M%S")
        newest = max(["", *self.names()])
        if stamp > newest:
            return stamp
        # the same second, or a clock set back: names must sort by age all the same
        stem, _, count = newest.partition("+")
        return f"{stem}+{int(count or 0) + 1:04}"


@contextmanager
def writable(version: Path) -> Iterator[Path]:
    """The version, or a private copy: Chroma and tantivy cannot open what they may not write to."""
    if os.access(version, os.W_OK):
        yield version
        return
    with tempfile.TemporaryDirectory(prefix="kutip-") as place:
        yield shutil.copytree(version, Path(place) / version.name)


def _settle(version: Path, mode: int) -> None:
    """Give all files the folder's mode (tantivy makes some 0600), and flush them to the disk."""
    for path in [version, *version.rglob("*")]:
        path.chmod(mode & 0o777 if path.is_dir() else mode & 0o666)
        _sync(path)


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
