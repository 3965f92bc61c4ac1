"""The whole way from a message to an answer, within one version of the index."""

from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from indexes.terms import stems
from prompts import say
from retrieval.answer import Answer, Citation, Reason, Status
from retrieval.evidence import OTHER_LANGUAGE, SAME_LANGUAGE, Evidence, coverage, judge
from retrieval.hit import Hit
from retrieval.question import Question, parse
from retrieval.searching import search
from retrieval.writing import ExtractiveWriter

if TYPE_CHECKING:
    from indexes.index import Index

NEARLY_AS_GOOD = 0.95  # of the best score: from there on further sentences are cited
AROUND = 2  # sentences on either side that count as the context of one


class Library(Protocol):
    """Lends one whole version of the index for the length of an answer."""

    def reading(self) -> AbstractContextManager["Index"]:
        """The version, open until the block ends."""


class Answerer:
    """Answers questions with cited sentences; safe to call from many threads."""

    def __init__(self, library: Library, *, citations: int = 3) -> None:
        self._library = library
        self._citations = citations
        self._writer = ExtractiveWriter()

    def answer(self, message: str) -> Answer:
        """The answer to a message, or why there is none."""
        question = parse(message)
        with self._library.reading() as index:
            if not question.readable:
                return self._refusal(question, Reason.UNREADABLE_QUESTION, index.name)
            if not index.manifest.counts["articles"]:
                return self._refusal(question, Reason.EMPTY_INDEX, index.name)
            return self._answer(index, question)

    def _answer(self, index: "Index", question: Question) -> Answer:
        hits = search(index, question, self._citations)
        if not hits:
            return self._refusal(question, Reason.OFF_TOPIC, index.name)
        status, reason = _judge(index, question, hits[0])
        if reason:
            return self._refusal(question, reason, index.name)
        citations = _citations(
            index, [h for h in hits if h.score >= NEARLY_AS_GOOD * hits[0].score]
        )
        text = self._writer.write(citations)
        return Answer(question, status, None, text, citations, self._writer.name, index.name)

    def _refusal(self, question: Question, reason: Reason, version: str) -> Answer:
        text = say(reason, question.language)
        return Answer(question, Status.REFUSED, reason, text, (), self._writer.name, version)


def _judge(index: "Index", question: Question, hit: Hit) -> tuple[Status, Reason | None]:
    article = index.catalog.article(hit.sentence.article_id)
    first, last = hit.sentence.number - AROUND, hit.sentence.number + AROUND
    around = index.catalog.sentences(article.id, first, last)
    held = set(stems(" ".join(sentence.text for sentence in around), article.language))
    gate = SAME_LANGUAGE if article.language == question.language else OTHER_LANGUAGE
    return judge(Evidence(coverage(question.terms, held), max(hit.cosine, 0.0)), gate)


def _citations(index: "Index", hits: Sequence[Hit]) -> tuple[Citation, ...]:
    return tuple(_citation(index, number, hit) for number, hit in enumerate(hits, start=1))


def _citation(index: "Index", number: int, hit: Hit) -> Citation:
    own = hit.sentence
    article = index.catalog.article(own.article_id)
    around = index.catalog.sentences(article.id, own.number - 1, own.number + 1)
    return replace(
        Citation.of(number, article, [own]),
        before=next((s for s in around if s.number < own.number), None),
        after=next((s for s in around if s.number > own.number), None),
    )
