"""The words that tell names from other capitals: `lexicon/names.toml` and the lists beside it."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources

from indexes.terms import background, stems
from indexes.words import words

ARTICLE = re.compile(r"(?:al|el|as|ash|ar|az)[-‑]\w{3}")  # Al-Fadel
FILES = resources.files("indexes") / "lexicon"


@dataclass(frozen=True, slots=True)
class NameWords:
    """Words by what they do in or beside a name; all in lower case."""

    titles: frozenset[str]
    offices: frozenset[str]
    dotted: frozenset[str]
    particles: frozenset[str]
    leading: frozenset[str]
    joints: frozenset[str]
    inside: frozenset[str]
    bodies: frozenset[str]
    marks: frozenset[str]
    grounds: frozenset[str]
    ground_ends: frozenset[str]
    directions: frozenset[str]
    before_places: frozenset[str]
    places: frozenset[str]
    calendar: frozenset[str]
    speech: frozenset[str]
    heads: frozenset[str]  # what names of bodies and places begin with
    signs: frozenset[str]  # what tells a body anywhere
    listed: frozenset[str]  # what no person is called
    known: frozenset[str]  # before which an ordinary word is no part of a name


@cache
def name_words() -> NameWords:
    """The groups of `names.toml`, which serve both languages."""
    table = tomllib.loads((FILES / "names.toml").read_text("utf-8"))
    groups = {group: frozenset(words) for group, words in table.items()}
    heads, signs = groups["bodies"] | groups["grounds"], groups["bodies"] | groups["marks"]
    return NameWords(
        **groups,
        heads=heads,
        signs=signs,
        listed=heads | signs | groups["directions"],
        known=heads | groups["titles"] | groups["places"],
    )


@cache
def capitals(language: str) -> frozenset[str]:
    """Words of the background that the news mostly writes with a capital inside a sentence."""
    return frozenset((FILES / f"capitals_{language}.txt").read_text("utf-8").split())


def functional(word: str, language: str) -> bool:
    """Whether the word, in lower case, only carries grammar or is part of a date."""
    return word in words(language).stop_words or word in name_words().calendar


@lru_cache(maxsize=65_536)
def ordinary(word: str, language: str) -> bool:
    """Whether the news writes the word, in lower case, mostly without a capital."""
    if word in capitals(language) or ARTICLE.match(word):
        return False
    if functional(word, language) or word in words(language).function_words:
        return True
    frequency = background(language).frequency
    return any(stem in frequency for stem in stems(word, language))
