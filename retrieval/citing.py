"""Hits to citations: each with its neighbours, its short answer, and who its pronoun means."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from indexes.article import Sentence
from retrieval.answer import Citation
from retrieval.antecedent import antecedent
from retrieval.question import Question
from retrieval.short_answer import short_answer

if TYPE_CHECKING:
    from indexes.index import Index

BEFORE = 6  # sentences back in which the person that a pronoun means is looked for


def cited(
    index: "Index", question: Question, sentences: Sequence[Sentence]
) -> tuple[Citation, ...]:
    """The sentences as citations, numbered from 1."""
    return tuple(
        _citation(index, question, number, sentence)
        for number, sentence in enumerate(sentences, start=1)
    )


def _citation(index: "Index", question: Question, number: int, own: Sentence) -> Citation:
    article = index.catalog.article(own.article_id)
    around = index.catalog.sentences(article.id, own.number - BEFORE, own.number + 1)
    before = [sentence for sentence in around if sentence.number < own.number]
    name = antecedent(article, before, own)
    return replace(
        Citation.of(number, article, [own]),
        before=before[-1] if before else None,
        after=next((s for s in around if s.number > own.number), None),
        short=short_answer(question, own.text, article.language),
        antecedent=name.text if name else None,
    )
