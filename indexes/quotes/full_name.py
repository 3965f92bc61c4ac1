"""A name with what is written around its capitals: initials, ranks, what it is called by."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from indexes.capitals import Capital
from indexes.quotes.given_names import forename

WORD = r"[A-Z][\w’']+"
GOES_ON = rf"({WORD}(?: {WORD}(?= [a-z]))?)"
OPENING = re.compile(r"(?:[.!?”\"]\s+|\n\s*|^)([A-Z][a-z’']+) \Z")
MIDDLE = re.compile(rf" (?:[A-Z]|Dt|St|Tgk|Abd|Muh|Moh)\.? {GOES_ON}")  # Rahmat Dt. Rajo Bungsu
RANKED = re.compile(rf"\.? {GOES_ON}")
RANKS = frozenset({"dt", "st", "tgk"})
CALLED = re.compile(rf" [”“\"‘]({WORD})[”“\"’] ({WORD})")  # Agung ”Kebo” Prasetyo
HAJI = frozenset({"H", "Hj"})
BIRTH = "Wayan|Made|Nyoman|Ketut|Gusti|Gede|Dewa|Putu"  # Balinese, behind I
INITIAL = re.compile(
    rf"(?<![^\s(“”\"])((?:[A-Z]\.)+|[A-HJ-UWYZ]|I(?= (?:{BIRTH})))[ ]?\Z",
)
BALI = frozenset(BIRTH.lower().split("|"))


@dataclass(frozen=True, slots=True)
class FullName:
    """Where a name stands, its words in small letters, and the name as it is cited."""

    start: int
    end: int
    words: tuple[str, ...]
    said: str

    @classmethod
    def of(cls, text: str, name: Sequence[Capital], language: str) -> "FullName":
        """The whole name that a run of capitals belongs to."""
        if len(name) > 1 and name[0].lower.rstrip(".") in {"h", "hj"}:
            name = name[1:]
        words = tuple(each.lower for each in name)
        start, end = name[0].start, name[-1].end
        return cls(start, end, words, text[start:end])._back(text, language)._on(text)

    def _back(self, text: str, language: str) -> "FullName":
        """With the initial before it, or the forename that opens the sentence."""
        start, words = self.start, self.words
        initial = INITIAL.search(text, max(0, start - 9), start)
        if initial and initial[1].rstrip(".") not in HAJI:
            start = initial.start(1)
        elif words[0] in BALI and text[max(0, start - 3) : start].endswith(" I "):
            start -= 2
        first = OPENING.search(text, max(0, start - 24), start) if len(words) == 1 else None
        if first and ("-" in words[0] or forename(first[1].lower(), language)):
            start, words = first.start(1), (first[1].lower(), *words)
        return replace(self, start=start, words=words, said=text[start : self.end])

    def _on(self, text: str) -> "FullName":
        """With what follows an initial, a rank or a name between marks."""
        on = MIDDLE.match(text, self.end)
        if not on and self.words[-1] in RANKS:
            on = RANKED.match(text, self.end)
        if on:
            words = (*self.words, *on[1].lower().split())
            return replace(self, end=on.end(), words=words, said=text[self.start : on.end()])
        if called := CALLED.match(text, self.end):
            words = (*self.words, called[2].lower())
            return FullName(self.start, called.end(), words, f"{self.said} {called[2]}")
        return self
