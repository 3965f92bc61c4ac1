"""The patterns of `lexicon/short_answers.toml`, with their parts filled in."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

PART = re.compile(r"<(\w+)>")


@dataclass(frozen=True, slots=True)
class Want:
    """What a question asks for more closely, and what its answer must then hold."""

    asks: re.Pattern[str]
    needs: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class AnswerPatterns:
    """How times, amounts, places and speakers are written."""

    time: re.Pattern[str]
    amount: re.Pattern[str]
    place: re.Pattern[str]
    asks_from: re.Pattern[str]
    asks_to: re.Pattern[str]
    led_from: re.Pattern[str]
    led_to: re.Pattern[str]
    no_place: re.Pattern[str]
    favoured: re.Pattern[str]
    no_person: re.Pattern[str]
    asks_time: re.Pattern[str]
    asks_amount: re.Pattern[str]
    asks_speaker: re.Pattern[str]
    cue: re.Pattern[str]
    verb: re.Pattern[str]
    source: re.Pattern[str]
    when: tuple[Want, ...]
    number: tuple[Want, ...]


def wanted(wants: Iterable[Want], question: str) -> re.Pattern[str] | None:
    """What the first want that fits the question needs."""
    return next((want.needs for want in wants if want.asks.search(question)), None)


@cache
def answer_patterns() -> AnswerPatterns:
    """All of them, compiled once."""
    file = resources.files("retrieval") / "lexicon" / "short_answers.toml"
    table = tomllib.loads(file.read_text("utf-8"))
    parts, when, number, where, who = (
        table[name] for name in ("parts", "when", "number", "where", "who")
    )
    units = "|".join(rf"(?:{unit})(?!\w)" for unit in when["units"])
    time = rf"(?<![\w.,$]){when['before']}(?:{units})(?:(?:{when['joins']})(?:{units}))*"
    parts |= {"money": number["money"], "stop": number["stop"]}
    amount = rf"(?<![\w.,/:-]){number['before']}{number['amount']}{number['unit']}"
    return AnswerPatterns(
        time=_compiled(time + when["after"], parts),
        amount=_compiled(amount, parts),
        place=_compiled(rf"\b{where['before']} \Z", parts),
        asks_from=_compiled(rf"\b(?:{where['asks_from']})", parts),
        asks_to=_compiled(rf"\b(?:{where['asks_to']})", parts),
        led_from=_compiled(rf"{where['from']}\b", parts),
        led_to=_compiled(rf"{where['to']}\b", parts),
        no_place=_compiled(rf"\b(?:{where['strange']}) \Z", parts),
        favoured=_compiled(rf"\b(?:{who['favoured']})(?: seorang \w+)?,? \Z", parts),
        no_person=_compiled(rf"\b(?:{who['strange']}) \Z", parts),
        asks_time=_compiled(rf"\b(?:{when['asks']})", parts),
        asks_amount=_compiled(rf"\b(?:{number['asks']})", parts),
        asks_speaker=_compiled(rf"\b{who['asks_said']}", parts),
        cue=_compiled(rf"\b(?:{'|'.join(who['cues'])}) \Z", parts),
        verb=_compiled(rf",? (?:{'|'.join(who['verbs'])})\b", parts),
        source=_compiled(rf"\b(?:{who['via']}) ({who['sources']}(?: [A-Z]\w+)*)", parts),
        when=_wants(when, parts),
        number=_wants(number, parts),
    )


def _wants(table: Mapping[str, Any], parts: Mapping[str, str]) -> tuple[Want, ...]:
    return tuple(
        Want(
            _compiled(rf"\b(?:{want['asks']})(?!\w)", parts),
            _compiled(rf"(?<!\w)(?:{want['needs']})(?!\w)|(?:{want['needs']})\Z", parts),
        )
        for want in table["wants"]
    )


def _compiled(pattern: str, parts: Mapping[str, str]) -> re.Pattern[str]:
    while PART.search(pattern):
        pattern = PART.sub(lambda part: parts[part[1]], pattern)
    return re.compile(pattern, re.IGNORECASE)
