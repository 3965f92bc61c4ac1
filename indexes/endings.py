"""Whether a mark ends its sentence, told by the words just before and just after it."""

import re
from collections.abc import Callable, Sequence
from itertools import takewhile
from typing import NamedTuple

from indexes.abbreviations import abbreviations

QUOTES = "\"'“”„‟‘’‚‛«»‹›`´"

_GLUED = re.compile(r"\w+(?=[\s,])")
_DASH = re.compile(r"(?:[–—]|--)\s")
_SIGNATURE = re.compile(r"\([^().!?]{1,40}\)")
_NUMBERING = re.compile(r"\W*(?:\d{1,3}(?:\.\d{1,3})*|[A-Za-z]|[IVX]+)")
_INLINE_NUMBERING = re.compile(r"[:;]\s+\d{1,2}$")
_CODE = re.compile(r"\d|[A-Z\d]+$")
_INITIALS = re.compile(
    r"[A-Z]|(?:[A-Z][a-z]?\.)+[A-Za-z]{1,4}|(?:[a-z]\.)+[a-z]"
    r"|[B-DF-HJ-NP-TV-XZ][b-df-hj-np-tv-xz]{1,4}"  # Kpts., Bdg.: without a vowel it is no word
)
_DEGREE = re.compile(r",\s(?:[SM]\.[A-Z]\w{0,4}|[BM]\.[A-Z]\.?[A-Z]|A\.Md|Ph\.D|M\.D|Lc)$")
_POSSESSED = re.compile(r"\w{4,}nya")  # Hasilnya, Rencananya: such long names do not end so

LONGEST_NAME = 6  # words, titles included


class Mark(NamedTuple):
    """A mark that may end a sentence, its closing marks, and the text around them.

    `before` reaches back to the start of the sentence at most, and `token` is its last word;
    `after` begins with opening marks, `lead`, and `word` is the first word behind those.
    """

    before: str
    token: str
    sign: str
    closers: str
    spaced: bool
    after: str
    lead: str
    word: str

    @property
    def form(self) -> str:
        """What may be short for something: the token and its mark, but not a full stop."""
        if self.quotes:
            return ""
        return self.token if self.sign == "." else self.token + self.sign

    @property
    def quotes(self) -> bool:
        """Whether a quotation ends with this mark."""
        return any(closer in QUOTES for closer in self.closers)

    @property
    def opens(self) -> bool:
        """Whether a quotation begins after this mark."""
        return any(opener in QUOTES for opener in self.lead)


def ends(mark: Mark) -> bool:
    """The verdict of the first rule that has one; a mark none objects to ends its sentence."""
    verdicts = (rule(mark) for rule in RULES)
    return next((verdict for verdict in verdicts if verdict is not None), True)


def _glued(mark: Mark) -> bool | None:
    """Without white space an end is rare: `reda.Pagi ini`, but `detik.com` and `Node.Js`."""
    if mark.spaced:
        return None
    if mark.sign[-1] in "。！？":
        return True
    tail, word = mark.token[-3:], _GLUED.match(mark.after, len(mark.lead))
    if not word or not word[0].istitle() or not (tail.isalpha() and tail.islower()):
        return False
    return len(word[0]) > len("Com") or word[0] in abbreviations().opening


def _wordless(mark: Mark) -> bool | None:
    """Dots before the first word, dots for words left out, `[...]`, and asides, `(?)`."""
    wordless = not mark.before.strip(QUOTES + "([ ") or mark.before[-1] in "(["
    return False if wordless else None


def _lower_case(mark: Mark) -> bool | None:
    """What goes on in lower case has not ended, unless a quotation opens or a brand is meant."""
    if not mark.word.islower() or mark.word in abbreviations().leading:
        return None
    opened = mark.opens and mark.after.startswith(mark.lead + mark.word)
    return None if opened else False


def _attribution(mark: Mark) -> bool | None:
    """A dash leads to the speaker, or away from the place: `“Pulang.” — Rendra`."""
    return False if _DASH.match(mark.after) else None


def _signature(mark: Mark) -> bool | None:
    """What a paragraph closes with in brackets names its authors: `Dolar stabil. (ant/riz)`."""
    return False if _SIGNATURE.fullmatch(mark.after) else None


def _numbering(mark: Mark) -> bool | None:
    """A number or a letter that begins its sentence, or follows a colon, counts an item."""
    if mark.sign != "." or mark.closers:
        return None
    numbers = _NUMBERING.fullmatch(mark.before) or _INLINE_NUMBERING.search(mark.before)
    return False if numbers else None


def _title(mark: Mark) -> bool | None:
    """Before a name or a thing: `Dr. Ratna`, `Jl. Sudirman`, `a.n. Budi`."""
    return False if mark.form in abbreviations().leading else None


def _label(mark: Mark) -> bool | None:
    """Before a number or a code: `No. 5`, `Vol. II`, `tgl. 17`."""
    return not _CODE.match(mark.word) if mark.form in abbreviations().numbered else None


def _clock(mark: Mark) -> bool | None:
    """Before a day or a time zone: `9 p.m. Friday`, `7 a.m. Eastern`."""
    known = abbreviations()
    if mark.form not in known.clock:
        return None
    return mark.word not in known.days and not mark.word.isupper()


def _degree(mark: Mark) -> bool | None:
    """After a name and a comma nothing of the name is left, unless another degree comes."""
    if not mark.form or not _DEGREE.search(mark.before):
        return None
    return mark.after[1:2] != "."


def _short_form(mark: Mark) -> bool | None:
    """Initials of a name and forms of either kind end a sentence only where another opens."""
    known, initials = abbreviations(), _INITIALS.fullmatch(mark.form)
    if mark.form not in known.either and not initials:
        return None
    if len(mark.form) == 1 and _lettered(mark.before):
        return None
    quotation = mark.opens and mark.form in known.either
    return quotation or _opening(mark.word) or mark.after[0].isdigit()


def _reporting(mark: Mark) -> bool | None:
    """A clause with a name belongs to the words it quotes: `“Benar?” Kirby bertanya` is one."""
    known = abbreviations()
    if not mark.quotes or mark.lead:
        return None
    if mark.word in known.said:
        return False
    asked = mark.sign != "." and mark.word not in known.opening
    return False if asked and _names_speaker(mark.after.split()) else None


def _names_speaker(words: Sequence[str]) -> bool:
    """Whether a name, a said verb, and the end of the clause follow each other."""
    known = abbreviations()
    name = list(takewhile(lambda word: word.rstrip(".,") not in known.asked, words))
    rest = words[len(name) :]
    if not rest or not 0 < len(name) <= LONGEST_NAME or any(word[-1] in ",;:?!" for word in name):
        return False
    return rest[0][-1] in ".," or not rest[1:] or rest[1].rstrip(".,") in known.adjuncts


def _lettered(before: str) -> bool:
    """Whether its last word, a letter, is no initial: `vitamin C`, `Rp 3,5 M`."""
    previous = before.split()[-2:-1]
    return any(word[0].isdigit() or word in abbreviations().lettered for word in previous)


def _opening(word: str) -> bool:
    return word in abbreviations().opening or _POSSESSED.fullmatch(word) is not None


RULES: tuple[Callable[[Mark], bool | None], ...] = (
    _glued,
    _wordless,
    _lower_case,
    _attribution,
    _signature,
    _numbering,
    _title,
    _label,
    _clock,
    _degree,
    _short_form,
    _reporting,
)
