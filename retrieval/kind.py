"""The kinds of question that people ask of the news, and whose words a question asks for."""

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib import resources
from typing import Any

PART = re.compile(r"(?<!\?P)<(\w+)>")  # not the name of a group


class Kind(StrEnum):
    """What a question wants; `WHAT` where nothing more is known."""

    WHO = "who"
    WHAT = "what"
    WHEN = "when"
    WHERE = "where"
    HOW_MANY = "how-many"
    WHY = "why"
    HOW = "how"
    YES_NO = "yes-no"
    LIST = "list"
    WHO_SAID = "who-said"
    WHAT_SAID = "what-said"
    SUMMARY = "summary"
    KEYWORDS = "keywords"


@dataclass(frozen=True, slots=True)
class Asked:
    """The kind of a question, and where in its plain words a speaker may be named.

    An `open` place only begins with the speaker.
    """

    kind: Kind
    start: int = 0
    end: int = 0
    open: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """A kind, and how questions of it are worded."""

    kind: Kind
    patterns: tuple[re.Pattern[str], ...]

    def met(self, plain: str) -> Asked | None:
        """What is asked, by the first pattern that fits."""
        for pattern in self.patterns:
            if found := pattern.search(plain):
                return _asked(self.kind, found)
        return None

    def start(self, plain: str) -> float:
        """Where the first word stands that asks so; infinite where there is none."""
        found = (pattern.search(plain) for pattern in self.patterns)
        return min((each.start() for each in found if each), default=float("inf"))


@dataclass(frozen=True, slots=True)
class Rules:
    """Those that decide at once, those of which the foremost decides, those for want of another."""

    first: tuple[Rule, ...]
    foremost: tuple[Rule, ...]
    last: tuple[Rule, ...]


def asked(plain: str) -> Asked:
    """What a question in plain words asks (`Wording.plain`)."""
    rules = _rules()
    for rule in rules.first:
        if found := rule.met(plain):
            return found
    starts = [rule.start(plain) for rule in rules.foremost]
    foremost = min(starts)
    if foremost < len(plain):
        return Asked(rules.foremost[starts.index(foremost)].kind)
    kind = next((rule.kind for rule in rules.last if rule.met(plain)), Kind.KEYWORDS)
    return Asked(kind if plain else Kind.WHAT)


def _asked(kind: Kind, found: re.Match[str]) -> Asked:
    for group in ("speaker", "open"):
        if found.re.groupindex.get(group) and found[group]:
            return Asked(kind, *found.span(group), open=group == "open")
    return Asked(kind)


@cache
def lexicon() -> Mapping[str, Any]:
    """The tables of `lexicon/kinds.toml`."""
    file = resources.files("retrieval") / "lexicon" / "kinds.toml"
    return tomllib.loads(file.read_text("utf-8"))


@cache
def _rules() -> Rules:
    table = lexicon()
    return Rules(*(_read(table[name], table["parts"]) for name in Rules.__slots__))


def _read(rows: Iterable[Mapping[str, Any]], parts: Mapping[str, str]) -> tuple[Rule, ...]:
    return tuple(Rule(Kind(row["kind"]), _compiled(row["patterns"], parts)) for row in rows)


def _compiled(patterns: Sequence[str], parts: Mapping[str, str]) -> tuple[re.Pattern[str], ...]:
    found = []
    for pattern in patterns:
        while PART.search(pattern):
            pattern = PART.sub(lambda part: parts[part[1]], pattern)
        found.append(re.compile(pattern))
    return tuple(found)
