"""The bytes of a file: never more than allowed, and never waited for."""

import math
import os
import stat
from pathlib import Path

from indexes.errors import ArticleUnreadable

CHANGED = "it changed while it was read; add it again"
NO_FILE = "not a regular file; copy the text into one"


def load(path: Path, *, max_bytes: int) -> bytes:
    """All bytes of a regular file, or an error that says why not."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise ArticleUnreadable(path, NO_FILE)
        # a FIFO may take the file's place right now; opened like this it keeps nobody waiting
        with os.fdopen(os.open(path, os.O_RDONLY | os.O_NONBLOCK), "rb") as file:
            before = os.fstat(file.fileno())
            if before.st_size > max_bytes:
                raise ArticleUnreadable(path, _too_large(before.st_size, max_bytes))
            held = file.read(max_bytes + 1)
            after = os.fstat(file.fileno())
    except OSError as error:
        raise unreadable(path, error) from None
    if (len(held), after.st_mtime_ns) != (before.st_size, before.st_mtime_ns):
        raise ArticleUnreadable(path, CHANGED)
    return held


def unreadable(path: Path, error: OSError) -> ArticleUnreadable:
    """What the operating system said, as an error about one file."""
    if isinstance(error, FileNotFoundError) and not path.is_symlink():
        return ArticleUnreadable(path, "it does not exist; check the path")
    return ArticleUnreadable(path, f"{error.strerror}; check the path and its permissions")


def _too_large(size: int, limit: int) -> str:
    megabytes = math.ceil(size / 1e5) / 10  # upwards, or it might look equal to the limit
    return f"{megabytes:.1f} MB; the limit is {limit / 1e6:.1f} MB (INDEXES_MAX_MEGABYTES)"
