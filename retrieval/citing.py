"""Hits to citations: each with its neighbours, its short answer, and who its pronoun means."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from indexes.article import Article, Sentence
from indexes.quotes.quote import SpeakerKind
from retrieval.answer import Citation
from retrieval.antecedent import antecedent
from retrieval.attribution import quotes_of
from retrieval.question import Question
from retrieval.short_answer import short_answer

if TYPE_CHECKING:
    from indexes.index import Index

PEOPLE = {SpeakerKind.NAME, SpeakerKind.COREF, SpeakerKind.PRONOUN, SpeakerKind.IMPLICIT}
BEFORE = 6  # sentences back in which the person that a pronoun means is looked for


def cited(
    index: "Index", question: Question, chosen: Sequence[Sequence[Sentence]]
) -> tuple[Citation, ...]:
    """The sentences that belong together as citations, numbered from 1."""
    return tuple(
        _citation(index, question, number, sentences)
        for number, sentences in enumerate(chosen, start=1)
    )


def _citation(index: "Index", question: Question, number: int, own: Sequence[Sentence]) -> Citation:
    first, last = own[0], own[-1]
    article = index.catalog.article(first.article_id)
    around = index.catalog.sentences(article.id, first.number - BEFORE, last.number + 1)
    before = [sentence for sentence in around if sentence.number < first.number]
    made = Citation.of(number, article, own)
    return replace(
        made,
        before=before[-1] if before else None,
        after=next((s for s in around if s.number > last.number), None),
        short=short_answer(question, made.text, article.language),
        antecedent=_antecedent(index, article, before, first),
        speakers=_speakers(index, own),
    )


def _speakers(index: "Index", own: Sequence[Sentence]) -> tuple[str, ...]:
    """The people whose words stand in the sentences, as the ledger knows them."""
    quotes = (quote for sentence in own for quote in quotes_of(index, sentence))
    named = (q.speaker.canonical for q in quotes if q.speaker.kind in PEOPLE)
    return tuple(dict.fromkeys(name for name in named if name))


def _antecedent(
    index: "Index", article: Article, before: Sequence[Sentence], own: Sentence
) -> str | None:
    """Whom its pronoun means: the speaker that the ledger knows, or the one named before."""
    for quote in quotes_of(index, own):
        said = quote.speaker
        by_pronoun = said.kind in {SpeakerKind.PRONOUN, SpeakerKind.IMPLICIT}
        if by_pronoun and said.canonical and said.canonical in article.text:
            return said.canonical
    name = antecedent(article, before, own)
    return name.text if name else None
