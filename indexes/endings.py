"""Whether a mark ends its sentence, told by the words just before and just after it."""

import re
from collections.abc import Callable
from typing import NamedTuple

from indexes.abbreviations import abbreviations

QUOTES = "\"'“”„‟‘’‚‛«»‹›`´"
INVISIBLE = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
OPENERS = rf"[{QUOTES}({{\[*_¿¡{INVISIBLE}]*"

_GLUED = re.compile(rf"(?=.){OPENERS}([A-Z]\w+)[\s,]")
_DASH = re.compile(r"(?:[–—]|--)\s")
_NUMBERING = re.compile(rf"{OPENERS}(?:[-•#]+\s*)?(?:\d{{1,3}}(?:\.\d{{1,3}})*|[A-Za-z]|[IVX]+)")
_INLINE_NUMBERING = re.compile(r"[:;]\s+\d{1,2}$")
_CODE = re.compile(r"\d|[A-Z\d]+\b")
_INITIALS = re.compile(r"[A-Z]|(?:[A-Z][a-z]?\.)+[A-Za-z]{1,4}|(?:[a-z]\.)+[a-z]")
_UNREADABLE = re.compile(r"[A-Z][b-df-hj-np-tv-xz]{1,4}")  # Kpts., Bdg.: no vowel, no word


class Mark(NamedTuple):
    """A mark that may end a sentence, the closing marks on it, and the text around both.

    `before` goes back to the start of the sentence at most, and `token` is its last word;
    `after` begins with its opening marks, `lead`, and `word`, the first word behind them.
    """

    before: str
    token: str
    sign: str
    closers: str
    spaced: bool
    after: str
    lead: str
    word: str


def ends(mark: Mark) -> bool:
    """The verdict of the first rule that knows; a mark before white space ends a sentence."""
    verdicts = (rule(mark) for rule in RULES)
    return next((verdict for verdict in verdicts if verdict is not None), True)


def _glued(mark: Mark) -> bool | None:
    """Without white space an end is rare: `reda.Pagi ini`, but not `detik.com` or `Node.Js`."""
    if mark.spaced:
        return None
    if mark.sign[-1] in "。！？":
        return True
    match = _GLUED.match(mark.after)
    known = match and (len(match[1]) > len("Com") or match[1] in abbreviations().opening)
    return bool(known) and mark.token[-3:].isalpha() and mark.token[-3:].islower()


def _wordless(mark: Mark) -> bool | None:
    """Dots that open a sentence or stand for words left out, `[...]`, and asides, `(?)`."""
    nothing = not mark.token and (not mark.before.strip(QUOTES + "([ ") or mark.before[-1] in "([")
    return False if nothing else None


def _lower_case(mark: Mark) -> bool | None:
    """What goes on in lower case has not ended, unless a quotation opens or a brand is meant."""
    quoted = mark.lead[-1:] in QUOTES and mark.lead and mark.after[len(mark.lead) :][:1].isalpha()
    if not mark.word[:1].islower() or quoted:
        return None
    title = mark.word in abbreviations().leading
    return None if title or not mark.word.islower() else False


def _attribution(mark: Mark) -> bool | None:
    """A dash leads to the speaker, or ends a dateline: `“Pulang.” — Chairil`."""
    return False if _DASH.match(mark.after) else None


def _numbering(mark: Mark) -> bool | None:
    """A number or a letter that begins its sentence numbers it."""
    if mark.sign != "." or mark.closers:
        return None
    numbers = _NUMBERING.fullmatch(mark.before) or _INLINE_NUMBERING.search(mark.before)
    return False if numbers else None


def _abbreviation(mark: Mark) -> bool | None:
    """Short forms end a sentence only before what their group in the lexicon allows."""
    known, form = abbreviations(), mark.token if mark.sign == "." else mark.token + mark.sign
    if mark.closers.strip(")]*_"):
        return None
    if form in known.leading:
        return False
    if form in known.numbered:
        return False if _CODE.match(mark.word) else None
    if form in known.either or _INITIALS.fullmatch(form) or _UNREADABLE.fullmatch(form):
        quoted = form in known.either and mark.lead[-1:] in QUOTES and mark.lead != ""
        return quoted or mark.word in known.opening or mark.word[:1].isdigit()
    return None


def _reporting(mark: Mark) -> bool | None:
    """A clause that names the speaker belongs to what was said: `“Benar?” Kirby bertanya.`"""
    known = abbreviations()
    if not any(closer in QUOTES for closer in mark.closers) or mark.lead:
        return None
    if mark.word in known.said:
        return False
    if mark.sign == "." or mark.word in known.opening:
        return None
    words = mark.after.split()
    said = (place for place, word in enumerate(words) if word.rstrip(".,") in known.asked)
    place = next(said, 0)
    if not 0 < place <= len("Name And His Four Titles".split()):
        return None
    named = not any(word[-1] in ",;:?!" for word in words[:place])
    closed = words[place][-1] in ".," or words[place + 1 : place + 2] == []
    return False if named and (closed or words[place + 1] in known.adjuncts) else None


RULES: tuple[Callable[[Mark], bool | None], ...] = (
    _glued,
    _wordless,
    _lower_case,
    _attribution,
    _numbering,
    _abbreviation,
    _reporting,
)
