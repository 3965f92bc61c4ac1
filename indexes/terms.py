"""Texts to stems: what sentences are indexed by, and what a question is searched for."""

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

import Stemmer

from indexes.words import words

LANGUAGES = ("id", "en")
SNOWBALL = {"id": "indonesian", "en": "english"}
# a number with its separators, or letters with inner apostrophes and combining marks
WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:[’'\u0300-\u036f]+[^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class Term:
    """A content word of a question: its stems in each language, and how rare it is in the news.

    Any of the stems counts as the word, any of the translations as nearly the word.
    """

    word: str
    stems: tuple[str, ...]
    idf: float
    translations: tuple[str, ...] = ()
    synonyms: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Background:
    """In how many of `sentences` news sentences each stem stands; unseen stems are rare."""

    sentences: int
    frequency: Mapping[str, int]

    def idf(self, stem: str) -> float:
        """BM25's inverse document frequency (Robertson and Zaragoza 2009, with Lucene's 1 +)."""
        seen = self.frequency.get(stem, 0)
        return math.log(1 + (self.sentences - seen + 0.5) / (seen + 0.5))


def stems(text: str, language: str) -> list[str]:
    """The stems of the content words of a text, in order."""
    found: list[str] = _stemmer(language).stemWords(_content_words(text, language))
    return found


def content_words(text: str, language: str) -> list[tuple[str, str]]:
    """The content words of a text in order, in lower case, each with its stem."""
    found = _content_words(text, language)
    return list(zip(found, _stemmer(language).stemWords(found), strict=True))


def content_places(text: str, language: str) -> list[int]:
    """Where the content words of a text begin, in the order of `content_words`."""
    stop = words(language).function_words
    return [m.start() for m in WORD.finditer(_lower(text)) if m[0] not in stop]


def terms(question: str, language: str) -> tuple[Term, ...]:
    """Each content word of a question once, with its stem in either language."""
    found = []
    for word in dict.fromkeys(_content_words(question, language)):
        in_each = {name: _stemmer(name).stemWord(word) for name in LANGUAGES}
        unique = tuple(dict.fromkeys([in_each[language], *in_each.values()]))
        found.append(Term(word, unique, background(language).idf(in_each[language])))
    return tuple(found)


@cache
def background(language: str) -> Background:
    """The shipped table of a language; indexes/lexicon/README.md says what it was counted on."""
    table = resources.files("indexes") / "lexicon" / f"background_{language}.tsv"
    head, *rows = table.read_text("utf-8").splitlines()
    frequency = {stem: int(count) for stem, count in (row.split("\t") for row in rows)}
    return Background(int(head), frequency)


def _content_words(text: str, language: str) -> list[str]:
    stop = words(language).function_words
    return [word for word in WORD.findall(_lower(text)) if word not in stop]


def _lower(text: str) -> str:
    return text.lower().replace("’", "'")


@cache
def _stemmer(language: str) -> Stemmer.Stemmer:
    # it holds the GIL while it works, so one a language serves all threads
    return Stemmer.Stemmer(SNOWBALL[language])
