"""What a question asks for: a time, a number, a person, a place, a reason; and who shows one.

docs/retrieval.md has how often the sentences that answer show it, and the others.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from importlib import resources
from typing import Any

from retrieval.kind import Kind, asked
from retrieval.spelling import spelled

WORD = re.compile(r"\w+")
PART = re.compile(r"<(\w+)>")
OPEN = {Kind.WHAT, Kind.LIST}  # kinds that leave the type to the words
PLURAL = re.compile(r"(?:ies|es|s)$")


@dataclass(frozen=True, slots=True)
class Unit:
    """What is counted or measured: how a question names it, and how a sentence writes so many."""

    name: str
    of: str
    asks: re.Pattern[str]
    shows: tuple[re.Pattern[str], ...]
    sure: bool = False


@dataclass(frozen=True, slots=True)
class AnswerType:
    """A type of answer: how questions ask for it, and what in a sentence may be one."""

    name: str
    kinds: tuple[str, ...]
    asks: re.Pattern[str]
    shows: tuple[re.Pattern[str], ...]
    unit: Unit | None = None

    def shown_by(self, sentence: str, question: str) -> bool:
        """Whether the sentence holds one that does not stand in the question already."""
        return bool(self.places(sentence, question))

    def places(self, sentence: str, question: str) -> list[int]:
        """Where those begin, in the order of the patterns."""
        return _new(self.shows, sentence, question)

    def shows_unit(self, sentence: str, question: str) -> bool:
        """Whether it holds one in the unit asked for: "20 ton" for "berapa ton"."""
        return self.unit is not None and bool(_new(self.unit.shows, sentence, question))


@lru_cache(maxsize=1024)
def answer_type(question: str) -> AnswerType | None:
    """The type that a question asks for; None where it may be anything."""
    plain = spelled(question, "id").plain
    kind = asked(plain).kind
    named = (
        each
        for each in _types()
        if kind in each.kinds or (kind in OPEN and each.asks.search(plain))
    )
    found = next(named, None)
    return found and replace(found, unit=_unit(found.name, plain))


def _new(shows: tuple[re.Pattern[str], ...], sentence: str, question: str) -> list[int]:
    known = frozenset(WORD.findall(question.lower()))
    return [at for at, said in _found(shows, sentence) if not said <= known]


@lru_cache(maxsize=20_000)
def _found(
    shows: tuple[re.Pattern[str], ...], sentence: str
) -> tuple[tuple[int, frozenset[str]], ...]:
    """Where the patterns stand in a sentence, and the words that they hold there."""
    found = (match for pattern in shows for match in pattern.finditer(sentence))
    return tuple((m.start(1), frozenset(WORD.findall(m[1].lower()))) for m in found)


def _unit(name: str, plain: str) -> Unit | None:
    """What a question that asks for so much or so many measures or counts."""
    units = [unit for unit in _units() if unit.of == name]
    sure = [unit for unit in units if unit.sure and unit.asks.search(plain)]
    if sure or not units:
        return sure[0] if sure else None
    behind = [
        unit
        for place in _how_many().finditer(plain)
        for unit in units
        if unit.asks.match(plain, place.end())
    ]
    if behind:
        return behind[0]
    named = {unit: found.start() for unit in units if (found := unit.asks.search(plain))}
    counted = _counted(plain) if name == "number" else None
    return counted or min(named, key=lambda unit: named[unit], default=None)


@cache
def _how_many() -> re.Pattern[str]:
    return _compiled(rf"\b(?:{'|'.join(_lexicon()['counted']['before'])}) ")


def _counted(plain: str) -> Unit | None:
    """The unit that a noun behind "berapa" makes: so many ships."""
    counted = _lexicon()["counted"]
    for pattern in counted["asks"]:
        asks = _compiled(rf"\b{pattern}")
        if found := asks.search(plain):
            noun = PLURAL.sub("", found[1]) or found[1]
            shows = _compiled(counted["shows"].replace("<counted>", re.escape(noun)))
            return Unit(found[1], "number", asks, (shows,))
    return None


@cache
def _types() -> tuple[AnswerType, ...]:
    return tuple(
        AnswerType(row["name"], tuple(row["kinds"]), _asking(row), _showing(row))
        for row in _lexicon()["types"]
    )


@cache
def _units() -> tuple[Unit, ...]:
    rows = _lexicon()["units"]
    return tuple(
        Unit(row["name"], row["of"], _asking(row), _showing(row), row.get("sure", False))
        for row in rows
    )


@cache
def _lexicon() -> Mapping[str, Any]:
    file = resources.files("retrieval") / "lexicon" / "answer_types.toml"
    return tomllib.loads(file.read_text("utf-8"))


def _asking(row: Mapping[str, Any]) -> re.Pattern[str]:
    return _compiled(rf"\b(?:{'|'.join(row['asks'])})\b")


def _showing(row: Mapping[str, Any]) -> tuple[re.Pattern[str], ...]:
    return tuple(map(_compiled, row["shows"]))


def _compiled(pattern: str) -> re.Pattern[str]:
    parts: Mapping[str, str] = _lexicon()["parts"]
    while PART.search(pattern):
        pattern = PART.sub(lambda part: parts[part[1]], pattern)
    return re.compile(pattern)
