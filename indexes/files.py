"""Which files of a folder may be articles; nothing is opened, links lead nowhere else."""

import os
import re
import stat
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from indexes.contents import NO_FILE, unreadable
from indexes.errors import ArticleUnreadable

SUFFIXES = (".txt", ".md")
URL = re.compile(r"https?:/", re.IGNORECASE)  # Path keeps one of the two slashes
NO_URL = "web pages are not read yet; save the text as a .txt file and add that"
NO_ARTICLE = "no .txt or .md file; save the text as one"
BAD_NAME = "its name is not UTF-8 or holds a line break; rename it"
LEADS_OUT = "a link that leads out of the folder; add what it points to"


@dataclass(frozen=True, slots=True)
class Found:
    """A file that may be an article; `origin` is its path below the folder added."""

    path: Path
    origin: str


def find(path: Path) -> tuple[list[Found], list[ArticleUnreadable]]:
    """The article files of a folder, or the one file; and those that cannot be read, with why.

    Hidden files and other kinds of file in a folder are passed over in silence.
    """
    seen = sorted(_seen(path), key=lambda one: one.path)
    found = [one for one in seen if isinstance(one, Found)]
    return found, [one for one in seen if isinstance(one, ArticleUnreadable)]


def _seen(path: Path) -> Iterator[Found | ArticleUnreadable]:
    if not _speakable(str(path)):
        yield ArticleUnreadable(_spelt_out(path), BAD_NAME)
        return
    try:
        kind = path.stat().st_mode
    except OSError as error:
        yield ArticleUnreadable(path, NO_URL) if URL.match(str(path)) else unreadable(path, error)
        return
    if stat.S_ISDIR(kind):
        yield from _walk(path, path.resolve())
    elif path.suffix.lower() not in SUFFIXES:
        yield ArticleUnreadable(path, NO_ARTICLE)
    else:
        yield Found(path, path.name) if stat.S_ISREG(kind) else ArticleUnreadable(path, NO_FILE)


def _walk(root: Path, real: Path) -> Iterator[Found | ArticleUnreadable]:
    waiting = [root]  # not by recursion: a thousand folders deep is no error
    while waiting:
        folder = waiting.pop()
        try:
            with os.scandir(folder) as entries:
                shown = [entry for entry in entries if not entry.name.startswith(".")]
        except OSError as error:
            yield unreadable(folder, error)
            continue
        for entry in shown:
            path = folder / entry.name
            if entry.is_dir(follow_symlinks=False):
                waiting.append(path)
            elif (one := _file(path, root, real)) is not None:
                yield one


def _file(path: Path, root: Path, real: Path) -> Found | ArticleUnreadable | None:
    article = path.suffix.lower() in SUFFIXES
    try:
        kind = path.stat().st_mode
        target = path.resolve()
    except OSError as error:
        return unreadable(path, error) if article else None
    linked = stat.S_ISDIR(kind)
    if not article and not linked:
        return None
    origin = path.relative_to(root).as_posix()
    if not _speakable(origin):
        return ArticleUnreadable(_spelt_out(path), BAD_NAME)
    if not target.is_relative_to(real):
        return ArticleUnreadable(path, LEADS_OUT)
    if linked:
        return None  # its files are found where it points to
    return Found(path, origin) if stat.S_ISREG(kind) else ArticleUnreadable(path, NO_FILE)


def _speakable(name: str) -> bool:
    """Whether a name can be printed in a line: no control characters, nothing undecodable."""
    return all(unicodedata.category(character) not in ("Cc", "Cs") for character in name)


def _spelt_out(path: Path) -> Path:
    return Path("".join(c if _speakable(c) else ascii(c)[1:-1] for c in str(path)))
