"""Articles go in, sentences come out. This file offers values only and imports nothing heavy."""

from indexes.article import Article, Bounds, Key, Passage, Sentence
from indexes.errors import KutipError

__all__ = ["Article", "Bounds", "Key", "KutipError", "Passage", "Sentence"]
