"""The words that carry the grammar of a language, from `lexicon/`."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The function words of a language and what its other words look like; all in lower case."""

    stop_words: frozenset[str]
    question_words: frozenset[str]
    chat_words: frozenset[str]
    shapes: frozenset[str]

    @property
    def function_words(self) -> frozenset[str]:
        """All words that say nothing about what a text is about."""
        return self.stop_words | self.question_words | self.chat_words


@cache
def words(language: str) -> Lexicon:
    """The lexicon of "id" or "en"."""
    file = resources.files("indexes") / "lexicon" / f"{language}.toml"
    table = tomllib.loads(file.read_text("utf-8"))
    return Lexicon(**{name: frozenset(table[name]) for name in Lexicon.__slots__})
