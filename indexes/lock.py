"""One re-indexing at a time: a lock that names its holder and ends with its process."""

import json
import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from filelock import FileLock, Timeout

from indexes.errors import IndexBusy


@contextmanager
def hold(folder: Path, purpose: str) -> Iterator[None]:
    """Hold the index for writing, or say at once who does."""
    folder.mkdir(parents=True, exist_ok=True)
    holder = folder / "HOLDER"
    try:
        with FileLock(folder / "LOCK", timeout=0):
            _name(holder, purpose)
            try:
                yield
            finally:
                holder.unlink(missing_ok=True)
    except Timeout:
        raise IndexBusy(_read(holder)) from None


def _name(holder: Path, purpose: str) -> None:
    now = datetime.now(UTC).isoformat(timespec="seconds")
    facts = {"pid": os.getpid(), "host": socket.gethostname(), "doing": purpose, "since": now}
    fresh = holder.with_name(f"HOLDER.{os.getpid()}")
    fresh.write_text(json.dumps(facts), "utf-8")
    fresh.replace(holder)


def _read(holder: Path) -> str:
    try:
        facts = json.loads(holder.read_text("utf-8"))
        return f"process {facts['pid']} on {facts['host']} ({facts['doing']}, {facts['since']})"
    except (OSError, ValueError, KeyError):
        return "another process"
