"""Words that people are called by, and the words before them that they are not."""

from collections.abc import Sequence
from functools import cache, lru_cache
from importlib import resources

from indexes.capitals import Capital
from indexes.name_words import name_words, ordinary
from indexes.offices import INITIALS, places
from indexes.quotes.cues import cues
from indexes.terms import background, stems

OFTEN = 60  # sentences of the background that hold a word
LEXICON = resources.files("indexes") / "lexicon"


@cache
def given_names() -> frozenset[str]:
    """Given names that Indonesians bear, and others the news names, in small letters."""
    return frozenset((LEXICON / "given_names_id.txt").read_text("utf-8").split())


@cache
def bodies() -> frozenset[str]:
    """Words of bodies and places that stand before the names of those who speak for them."""
    lines = (LEXICON / "bodies_id.txt").read_text("utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


def given(word: str) -> bool:
    """Whether a word, in small letters, is a given name, or one of two that a hyphen joins."""
    return word in given_names() or ("-" in word and word.split("-")[0] in given_names())


def forename(word: str, language: str) -> bool:
    """Whether a word that a sentence begins with can be the first of the name behind it."""
    words = name_words()
    known = word in words.listed or word in words.titles or word in words.places
    called = given(word) and word not in cues().phrases["people"]
    return not known and (called or not common(word, language))


def personal(run: Sequence[Capital], number: int, language: str) -> bool:
    """Whether a word in a run of capitals can be of a person's name."""
    words = name_words()
    own = run[number]
    if own.joint:
        return own.lower in words.particles
    if given(own.lower):
        return True
    if own.end - own.start <= INITIALS and number:
        return own.lower not in words.places
    if own.lower in words.listed or own.lower in words.titles or own.acronym:
        return False
    if common(own.lower, language):
        return False
    return not any(first <= number < last for first, last in places(run))


@lru_cache(maxsize=65_536)
def common(word: str, language: str) -> bool:
    """Whether the news uses a word so often in small letters that hardly anybody is called so."""
    if not ordinary(word, language):
        return False
    counts = background(language).frequency
    known = [counts.get(stem, 0) for stem in stems(word, language)]
    return not known or max(known) >= OFTEN
