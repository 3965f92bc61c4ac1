"""The words and marks of a text with their places, and where each of them stands among them."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, overload

from indexes.capitals import capital

# initials with their dots, words with inner apostrophes, hyphens, slashes, or a single mark
_TOKEN = re.compile(
    r"(?:[^\W\d_]\.)+(?=[^\W_]|\s+[^\W_])|@\w+|\d+(?:[.,]\d+)*|[^\W_]+(?:[’'‑/.-][^\W_]+)*|[^\w\s]|_"
)


class Word(NamedTuple):
    """A word or a mark: `text[start:end]` is it, `lower` its small letters."""

    start: int
    end: int
    text: str
    lower: str

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter, or with an Arabic article and one."""
        return capital(self.text)

    @property
    def alphabetic(self) -> bool:
        """Whether it begins with a letter."""
        return self.text[0].isalpha()


@dataclass(frozen=True, slots=True)
class Words(Sequence[Word]):
    """The words of a text in order."""

    text: str
    _words: tuple[Word, ...]
    _starts: tuple[int, ...] = field(repr=False)

    @classmethod
    def of(cls, text: str) -> "Words":
        """The words of a text."""
        found = tuple(
            Word(each.start(), each.end(), each[0], _lower(each[0]))
            for each in _TOKEN.finditer(text)
        )
        return cls(text, found, tuple(word.start for word in found))

    @overload
    def __getitem__(self, number: int) -> Word: ...
    @overload
    def __getitem__(self, number: slice) -> Sequence[Word]: ...
    def __getitem__(self, number: int | slice) -> Word | Sequence[Word]:
        return self._words[number]

    def __len__(self) -> int:
        return len(self._words)

    def at(self, place: int) -> int:
        """The number of the first word that begins at a place in the text or after it."""
        return bisect_left(self._starts, place)

    def between(self, start: int, end: int) -> Sequence[Word]:
        """The words that begin in a stretch of the text."""
        return self._words[self.at(start) : self.at(end)]


def _lower(word: str) -> str:
    """The small letters of a word, with plain apostrophes; the body WHO is no pronoun."""
    return word if word.startswith("WHO") else word.lower().replace("’", "'")
