"""Stretches between quotation marks, whatever marks a house uses; a slip stays small."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

DOUBLE = '“”„‟"«»″＂'
_MARK = re.compile(rf"[{DOUBLE}]|''|``|,,(?=\w)")
_SINGLE = re.compile(r"(?<![^\s(\[“”\"])[‘'’](?=\S)|(?<=[\w.,!?…])[’'](?=[\s.,;:!?)\]”\"]|$)")
_LINE = re.compile(r"[^\n]+")
_BEFORE_OPENING = frozenset("([{—–-/:;,.")
_AFTER_CLOSING = frozenset(".,;:!?)]}—–-/…")
_SPOKEN = frozenset(",!?…")  # before a closing single mark: ‘No,’ he said
_ENDS = ("", "\n", ".", "!", "?", ":")  # before a sentence
FEWEST = 4  # words between single marks that are more than a name or a word that is pointed at
LONGEST = 4_000  # characters between two marks that still belong together


@dataclass(frozen=True, slots=True)
class Marked:
    """What stands between two marks, `start` and `end` with them; `open` where one is missing."""

    start: int
    end: int
    open: bool = False


class _Mark(NamedTuple):
    start: int
    end: int
    opens: bool
    closes: bool


def marked(text: str) -> tuple[Marked, ...]:
    """The stretches between marks, in order; they never overlap."""
    found: list[Marked] = []
    for line in _LINE.finditer(text):
        marks = [_mark(text, *each.span()) for each in _MARK.finditer(text, *line.span())]
        here = list(_pairs(marks, line.end()))
        if here and here[-1].open and not _goes_on(text, line.end()):
            here.pop()
        found += here or _single(text, *line.span())
    return tuple(found)


def _mark(text: str, start: int, end: int) -> _Mark:
    """What a mark may be by what stands around it; the sign itself only where that is open."""
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    bounded_left = before.isspace() or before in _BEFORE_OPENING
    bounded_right = after.isspace() or after in _AFTER_CLOSING
    opens = (before.isspace() or before in "([{—–-/") and not after.isspace()
    closes = not before.isspace() and bounded_right
    if opens and closes:  # -”, or (”)
        opens = text[start] in "“„«"
        closes = not opens
    if not opens and not closes:
        sign = text[start]
        opens, closes = sign in "“„«", sign in "»"
        if bounded_left and not before.isspace() and not bounded_right:
            opens = True
    return _Mark(start, end, opens, closes)


def _pairs(marks: Sequence[_Mark], line_end: int) -> Iterator[Marked]:
    """Each opening mark with the next closing one; marks that may be both take turns."""
    opened: _Mark | None = None
    for mark in marks:
        if opened and mark.start - opened.start > LONGEST:
            opened = None
        if opened is None:
            if mark.opens or not mark.closes:
                opened = mark
        elif mark.closes or not mark.opens:
            yield Marked(opened.start, mark.end)
            opened = None
        else:  # a second one opens: the first was a slip
            opened = mark
    if opened is not None:
        yield Marked(opened.start, line_end, open=True)


def _goes_on(text: str, line_end: int) -> bool:
    """Whether the next line begins with a mark too: a quote of several paragraphs."""
    following = text[line_end : line_end + 8].lstrip()
    return bool(following) and following[0] in DOUBLE


def _single(text: str, start: int, end: int) -> list[Marked]:
    """Longer stretches between single marks, in a line without double ones."""
    found: list[Marked] = []
    opened = -1
    for mark in _SINGLE.finditer(text, start, end):
        place = mark.start()
        opens = place == start or text[place - 1].isspace() or text[place - 1] in "(["
        if opens:
            opened = place
        elif opened >= 0:
            sentence = text[place - 1] == "." and text[:opened].rstrip(" ")[-1:] in _ENDS
            long = len(text[opened:place].split()) >= FEWEST
            if long or sentence or text[place - 1] in _SPOKEN:
                found.append(Marked(opened, mark.end()))
            opened = -1
    return found
