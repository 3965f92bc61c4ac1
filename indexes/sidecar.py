"""What a `<stem>.toml` beside an article says about it."""

import os
import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any
from unicodedata import category
from urllib.parse import urlsplit

from indexes.contents import load
from indexes.errors import ArticleUnreadable
from indexes.quotes.correction import Correction

LONGEST_TITLE = 300
LINE = re.compile(r"at line (\d+)")


@dataclass(frozen=True, slots=True)
class Sidecar:
    """What is known about an article beyond its text; None where nothing is said."""

    title: str | None = None
    url: str | None = None
    source: str | None = None
    published: date | None = None
    language: str | None = None
    quotes: tuple[Correction, ...] = ()


def beside(article: Path, *, max_bytes: int) -> Sidecar:
    """The sidecar of an article file, an empty one where there is none."""
    path = article.with_suffix(".toml")
    if not os.path.lexists(path):  # unlike Path.exists, no error where the name is too long
        return Sidecar()
    said: dict[str, Any] = {}
    for key, value in _table(path, load(path, max_bytes=max_bytes)).items():
        if key not in KEYS:
            raise ArticleUnreadable(path, f"unknown key {key!r}; known are {', '.join(KEYS)}")
        try:
            said[key] = KEYS[key](value)
        except ValueError as error:
            raise ArticleUnreadable(path, f"{key}: expected {error}") from None
    return Sidecar(**said)


def _table(path: Path, raw: bytes) -> dict[str, Any]:
    try:
        text = raw.decode("utf-8-sig")
        return tomllib.loads(text)
    except UnicodeDecodeError:
        raise ArticleUnreadable(path, "not UTF-8; save it as UTF-8") from None
    except (ValueError, RecursionError) as error:  # ValueError: also a number of 5,000 digits
        where = LINE.search(str(error))
        line = ascii(text.split("\n")[int(where[1]) - 1].strip()[:80]) if where else "the file"
        raise ArticleUnreadable(path, f"no valid TOML: {error}; correct {line}") from None


def _line(value: object) -> str:
    if not isinstance(value, str) or not value.strip() or len(value) > LONGEST_TITLE:
        raise ValueError(f"1 to {LONGEST_TITLE} characters of text")
    if any(category(character) in ("Cc", "Zl", "Zp") for character in value.strip()):
        raise ValueError("one line without control characters")
    return value.strip()


def _url(value: object) -> str:
    expected = "a web address such as https://example.com/news"
    if not isinstance(value, str) or not value.isprintable() or " " in value:
        raise ValueError(expected)
    try:
        address = urlsplit(value)
    except ValueError:
        raise ValueError(expected) from None
    if address.scheme not in ("http", "https") or not address.hostname:
        raise ValueError(expected)
    return value


def _date(value: object) -> date:
    if isinstance(value, str):
        try:
            value = datetime.fromisoformat(value.strip())
        except ValueError:
            value = None
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    raise ValueError("a date such as 2023-09-11")


def _language(value: object) -> str:
    if value not in ("id", "en"):
        raise ValueError('"id" or "en"')
    return str(value)


def _quotes(value: object) -> tuple[Correction, ...]:
    if not isinstance(value, list):
        raise ValueError("tables that begin with [[quotes]]")
    return tuple(map(_correction, value))


def _correction(value: object) -> Correction:
    said = value if isinstance(value, dict) else {}
    text, start = said.get("text"), said.get("start")
    speaker = _line(said["speaker"]) if "speaker" in said else None
    keys = {"text" if text is not None else "start", "drop" if speaker is None else "speaker"}
    located = isinstance(text, str) and any(map(str.isalnum, text))
    placed = isinstance(start, int) and start >= 0
    dropped = said.get("drop") is True
    if said.keys() != keys or not (located or placed) or dropped == (speaker is not None):
        raise ValueError('tables with text = "…" or start = 123, and speaker = "…" or drop = true')
    return Correction(text, start, speaker)


KEYS: Mapping[str, Callable[[object], str | date | tuple[Correction, ...]]] = {
    "title": _line,
    "url": _url,
    "source": _line,
    "published": _date,
    "language": _language,
    "quotes": _quotes,
}
