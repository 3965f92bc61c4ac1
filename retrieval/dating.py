"""Which articles a question means by their day: those of a date, or the newest."""

import re
import tomllib
from collections.abc import Iterable
from datetime import date, timedelta
from functools import cache
from importlib import resources
from typing import Any

from indexes.article import Article

NUMBERS = re.compile(r"\b(\d{1,2})[/.](\d{1,2})[/.](\d{4})\b")
DAY_FIRST = re.compile(r"\b(\d{1,2}) ([a-z]{3})[a-z]* (\d{4})\b")
MONTH_FIRST = re.compile(r"\b([a-z]{3})[a-z]* (\d{1,2}),? (\d{4})\b")
REPORTED = timedelta(days=1)  # news of a day stands in that day's articles and the next day's


def meant(text: str, articles: Iterable[Article]) -> frozenset[str]:
    """The ids of the articles that a question means by its date; none where it names no day."""
    dated = [(article.published, article.id) for article in articles if article.published]
    if asked := day(text):
        return frozenset(name for when, name in dated if asked <= when <= asked + REPORTED)
    if dated and _newest().search(text.lower()):
        newest = max(when for when, _ in dated)
        return frozenset(name for when, name in dated if when == newest)
    return frozenset()


def day(text: str) -> date | None:
    """The day that a text names with its year."""
    plain = text.lower()
    if found := NUMBERS.search(plain):
        return _date(found[3], found[2], found[1])
    months: dict[str, int] = _lexicon()["months"]
    if found := DAY_FIRST.search(plain):
        return _date(found[3], months.get(found[2], 0), found[1])
    if found := MONTH_FIRST.search(plain):
        return _date(found[3], months.get(found[1], 0), found[2])
    return None


def _date(year: str, month: str | int, number: str) -> date | None:
    try:
        return date(int(year), int(month), int(number))
    except ValueError:
        return None


@cache
def _newest() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(_lexicon()['newest'])})\b")


@cache
def _lexicon() -> dict[str, Any]:
    file = resources.files("retrieval") / "lexicon" / "dates.toml"
    return tomllib.loads(file.read_text("utf-8"))
