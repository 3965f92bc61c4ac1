"""Text to sentences, without losing a character position."""

import re
from collections.abc import Iterator

from indexes.article import Bounds
from indexes.endings import INVISIBLE, OPENERS, QUOTES, Mark, ends
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
_LEADING = QUOTES + "([{"


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


def _mark(text: str, start: int, found: re.Match[str], following: int) -> Mark:
    """The mark with the text on both sides that it is judged by."""
    before = text[max(start, found.start() - BEFORE) : found.start()]
    token = before.split()[-1].lstrip(_LEADING) if before.strip() else ""
    if before[-1:].isspace():
        token = ""
    after = text[following : following + AFTER]
    opening = _OPENING.match(after)
    lead, word = (opening["lead"], opening["word"] or "") if opening else ("", "")
    return Mark(
        before=before.lstrip(),
        token=token,
        sign=found["sign"],
        closers=text[found.end("sign") : found.end()],
        spaced=following > found.end(),
        after=after,
        lead=lead,
        word=word,
    )


def _skip(text: str, start: int, end: int) -> int:
    """Where the next character that is no white space stands."""
    space = _SPACE.match(text, start, end)
    return space.end() if space else start


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A sentence as it is, or cut where it can best be borne when it is too long to be one."""
    while end - start > LONGEST:
        cut = _cut(text, start)
        yield start, len(text[start:cut].rstrip()) + start
        start = _skip(text, cut, end)
    if start < end:
        yield start, len(text[start:end].rstrip()) + start


def _cut(text: str, start: int) -> int:
    """The last good place to cut a stretch of `LONGEST` characters, else its end."""
    for limit in _LIMITS:
        at = text.rfind(limit, start + 1, start + LONGEST)
        if at > 0:
            return at + len(limit.rstrip()) if limit.strip() else at
    return start + LONGEST
