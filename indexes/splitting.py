"""Text to sentences, without losing a character position."""

import re
from collections.abc import Iterator

from indexes.article import Bounds
from indexes.endings import QUOTES, Mark, ends
from indexes.paragraphs import paragraphs

LONGEST = 1_000  # characters; a longer stretch without an end is a table or no prose at all
BEFORE, AFTER = 60, 120  # characters from which a mark is judged

_INVISIBLE = r"\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
_CLOSER = rf"[\"'”’»›)\]}}‟*_`´{_INVISIBLE}]|[“‘](?=\s|$)|\[\d{{1,3}}\]|[ \u00a0\u202f]»"
_EMOJI = r"[\u2600-\u27bf\ufe0f\U0001f000-\U0001faff]"
_OPENER = rf"[{QUOTES}({{\[*_¿¡{_INVISIBLE}]"
_MARK = re.compile(
    r"(?P<sign>\.(?:[ \u00a0]\.)+|[.!?…]+|[。！？]+)"
    rf"(?P<closers>(?:{_CLOSER})*)(?:\s?{_EMOJI})*"
)
_SPACE = re.compile(r"\s*")
_OPENERS = re.compile(rf"{_OPENER}*")
_OPENING = re.compile(rf"(?P<lead>(?:{_OPENER}|[-•–—#]+\s)*)\s*(?P<word>(?:\w+(?:[’'-]\w+)*)?)")


def split(text: str) -> list[Bounds]:
    """Every sentence in order; nothing but white space stands between them.

    White space is what `str.isspace` says: zero-width characters are not, and belong to a sentence.
    """
    return [
        Bounds(*piece, number)
        for number, (start, end) in enumerate(paragraphs(text), start=1)
        for sentence in _sentences(text, start, end)
        for piece in _pieces(text, *sentence)
    ]


def _sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretches of a paragraph between the marks that end a sentence."""
    for found in _MARK.finditer(text, start, end):
        following = _next_word(text, found.end())
        if following < end and ends(_mark(found, start, following, end)):
            yield start, found.end()
            start = following
    yield start, end


def _mark(found: re.Match[str], start: int, following: int, end: int) -> Mark:
    text = found.string
    before = text[max(start, found.start() - BEFORE) : found.start()]
    after = text[following : min(end, following + AFTER)]
    opening = _OPENING.match(after)
    return Mark(
        before=before,
        token=_OPENERS.sub("", before[-1:].strip() and before.split()[-1], count=1),
        sign=found["sign"],
        closers=found["closers"],
        spaced=following > found.end(),
        after=after,
        lead=opening["lead"] if opening else "",
        word=opening["word"] if opening else "",
    )


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentence as it is, or, when it is overlong, cut into stretches that are not."""
    while end - start > LONGEST:
        cut = start + _cut(text[start : start + LONGEST])
        yield start, cut
        start = _next_word(text, cut)
    yield start, end


def _cut(stretch: str) -> int:
    """Where to cut best: after a semicolon or a comma in its second half, a word, or at its end."""
    for mark in ("; ", ", "):
        if (place := stretch.rfind(mark, len(stretch) // 2)) >= 0:
            return place + 1
    return len(stretch.rsplit(maxsplit=1)[0])


def _next_word(text: str, place: int) -> int:
    space = _SPACE.match(text, place)
    return space.end() if space else place
