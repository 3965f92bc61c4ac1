"""Articles, their sentences and passages: spans count characters of the article's stored text."""

import hashlib
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from indexes.quotes.correction import Correction


class Bounds(NamedTuple):
    """Where a sentence stands in a text: half-open offsets, and its paragraph from 1."""

    start: int
    end: int
    paragraph: int


class Unit(StrEnum):
    """What is searched: sentences answer, passages tell which of them are about the matter."""

    SENTENCES = "sentences"
    PASSAGES = "passages"


class Key(NamedTuple):
    """The address of a sentence or a passage: its article, and its number in it from 1."""

    article_id: str
    number: int


def text_name(text: str) -> str:
    """A name for a text: equal texts have equal names, others never (96 bits of SHA-256)."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:24]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A stretch of an article: `article.text[start:end] == text` always holds."""

    article_id: str
    number: int
    start: int
    end: int
    text: str
    paragraph: int

    @property
    def key(self) -> Key:
        """Its address."""
        return Key(self.article_id, self.number)


@dataclass(frozen=True, slots=True)
class Passage:
    """A window of whole sentences, `first` to `last` by number, both included."""

    article_id: str
    number: int
    start: int
    end: int
    text: str
    first: int
    last: int

    @property
    def key(self) -> Key:
        """Its address."""
        return Key(self.article_id, self.number)


@dataclass(frozen=True, slots=True)
class Article:
    """A news text exactly as it was read; `id` stays the same when it is indexed again.

    `corrections` are what its maintainer says of single quotes.
    """

    id: str
    title: str
    text: str
    language: str
    url: str | None
    source: str | None
    published: date | None
    sha256: str
    corrections: tuple[Correction, ...] = ()

    def sentence(self, number: int, bounds: Bounds) -> Sentence:
        """The only way a sentence is made, so that its text cannot differ from the article's."""
        start, end, paragraph = bounds
        return Sentence(self.id, number, start, end, self.text[start:end], paragraph)

    def passage(self, number: int, first: Sentence, last: Sentence) -> Passage:
        """The stretch from the start of one sentence to the end of another."""
        start, end = first.start, last.end
        text = self.text[start:end]
        return Passage(self.id, number, start, end, text, first.number, last.number)
