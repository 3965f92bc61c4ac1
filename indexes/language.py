"""Indonesian or English: by the function words of either, else by which news uses the others.

What neither uses is judged by its shape.
"""

import re
from collections.abc import Iterable
from functools import cache

from indexes.name_words import capitals
from indexes.terms import LANGUAGES, background, stems
from indexes.words import words

WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
CLEARLY = 3  # times as often as in the other language
SHORTEST = 3  # letters of a word that tells more than an abbreviation
SHAPES = 2  # of a strange word decide, as one may be chance
QUESTION_WORD = 4  # a name may bring along "the" and "of", hardly ever "who" or "siapa"


def detect(text: str) -> str:
    """The language of a text or a question, "id" or "en"; "id" where nothing decides."""
    straight = text.replace("’", "'")
    found = WORD.findall(straight.lower() if straight.isupper() else straight)
    # acronyms are no function words (AS, WHO, IT), and names keep the shapes of their own language
    grammar = [word.lower() for word in found if not word.isupper()]
    lead = _grammar("id", "en", grammar) - _grammar("en", "id", grammar)
    if lead == 0:
        lead = sum(map(_usage, grammar))
    if lead == 0:
        plain = " ".join(word for word in found if word.islower())
        lead = len(_shape("id").findall(plain)) - len(_shape("en").findall(plain))
        lead = 0 if abs(lead) < SHAPES else lead
    return "en" if lead < 0 else "id"


def _usage(word: str) -> int:
    """1 for a word of Indonesian news, -1 for one of English news, 0 for names and what is both."""
    if len(word) < SHORTEST or all(word in capitals(language) for language in LANGUAGES):
        return 0
    own, foreign = (_share(word, language) for language in LANGUAGES)
    return (own > CLEARLY * foreign) - (foreign > CLEARLY * own)


def _share(word: str, language: str) -> float:
    """In which share of news sentences the rarest part of a word stands."""
    table = background(language)
    counts = (table.frequency.get(stem, 0) for stem in stems(word, language))
    return min(counts, default=0) / table.sentences


def _grammar(language: str, other: str, found: Iterable[str]) -> int:
    weight = _weights(language, other)
    return sum(weight.get(word, 0) for word in found)


@cache
def _weights(language: str, other: str) -> dict[str, int]:
    own, foreign = words(language), words(other).function_words
    return {
        word: QUESTION_WORD if word in own.question_words else 1
        for word in own.function_words - foreign
    }


@cache
def _shape(language: str) -> re.Pattern[str]:
    """Its shapes as one pattern: "me-" begins a word, "-kan" ends one, "oo" stands anywhere."""
    shapes = sorted(words(language).shapes, key=len, reverse=True)
    return re.compile("|".join(map(_edged, shapes)))


def _edged(shape: str) -> str:
    start, end = shape.endswith("-"), shape.startswith("-")
    return (r"\b" if start else "") + shape.strip("-") + (r"\b" if end else "")
