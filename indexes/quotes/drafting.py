"""What every reader of a sentence needs: who is named where, and what stands between marks."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from indexes.quotes.cues import cues
from indexes.quotes.draft import Draft
from indexes.quotes.marks import DOUBLE, Marked
from indexes.quotes.phrase import Phrase, Phrases
from indexes.quotes.quote import QuoteType

CLOSING = 2  # characters by which a closing mark may overhang what was said


@dataclass(frozen=True)
class Drafting:
    """An article's words and people; `taken` are the ends of the stretches that are quotes."""

    phrases: Phrases
    stretches: Sequence[Marked]
    taken: Sequence[int]

    @cached_property
    def _starts(self) -> list[int]:
        return [each.start for each in self.stretches]

    def marked(self, place: int) -> bool:
        """Whether a place of the text stands between marks."""
        last = bisect_right(self._starts, place) - 1
        return last >= 0 and place < self.stretches[last].end

    def quoted(self, place: int) -> bool:
        """Whether a place of the text stands in a direct quote."""
        last = bisect_right(self._starts, place) - 1
        return self.marked(place) and self.stretches[last].end in self.taken

    def clause_start(self, first: int, number: int) -> int:
        """The first word of the clause of a word: behind a direct quote or a semicolon."""
        words = self.phrases.words
        last = bisect_right(self.taken, words[number].start) - 1
        begin = first
        if last >= 0 and words[first].start < self.taken[last]:
            begin = words.at(self.taken[last])
        return next((n + 1 for n in range(number - 1, begin, -1) if words[n].text == ";"), begin)

    def draft(self, said: tuple[int, int], cue: int, who: Phrase | None, rule: str) -> Draft:
        """What stands from one word to another (half-open), tied to who said it by a cue."""
        words = self.phrases.words
        start, end = words[said[0]].start, words[said[1] - 1].end
        first = max(0, bisect_right(self._starts, start) - 1)
        pieces = [m for m in self.stretches[first : bisect_right(self._starts, end)]]
        inside = any(start <= m.start and m.end <= end + CLOSING for m in pieces)
        for piece in pieces:
            if start <= piece.start < end < piece.end <= end + CLOSING:
                end = piece.end
        unopened = not inside and self.phrases.cast.text[end - 1] in DOUBLE
        whole = any(m.start <= start and end <= m.end + 1 for m in pieces)
        kind = (
            QuoteType.DIRECT
            if unopened or whole
            else QuoteType.MIXED
            if inside
            else QuoteType.INDIRECT
        )
        word = words[cue]
        done = cues().class_of(word.lower)
        span = (word.start, word.end)
        return Draft(start, end, kind, done, span, who, rule)
