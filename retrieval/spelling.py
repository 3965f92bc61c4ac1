"""The words of a message as an article would write them, each with its place in the message."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources
from typing import Any

from indexes.misspelling import known, nearest
from indexes.terms import stems
from indexes.words import words

# a number with its separators, or letters with inner apostrophes, and the 2 of a doubled word
WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:[’'\u0300-\u036f]+[^\W\d_]+)*(?:2\b)?")


@dataclass(frozen=True, slots=True)
class Spelled:
    """A word at `start:end` of a message, and what it stands for: perhaps several words."""

    start: int
    end: int
    word: str

    @property
    def plain(self) -> str:
        """What it stands for without apostrophes."""
        return self.word.replace("'", "")


@dataclass(frozen=True, slots=True)
class Wording:
    """A message in plain words: small letters, chat spellings replaced, no marks."""

    text: str
    words: tuple[Spelled, ...]

    def shown(self, word: Spelled) -> str:
        """The word as the message writes it."""
        return self.text[word.start : word.end]

    @property
    def plain(self) -> str:
        """The plain words with a blank between them."""
        return " ".join(word.plain for word in self.words)

    def written(self, start: int, end: int) -> tuple[Spelled, ...]:
        """The words that begin within `start:end` of `plain`."""
        return tuple(word for at, word in self._placed() if start <= at < end)

    def _placed(self) -> Iterator[tuple[int, Spelled]]:
        at = 0
        for word in self.words:
            yield at, word
            at += len(word.plain) + 1


def spelled(text: str, language: str) -> Wording:
    """The wording of a message in "id" or "en"."""
    known: Mapping[str, str] = spellings()["words"][language]
    found = (
        Spelled(word.start(), word.end(), _meant(word[0].lower().replace("’", "'"), known))
        for word in WORD.finditer(text)
    )
    return Wording(text, tuple(found))


def mended(wording: Wording, language: str) -> Wording:
    """The wording with the words that are nearly a question word taken for it: "kpan"."""
    found = (_question_word(word, language) for word in wording.words)
    return replace(wording, words=tuple(found))


def _question_word(word: Spelled, language: str) -> Spelled:
    if any(map(known, stems(word.word, language))):
        return word
    meant = nearest(word.word, sorted(words(language).question_words))
    return replace(word, word=_meant(meant[0], spellings()["words"][language])) if meant else word


@cache
def spellings() -> Mapping[str, Any]:
    """The tables of `lexicon/spellings.toml`."""
    file = resources.files("retrieval") / "lexicon" / "spellings.toml"
    return tomllib.loads(file.read_text("utf-8"))


def _meant(word: str, known: Mapping[str, str]) -> str:
    if word not in known and word[0].isalpha() and word.endswith("2"):
        once = _meant(word[:-1], known)
        return f"{once} {once}"
    return known.get(word, word)
