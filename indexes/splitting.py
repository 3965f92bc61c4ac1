"""Text to sentences, without losing a character position."""

import re
from collections.abc import Iterator

from indexes.article import Bounds
from indexes.endings import INVISIBLE, OPENERS, Mark, ends
from indexes.paragraphs import paragraphs

LONGEST = 1_000  # characters; longer stretches without an end are tables or no prose at all
BEFORE, AFTER = 60, 120  # characters a mark is judged by

_MARK = re.compile(
    r"(?P<sign>\.(?:[ \u00a0]\.)+|[.!?…]+|[。！？]+)"
    rf"(?P<closers>(?:[\"'”’»›)\]}}‟*_`´{INVISIBLE}]|[“‘](?=\s|$)|\[\d{{1,3}}\]|[ \u00a0\u202f]»)*"
    r"(?:\s?[\U0001f300-\U0001faff☀-➿\ufe0f]+)*)"
)
_SPACE = re.compile(r"\s*")
_OPENING = re.compile(rf"(?P<lead>{OPENERS}(?:[-•]\s)?{OPENERS})\s*(?P<word>\w+(?:[’'-]\w+)*)?")
_OPENERS = re.compile(OPENERS)
_LIMITS = ("; ", ", ", " ")


def split(text: str) -> list[Bounds]:
    """Every sentence, in order, over all of the text but the white space between them.

    White space is what `str.isspace` says; a mark that cannot be seen is a character like any other.
    """
    return [
        Bounds(*piece, number)
        for number, (start, end) in enumerate(paragraphs(text), start=1)
        for sentence in _sentences(text, start, end)
        for piece in _pieces(text, *sentence)
    ]


def _sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretches of a paragraph between the marks that end one."""
    for found in _MARK.finditer(text, start, end):
        following = _skip(text, found.end(), end)
        if following < end and ends(_mark(text, start, found, following)):
            yield start, found.end()
            start = following
    if start < end:
        yield start, end
