"""Text in pieces that fit a message: nothing is lost, and a length counts UTF-16 units."""

import re
from collections.abc import Iterator

# where a text is cut best, in this order: after a line, a sentence, a word
LINE = re.compile(r"\n+")
SENTENCE = re.compile(r"[.!?…]['\")\]”’»]*\s+")
SPACE = re.compile(r"\s+")


def units(text: str) -> int:
    """The length of a text as Telegram counts it."""
    return len(text) + sum(character > "\uffff" for character in text)


def cut(text: str, room: int, *, between: tuple[re.Pattern[str], ...]) -> Iterator[str]:
    """Pieces of at most `room` units that make up the text when joined."""
    while (length := _fitting(text, room)) < len(text):
        end = _last_end(text[:length], between)
        yield text[:end]
        text = text[end:]
    yield text


def _fitting(text: str, room: int) -> int:
    """How many characters fit."""
    if len(text) * 2 <= room:
        return len(text)
    for position, character in enumerate(text):
        room -= 2 if character > "\uffff" else 1
        if room < 0:
            return position
    return len(text)


def _last_end(text: str, between: tuple[re.Pattern[str], ...]) -> int:
    """The end of the last break of the best kind there is, else of the text."""
    for pattern in between:
        ends = [found.end() for found in pattern.finditer(text)]
        if ends:
            return ends[-1]
    return len(text)
