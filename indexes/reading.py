"""A file to an article: its text character for character, and what is known about it."""

import re
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path
from unicodedata import category

from indexes.contents import load
from indexes.decoding import Decoded, decode
from indexes.errors import ArticleUnreadable
from indexes.language import detect
from indexes.quotes.correction import Correction
from indexes.sidecar import beside

HEADING = re.compile(r"^# .*[^\W_]", re.MULTILINE)
SENTENCE_END = re.compile(r"""[.!?…]["'”’»)]*(?:\s|$)""")
LONGEST_HEADLINE = 120
LONGEST_BEGINNING = 80


@dataclass(frozen=True, slots=True)
class Draft:
    """An article as it was read, before it has an id; `text` is the decoded file."""

    origin: str
    title: str
    text: str
    language: str
    url: str | None
    source: str | None
    published: date | None
    sha256: str
    encoding: str
    corrections: tuple[Correction, ...] = ()


def read(path: Path, origin: str, *, max_bytes: int) -> Draft:
    """The article in a file and its sidecar; an ArticleUnreadable says why there is none."""
    decoded = _decoded(path, max_bytes)
    text = decoded.text.replace("\r\n", "\n")
    if not text.strip():
        raise ArticleUnreadable(path, "empty; nothing to quote in it")
    if not any(map(_says_something, text.splitlines())):
        raise ArticleUnreadable(path, "no sentence in it; an article needs lines of words")
    sidecar = beside(path, max_bytes=max_bytes)
    return Draft(
        origin=origin,
        title=sidecar.title or headline(text),
        text=text,
        language=sidecar.language or detect(text),
        url=sidecar.url,
        source=sidecar.source,
        published=sidecar.published,
        sha256=sha256(text.encode()).hexdigest(),
        encoding=decoded.encoding,
        corrections=sidecar.quotes,
    )


def headline(text: str) -> str:
    """The title a text gives itself: its main heading or first line, else how it begins."""
    heading = HEADING.search(text)
    line = _clean(text[heading.start() :] if heading else text)
    whole = heading or not SENTENCE_END.search(line)
    if len(line) <= (LONGEST_HEADLINE if whole else LONGEST_BEGINNING):
        return line
    words, _, _ = line[:LONGEST_BEGINNING].rpartition(" ")
    return (words or line[: LONGEST_BEGINNING - 1]).rstrip(",;:-–— ") + "…"


def _decoded(path: Path, max_bytes: int) -> Decoded:
    try:
        return decode(load(path, max_bytes=max_bytes))
    except ValueError as error:
        raise ArticleUnreadable(path, str(error)) from None


def _says_something(line: str) -> bool:
    return sum(any(map(str.isalpha, word)) for word in line.split()) >= 2


def _clean(text: str) -> str:
    """The first line with a letter or digit, without marks of Markdown and invisible characters."""
    line = next(line for line in text.splitlines() if any(map(str.isalnum, line)))
    seen = (" " if c.isspace() else c for c in line if c.isspace() or category(c)[0] != "C")
    return " ".join("".join(seen).strip("#*_ ").split())
