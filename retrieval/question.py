"""A message to a question: cleaned for searching, its language, its content words."""

import re
import unicodedata
from dataclasses import dataclass

from indexes.language import detect
from indexes.terms import Term, terms

# control, format (zero-width, direction marks), private and surrogate characters
UNSEEN = {"Cc", "Cf", "Co", "Cs", "Cn"}


@dataclass(frozen=True, slots=True)
class Question:
    """What was asked; `terms` are its content words, once each."""

    text: str
    language: str
    terms: tuple[Term, ...]

    @property
    def readable(self) -> bool:
        """Whether there is a word or a number in it at all."""
        return any(character.isalnum() for character in self.text)


def parse(message: str) -> Question:
    """The question in a message; invisible characters and doubled white space are left out."""
    seen = (
        character if unicodedata.category(character) not in UNSEEN else " "
        for character in unicodedata.normalize("NFC", _joined(message))
    )
    text = re.sub(r"\s+", " ", "".join(seen)).strip()
    language = detect(text)
    return Question(text, language, terms(text, language))


def _joined(message: str) -> str:
    """Without the characters of no width that stand inside words."""
    return "".join(c for c in message if unicodedata.category(c) != "Cf")
