"""The pronoun on which a sentence depends: what it begins with, or who its speech is given to."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

LIST = re.compile(r"(?<!P)<(\w+)>")
OPENS = r"\A[\s(]*"
TOLD = r", (?-i:[a-z])[^,”“\"]{1,80},|\s*\([^)]{1,20}\)"  # of the speaker: his office, his age
AFTER_SPEECH = r"[”\"’,?!][”\"]?\s+"


@dataclass(frozen=True, slots=True)
class PronounPatterns:
    """Where pronouns stand, and where those who speak."""

    leading: re.Pattern[str]
    speaking: re.Pattern[str]
    plural: re.Pattern[str]
    cue_before: re.Pattern[str]
    verb_after: re.Pattern[str]
    anonymous: re.Pattern[str]
    strange_titles: Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Pronoun:
    """A pronoun in a sentence; `speaking` where the words of the sentence are given to it."""

    start: int
    end: int
    text: str
    plural: bool
    speaking: bool


@cache
def pronoun_patterns() -> PronounPatterns:
    """The patterns of `lexicon/pronouns.toml`, compiled once."""
    file = resources.files("retrieval") / "lexicon" / "pronouns.toml"
    table = tomllib.loads(file.read_text("utf-8"))

    def compiled(pattern: str) -> re.Pattern[str]:
        return re.compile(LIST.sub(lambda name: table[name[1]], pattern), re.IGNORECASE)

    single = r"(?P<word>(?:<one>|<many>))(?!\w)"
    return PronounPatterns(
        leading=compiled(
            rf"{OPENS}(?:(?:<leads>),?\s+){{0,2}}{single}|{OPENS}(?P<own>menurutnya)\b"
        ),
        speaking=compiled(
            rf"{AFTER_SPEECH}(?:(?:<cues>)\s+{single}|(?P<own>(?:<cues>)nya)\b"
            r"|(?P<subject>he|she|they)\s+(?:<cues>|<verbs>)\b)"
        ),
        plural=compiled(r"\A(?:<many>)\Z"),
        cue_before=compiled(r"\b(?:<cues>|<passive>|menurut|according to)\s+\Z"),
        verb_after=compiled(rf"(?:{TOLD})?,?\s+(?:<verbs>)\b"),
        anonymous=compiled(r"[”\",?!]\s+(?:<cues>)\s+(?!(?:<one>|<many>)(?!\w))"),
        strange_titles={word: frozenset(titles) for word, titles in table["gender"].items()},
    )


def pronoun(sentence: str) -> Pronoun | None:
    """The pronoun, where the sentence has one that points out of it."""
    patterns = pronoun_patterns()
    leading = patterns.leading.search(sentence)
    match = leading or patterns.speaking.search(sentence)
    if not match:
        return None
    start, end = match.span(str(match.lastgroup))
    plural = bool(patterns.plural.match(match[match.lastgroup or 0]))
    return Pronoun(start, end, sentence[start:end], plural=plural, speaking=not leading)
