"""The words that tie what is said to the one who says it: `lexicon/quotes_en.toml`."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib import resources

from indexes.quotes.quote import QuoteClass

VOWELS = frozenset("aeiou")


class Frame(StrEnum):
    """What may follow a verb that says that something was said."""

    CLAUSE = "clause"  # with or without that; may stand behind what is said
    THAT = "that"
    MARKED = "marked"  # only words between marks
    HEARER = "hearer"  # told reporters that
    ASKED = "asked"  # urged voters to
    INFINITIVE = "infinitive"  # vowed to
    THING = "thing"  # denied any involvement


@dataclass(frozen=True, slots=True)
class EnglishCues:
    """Verb forms by frame, each with what it says was done; groups of other words by name."""

    frames: Mapping[Frame, Mapping[str, QuoteClass]]
    forms: frozenset[str]  # of any frame
    firsts: frozenset[str]  # the first words of the forms that have two
    groups: Mapping[str, frozenset[str]]
    holders: Mapping[str, frozenset[str]]  # senator: the titles of one who may be called so

    def fits(self, form: str, frame: Frame) -> bool:
        """Whether a verb form has a frame."""
        return form in self.frames[frame]

    def class_of(self, form: str, *frames: Frame) -> QuoteClass:
        """What a form says was done, in the first of some frames that has it, or in any."""
        for frame in (*frames, *Frame):
            if form in self.frames[frame]:
                return self.frames[frame][form]
        return QuoteClass.SPEECH


@cache
def english_cues() -> EnglishCues:
    """The cues of English."""
    file = resources.files("indexes") / "lexicon" / "quotes_en.toml"
    table = tomllib.loads(file.read_text("utf-8"))
    irregular = table["irregular"]
    frames: dict[Frame, dict[str, QuoteClass]] = {frame: {} for frame in Frame}
    for name, kinds in table["verbs"].items():
        for frame, bases in kinds.items():
            _fill(frames[Frame(frame)], bases, name, irregular)
    for frame in (Frame.HEARER, Frame.ASKED, Frame.INFINITIVE, Frame.THING):
        for name, bases in table[frame].items():
            _fill(frames[frame], bases, name, irregular)
    forms = frozenset(form for known in frames.values() for form in known)
    tables = {**table["words"], **table["sources"], **table["given"]}
    groups = {name: frozenset(words) for name, words in tables.items()}
    firsts = frozenset(form.split()[0] for form in forms if " " in form)
    holders = {name: frozenset(words) for name, words in table["holders"].items()}
    return EnglishCues(frames, forms, firsts, groups, holders)


def _fill(
    known: dict[str, QuoteClass],
    bases: Iterable[str],
    name: str,
    irregular: Mapping[str, Iterable[str]],
) -> None:
    for base in bases:
        for form in (base, *irregular.get(base, ()), *_regular(base, irregular)):
            known.setdefault(form, QuoteClass(name))


def _regular(base: str, irregular: Mapping[str, Iterable[str]]) -> tuple[str, ...]:
    """The forms of a regular verb; of one with an own past, only -s and -ing."""
    if " " in base:
        return ()
    stem = base.removesuffix("e") if base[-2:] not in {"ee", "ye"} else base
    third = base[:-1] + "ies" if base.endswith("y") and base[-2] not in VOWELS else base + _s(base)
    past = base[:-1] + "ied" if third.endswith("ies") and base.endswith("y") else stem + "ed"
    return (third, stem + "ing", *(() if base in irregular else (past,)))


def _s(base: str) -> str:
    return "es" if base.endswith(("s", "sh", "ch", "x", "o")) else "s"
