"""Who said what in an English article, in the order of its text."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import itemgetter

from indexes.article import Article, Sentence
from indexes.quotes.english_cast import EnglishCast
from indexes.quotes.english_direct import EnglishDirect
from indexes.quotes.english_draft import EnglishDraft
from indexes.quotes.english_drafting import EnglishDrafting
from indexes.quotes.english_ending import Region
from indexes.quotes.english_reported import EnglishReported
from indexes.quotes.english_resolving import Known, Resolving
from indexes.quotes.english_turns import turns
from indexes.quotes.marks import Marked, marked
from indexes.quotes.quote import Quote, Span
from indexes.quotes.words import Words


def english_quotes(article: Article, sentences: Sequence[Sentence]) -> tuple[Quote, ...]:
    """The quotes of an English article, numbered from 1."""
    words = Words.of(article.text)
    bounds = [(sentence.start, sentence.end) for sentence in sentences]
    drafts = sorted(_drafts(words, bounds), key=lambda draft: (draft.start, draft.end))
    cast = EnglishCast.of(words)
    people = Resolving(cast, bounds).known(drafts)
    return tuple(_Writing(article, bounds).quotes(drafts, people))


def _drafts(words: Words, bounds: Sequence[tuple[int, int]]) -> Iterator[EnglishDraft]:
    said = list(turns(words))
    stretches = [each for each in marked(words.text) if not _within(each, said)]
    found: list[EnglishDraft | Marked] = [*EnglishDirect(words, bounds).drafts(stretches), *said]
    yield from (each for each in found if isinstance(each, EnglishDraft))
    found.sort(key=_start)
    spans = {(each.start, each.end) for each in found}
    scare = [each for each in stretches if (each.start, each.end) not in spans]
    used = frozenset(words.at(each.cue[0]) for each in found if isinstance(each, EnglishDraft))
    reported = EnglishReported(words, EnglishDrafting(words, scare), used)
    for start, end in _joined(bounds, found):
        first, stop = words.at(start), words.at(end)
        inside = found[_first(found, start) : bisect_left(found, end, key=_start)]
        taken = [(words.at(each.start), words.at(each.end)) for each in inside]
        yield from reported.drafts(Region(first, stop, taken))


def _start(each: EnglishDraft | Marked) -> int:
    return each.start


def _first(found: Sequence[EnglishDraft | Marked], place: int) -> int:
    """The number of the first quote that ends behind a place; quotes do not overlap."""
    return bisect_right(found, place, key=lambda each: each.end)


def _within(stretch: Marked, said: Sequence[EnglishDraft]) -> bool:
    """Whether a stretch overlaps a turn of a transcript."""
    number = bisect_right(said, stretch.start, key=lambda turn: turn.end)
    return number < len(said) and said[number].cue[0] < stretch.end


def _joined(
    bounds: Sequence[tuple[int, int]], found: Sequence[EnglishDraft | Marked]
) -> Iterator[tuple[int, int]]:
    """Sentences, those that end inside a quote together with the next."""
    ends = sorted((each.start, each.end) for each in found)
    start: int | None = None
    for begin, end in bounds:
        start = begin if start is None else start
        place = bisect_right(ends, (end, -1)) - 1
        if place >= 0 and ends[place][0] < end < ends[place][1]:
            continue
        yield start, end
        start = None
    if start is not None:
        yield start, bounds[-1][1]


@dataclass(frozen=True, slots=True)
class _Writing:
    """Turns drafts into quotes."""

    article: Article
    bounds: Sequence[tuple[int, int]]

    def quotes(self, drafts: Sequence[EnglishDraft], people: Sequence[Known]) -> Iterator[Quote]:
        places = {(d.start, d.end, d.rule): number for number, d in enumerate(drafts, start=1)}
        for number, (draft, who) in enumerate(zip(drafts, people, strict=True), start=1):
            text, earlier = self.article.text, draft.continues
            yield Quote(
                article_id=self.article.id,
                number=number,
                start=draft.start,
                end=draft.end,
                text=text[draft.start : draft.end],
                type=draft.type,
                quote_class=draft.quote_class,
                cue=Span.cut(text, *draft.cue),
                speaker=who.speaker,
                sentences=(self._sentence(draft.start), self._sentence(draft.end - 1)),
                rule=draft.rule,
                confidence=who.confidence,
                addressee=Span.cut(text, *draft.addressee) if draft.addressee else None,
                via=(),
                continues=places.get((earlier.start, earlier.end, earlier.rule))
                if earlier
                else None,
                parts=tuple(Span.cut(text, *part) for part in draft.parts),
            )

    def _sentence(self, place: int) -> int:
        return max(1, bisect_right(self.bounds, place, key=itemgetter(0)))
