"""Short forms, and the words that tell whether a dot after one ends its sentence."""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib import resources


@dataclass(frozen=True, slots=True)
class Abbreviations:
    """Short forms without their last dot, by what may follow; words, by what they show."""

    leading: frozenset[str]
    numbered: frozenset[str]
    either: frozenset[str]
    clock: frozenset[str]
    days: frozenset[str]
    lettered: frozenset[str]
    opening: frozenset[str]
    said: frozenset[str]
    asked: frozenset[str]
    adjuncts: frozenset[str]


@cache
def abbreviations() -> Abbreviations:
    """The groups of `lexicon/abbreviations.toml`."""
    file = resources.files("indexes") / "lexicon" / "abbreviations.toml"
    table = tomllib.loads(file.read_text("utf-8"))
    forms, opening, speech = table["forms"], table["opening"], table["speech"]
    return Abbreviations(
        leading=_with_capitals(forms["leading"]),
        numbered=_with_capitals(forms["numbered"]),
        either=frozenset(forms["either"]),
        clock=frozenset(table["clock"]["forms"]),
        days=frozenset(table["clock"]["days"]),
        lettered=frozenset(table["letters"]["after"]),
        opening=frozenset(opening["id"] + opening["en"]),
        said=frozenset(speech["said"]),
        asked=frozenset(speech["asked"]),
        adjuncts=frozenset(speech["adjuncts"]),
    )


def _with_capitals(forms: Iterable[str]) -> frozenset[str]:
    listed = frozenset(forms)
    return listed | {form.upper() for form in listed if len(form) > 1}
