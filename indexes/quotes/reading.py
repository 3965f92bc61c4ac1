"""The way in: the quotes of an article, in the order of its text."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from operator import itemgetter

from indexes.article import Article, Sentence
from indexes.quotes.cast import Cast
from indexes.quotes.confidence import confidence
from indexes.quotes.cues import cues
from indexes.quotes.direct import Direct
from indexes.quotes.draft import Draft
from indexes.quotes.drafting import Drafting
from indexes.quotes.english import english_quotes
from indexes.quotes.heads import THESE, head
from indexes.quotes.marks import marked
from indexes.quotes.office import Office, office
from indexes.quotes.phrase import Phrase, Phrases
from indexes.quotes.quote import Medium, Quote, Span, Speaker, SpeakerKind
from indexes.quotes.reported import Reported
from indexes.quotes.resolving import Resolved, resolved
from indexes.quotes.words import Words

SURE = 0.5  # below this a speaker is not named


def read_quotes(article: Article, sentences: Sequence[Sentence]) -> tuple[Quote, ...]:
    """Who said what in an article, numbered from 1; its sentences are those of `splitting`."""
    if article.language == "en":
        return english_quotes(article, sentences)
    text = article.text
    bounds = [(sentence.start, sentence.end) for sentence in sentences]
    phrases = Phrases(Words.of(text), Cast.of(text, article.language))
    drafts, heard = _drafts(phrases, bounds)
    found = sorted(resolved(drafts, heard, phrases, bounds), key=lambda each: each.draft.start)
    return tuple(_Writing(article.id, phrases, bounds).quotes(found))


def _drafts(
    phrases: Phrases, bounds: Sequence[tuple[int, int]]
) -> tuple[list[Draft], list[Phrase]]:
    """What is quoted and reported, and those who were heard of, also where it is not told what."""
    stretches = marked(phrases.cast.text)
    direct = list(Direct(phrases, bounds).drafts(stretches))
    spans = {(draft.start, draft.end) for draft in direct}
    taken = [each.end for each in stretches if (each.start, each.end) in spans]
    reported = Reported(Drafting(phrases, stretches, taken))
    drafts = [*direct, *(draft for each in bounds for draft in reported.drafts(*each))]
    return drafts, reported.heard


@dataclass(frozen=True, slots=True)
class _Writing:
    """Turns resolved drafts into quotes."""

    article_id: str
    phrases: Phrases
    bounds: Sequence[tuple[int, int]]

    def quotes(self, found: Sequence[Resolved]) -> Iterator[Quote]:
        numbers = {id(each.draft): number for number, each in enumerate(found, start=1)}
        media = self._media(each.draft for each in found)
        for number, each in enumerate(found, start=1):
            yield self._quote(number, each, numbers, media)

    def _quote(
        self, number: int, each: Resolved, numbers: dict[int, int], media: Sequence[tuple[int, str]]
    ) -> Quote:
        text, draft = self.phrases.cast.text, each.draft
        sure = confidence(each)
        return Quote(
            article_id=self.article_id,
            number=number,
            start=draft.start,
            end=draft.end,
            text=text[draft.start : draft.end],
            type=draft.type,
            quote_class=draft.quote_class,
            cue=Span.cut(text, *draft.cue),
            speaker=self._speaker(draft.phrase, each.name if sure >= SURE else None),
            sentences=(self._sentence(draft.start), self._sentence(draft.end - 1)),
            rule=draft.rule,
            confidence=sure,
            addressee=Span.cut(text, *draft.addressee) if draft.addressee else None,
            via=tuple(self._medium(phrase, media) for phrase in draft.via),
            continues=numbers[id(draft.continues)] if draft.continues else None,
            parts=tuple(Span.cut(text, *part) for part in draft.parts),
        )

    def _sentence(self, place: int) -> int:
        return max(1, bisect_right(self.bounds, place, key=itemgetter(0)))

    def _speaker(self, phrase: Phrase | None, name: str | None) -> Speaker:
        if phrase is None:
            return Speaker(SpeakerKind.IMPLICIT if name else SpeakerKind.UNKNOWN, None, name)
        text = self.phrases.cast.text
        told = office(self.phrases, phrase) if phrase.person else Office()
        role, body = (Span.cut(text, *place) if place else None for place in told)
        kind = phrase.kind if name else SpeakerKind.UNKNOWN
        return Speaker(kind, Span.cut(text, *phrase.name), name, role, body)

    def _media(self, drafts: Iterable[Draft]) -> list[tuple[int, str]]:
        """The media and documents that are named in full, by where they stand."""
        phrases = [phrase for d in drafts for phrase in (*d.via, d.phrase) if phrase]
        return sorted(
            {
                (phrase.start, phrase.canonical)
                for phrase in phrases
                if phrase.canonical and phrase.kind is SpeakerKind.BODY and self._carries(phrase)
            }
        )

    def _carries(self, phrase: Phrase) -> bool:
        """Whether a phrase is of a medium or a document."""
        groups = cues().phrases
        return head(self.phrases.words, phrase.first) in groups["documents"] | groups["media"]

    def _medium(self, phrase: Phrase, media: Sequence[tuple[int, str]]) -> Medium:
        """A medium; laporan itu is the one that was named last before."""
        span = Span.cut(self.phrases.cast.text, *phrase.name)
        pointing = self.phrases.words[phrase.stop - 1].lower in THESE
        last = bisect_right(media, phrase.start, key=itemgetter(0))
        if pointing and last and self._carries(phrase):
            return Medium(span, media[last - 1][1])
        return Medium(span, phrase.canonical or span.text)
