"""Who said what in an English article, in the order of its text."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import itemgetter

from indexes.article import Article, Sentence
from indexes.quotes.english_cast import EnglishCast
from indexes.quotes.english_draft import EnglishDraft
from indexes.quotes.english_finding import EnglishFinding
from indexes.quotes.english_resolving import Known, Resolving
from indexes.quotes.quote import Quote, Span
from indexes.quotes.words import Words


def english_quotes(article: Article, sentences: Sequence[Sentence]) -> tuple[Quote, ...]:
    """The quotes of an English article, numbered from 1."""
    words = Words.of(article.text)
    bounds = [(sentence.start, sentence.end) for sentence in sentences]
    drafts = EnglishFinding(words, bounds).drafts()
    people = Resolving(EnglishCast.of(words), bounds).known(drafts)
    return tuple(_Writing(article, bounds).quotes(drafts, people))


@dataclass(frozen=True, slots=True)
class _Writing:
    """Turns drafts into quotes."""

    article: Article
    bounds: Sequence[tuple[int, int]]

    def quotes(self, drafts: Sequence[EnglishDraft], people: Sequence[Known]) -> Iterator[Quote]:
        places = {(d.start, d.end, d.rule): number for number, d in enumerate(drafts, start=1)}
        for number, (draft, who) in enumerate(zip(drafts, people, strict=True), start=1):
            text, last = self.article.text, draft.continues
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
                via=who.via,
                continues=places.get((last.start, last.end, last.rule)) if last else None,
                parts=tuple(Span.cut(text, *part) for part in draft.parts),
            )

    def _sentence(self, place: int) -> int:
        return max(1, bisect_right(self.bounds, place, key=itemgetter(0)))
