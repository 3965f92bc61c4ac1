"""Articles go in, sentences come out. This file offers values only and imports nothing heavy."""

from indexes.article import Article, Bounds, Passage, Sentence
from indexes.errors import KutipError

__all__ = ["Article", "Bounds", "KutipError", "Passage", "Sentence"]
