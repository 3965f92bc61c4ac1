"""Text to paragraphs: a line break ends one, unless the text was hard-wrapped there."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

NARROWEST, WIDEST = 30, 100  # columns between which text is taken for wrapped
FULL = 0.6  # of the breaks in wrapped text come where the next word had no room
RUNNING = 0.2  # of them fall inside a sentence, the next line going on in lower case

_MARKER = re.compile(r"(?:[-*•·▪#>|]|\d{1,3}[.)]|[a-z][.)]|\([a-z\d]{1,3}\))\s")
_CLOSED = re.compile(r"[.!?…:;|][\"'”’»)\]*_]*$")


class Line(NamedTuple):
    """A line without the white space around it; an empty one parts paragraphs."""

    start: int
    indent: int
    text: str

    @property
    def end(self) -> int:
        """The offset after its last character."""
        return self.start + len(self.text)

    @property
    def width(self) -> int:
        """The columns it fills, indentation included."""
        return self.indent + len(self.text)


def paragraphs(text: str) -> list[tuple[int, int]]:
    """Half-open offsets of each paragraph, without white space around it."""
    lines = list(_lines(text))
    width = _width(lines)
    found: list[tuple[int, int]] = []
    above = Line(0, 0, "")
    for line in lines:
        if above.text and line.text and _goes_on(above, line, width):
            found[-1] = (found[-1][0], line.end)
        elif line.text:
            found.append((line.start, line.end))
        above = line
    return found


def _lines(text: str) -> Iterator[Line]:
    offset = 0
    for raw in text.splitlines(keepends=True):
        indent = len(raw) - len(raw.lstrip())
        yield Line(offset + indent, indent, raw.strip())
        offset += len(raw)


def _goes_on(above: Line, below: Line, width: int) -> bool:
    """Whether a paragraph does not end between two lines; `width` is 0 in unwrapped text."""
    if _MARKER.match(below.text):
        return False
    if above.width >= NARROWEST and _runs_on(above, below):
        return True
    indented = below.indent > above.indent and not _MARKER.match(above.text)
    return not indented and not above.text.startswith("#") and 0 < width < _needed(above, below)


def _width(lines: Sequence[Line]) -> int:
    """The column at which the text was wrapped, 0 when it was not."""
    breaks = [
        (above, below)
        for above, below in pairwise(lines)
        if above.text and below.text and not _MARKER.match(below.text)
    ]
    if len(breaks) < 2:
        return 0
    width = sorted(above.width for above, _ in breaks)[-1 - len(breaks) // 10]
    full = sum(_needed(above, below) > width for above, below in breaks)
    running = sum(_runs_on(above, below) for above, below in breaks)
    wrapped = full >= FULL * len(breaks) and running >= RUNNING * len(breaks)
    return width if wrapped and NARROWEST <= width <= WIDEST else 0


def _needed(above: Line, below: Line) -> int:
    """The columns the upper line would need to take in the first word of the lower."""
    return above.width + 1 + len(below.text.split(maxsplit=1)[0])


def _runs_on(above: Line, below: Line) -> bool:
    return below.text[0].islower() and not _CLOSED.search(above.text[-9:])
