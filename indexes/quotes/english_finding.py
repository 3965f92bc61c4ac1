"""Every quote of an English text: turns and marks, then what sentences report, then the rest."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from indexes.quotes.english_direct import EnglishDirect
from indexes.quotes.english_draft import EnglishDraft
from indexes.quotes.english_drafting import EnglishDrafting
from indexes.quotes.english_ending import Region, behind_dateline
from indexes.quotes.english_relaying import relayed
from indexes.quotes.english_reported import EnglishReported
from indexes.quotes.english_turns import turns
from indexes.quotes.marks import Marked, marked
from indexes.quotes.quote import QuoteType
from indexes.quotes.words import Words

FAR = 400  # characters between a report and a quote of the same speaker
Found = EnglishDraft | Marked


@dataclass(frozen=True, slots=True)
class EnglishFinding:
    """Finds the quotes of a text; `bounds` are its sentences."""

    words: Words
    bounds: Sequence[tuple[int, int]]

    def drafts(self) -> list[EnglishDraft]:
        """All of them, in the order of the text."""
        said = list(turns(self.words))
        stretches = [each for each in marked(self.words.text) if not _within(each, said)]
        direct = EnglishDirect(self.words, self.bounds).drafts(stretches)
        found = sorted([*direct, *said], key=_start)
        spans = {(each.start, each.end) for each in found}
        scare = [each for each in stretches if (each.start, each.end) not in spans]
        drafts = [self._relayed(each) for each in found if isinstance(each, EnglishDraft)]
        drafts += self._reported(found, scare)
        drafts.sort(key=lambda draft: (draft.start, draft.end))
        drafts += self._following([e for e in found if isinstance(e, Marked)], drafts)
        return sorted(drafts, key=lambda draft: (draft.start, draft.end))

    def _relayed(self, draft: EnglishDraft) -> EnglishDraft:
        number = bisect_right(self.bounds, max(draft.cue[1], draft.end), key=lambda each: each[0])
        return relayed(self.words, draft, self.words.at(self.bounds[number - 1][1]))

    def _reported(self, found: Sequence[Found], scare: Sequence[Marked]) -> Iterator[EnglishDraft]:
        words = self.words
        used = frozenset(words.at(each.cue[0]) for each in found if isinstance(each, EnglishDraft))
        reported = EnglishReported(words, EnglishDrafting(words, scare), used)
        for start, end in self._joined(found):
            first, stop = words.at(start), words.at(end)
            first = behind_dateline(words, first, stop)
            inside = found[_first(found, start) : bisect_left(found, end, key=_start)]
            taken = [(words.at(each.start), words.at(each.end)) for each in inside]
            region = Region(first, stop, taken)
            told = list(reported.drafts(region))
            yield from told
            yield from () if told else reported.owned(region)

    def _joined(self, found: Sequence[Found]) -> Iterator[tuple[int, int]]:
        """Sentences, those that end inside a quote together with the next."""
        start: int | None = None
        for begin, end in self.bounds:
            start = begin if start is None else start
            place = bisect_left(found, end, key=_start) - 1
            if place >= 0 and end < found[place].end:
                continue
            yield start, end
            start = None
        if start is not None:
            yield start, self.bounds[-1][1]

    def _following(
        self, alone: Sequence[Marked], drafts: Sequence[EnglishDraft]
    ) -> Iterator[EnglishDraft]:
        """Stretches that nobody is named for, behind a sentence that reports."""
        cues = sorted(drafts, key=lambda draft: draft.cue)
        for stretch in alone:
            place = bisect_left(cues, stretch.start, key=lambda draft: draft.cue[0])
            before = cues[place - 1] if place else None
            if before is None or not before.source or before.end > stretch.start:
                continue
            if self._near(max(before.end, before.cue[1]), stretch):
                yield replace(
                    before,
                    start=stretch.start,
                    end=stretch.end,
                    type=QuoteType.DIRECT,
                    rule="direct-following",
                    parts=(),
                    continues=None,
                )

    def _near(self, end: int, stretch: Marked) -> bool:
        """Whether a stretch stands right behind a sentence, in its paragraph."""
        between = self.words.text[end : stretch.start]
        following = self.bounds[bisect_left(self.bounds, (end, 0)) :][:2]
        sentences = sum(end < start <= stretch.start for start, _ in following)
        return sentences == 1 and "\n" not in between and len(between) < FAR


def _start(each: Found) -> int:
    return each.start


def _first(found: Sequence[Found], place: int) -> int:
    """The number of the first quote that ends behind a place; quotes do not overlap."""
    return bisect_right(found, place, key=lambda each: each.end)


def _within(stretch: Marked, said: Sequence[EnglishDraft]) -> bool:
    """Whether a stretch overlaps a turn of a transcript."""
    number = bisect_right(said, stretch.start, key=lambda turn: turn.end)
    return number < len(said) and said[number].cue[0] < stretch.end
