"""The whole way from a message to an answer, within one version of the index."""

import hashlib
import os
import threading
from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol, cast

from indexes.article import Article, Sentence
from indexes.language import detect
from prompts import say
from retrieval.answer import Answer, Citation, Reason, Status
from retrieval.attribution import by_ledger, each_speaker, heard_of, voices
from retrieval.citing import cited
from retrieval.conversation import Turn, resolve
from retrieval.evidence import evidence, gate_of
from retrieval.hit import Hit
from retrieval.kind import Kind
from retrieval.question import Question, parse
from retrieval.ranking import ordered, ranked, understood
from retrieval.roll_call import all_was_heard, roll_call
from retrieval.selecting import selected
from retrieval.speaking import speaking
from retrieval.summary import summary
from retrieval.writing import ExtractiveWriter

if TYPE_CHECKING:
    from indexes.index import Index

WEIGHED = 30  # hits that the ledger may bring forward
LISTED = 8  # citations of an answer that lists
NEAREST = 2  # articles that a refusal names
QUOTES = 50  # that are ever found for some words, so that all pages are of one order
# searches at a time: more are done no sooner, and all else in the process waits for them
AT_ONCE = max(2, os.cpu_count() or 2)


class Library(Protocol):
    """Lends one whole version of the index for the length of an answer."""

    def reading(self) -> AbstractContextManager["Index"]:
        """The version, open until the block ends."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What the index gives for a question: the sentences of each citation, or why none."""

    status: Status
    reason: Reason | None
    cited: tuple[tuple[Sentence, ...], ...]
    nearest: tuple[str, ...] = ()
    confidence: float = 0.0
    told: float = 0.0


class Answerer:
    """Answers questions with cited sentences; safe to call from many threads.

    `citations` is how many an answer has at most; where everybody is asked for, or everything that
    somebody said, it may have `LISTED`, but for one where one is wanted.
    """

    def __init__(self, library: Library, *, citations: int = 3) -> None:
        self._library = library
        self._citations = citations
        self._listed = LISTED if citations > 1 else 1
        self._writer = ExtractiveWriter()
        self._places = threading.BoundedSemaphore(AT_ONCE)

    def answer(
        self, message: str, last: Turn | None = None, article_id: str | None = None
    ) -> Answer:
        """The answer to a message, or why there is none.

        `last` is what it may refer to, `article_id` the only article that may be cited.
        """
        question = resolve(parse(message), last)
        with self._library.reading() as index:
            if article_id is not None:
                question = _within(index, question, article_id)
            with self._places:
                found = self._find(index, question)
            return self._written(index, question, found)

    def answer_from(self, text: str, title: str, message: str) -> Answer:
        """The answer that a text gives which is not in the index; it is kept nowhere."""
        sha256 = hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()
        article = Article("", title, text, detect(text), None, None, None, sha256)
        with self._library.reading() as index:
            # it has all of an index that is used here
            alone = cast("Index", index.alone(article))
            question = parse(message)
            with self._places:
                found = self._find(alone, question)
            return self._written(alone, question, found)

    def quotes(self, message: str, *, skip: int, most: int) -> tuple[Citation, ...]:
        """The sentences that come nearest to some words, without judging whether they answer."""
        question = parse(message)
        with self._library.reading() as index:
            if not question.readable or not index.manifest.counts["articles"]:
                return ()
            with self._places:
                hits = [hit for hit in ranked(index, question, QUOTES) if hit.words > 0]
            found = tuple((hit.sentence,) for hit in hits[skip : skip + most])
            return cited(index, question, found)

    def _find(self, index: "Index", question: Question) -> Finding:
        if not question.readable:
            return _refused(Reason.UNREADABLE_QUESTION)
        if not index.manifest.counts["articles"]:
            return _refused(Reason.EMPTY_INDEX)
        if question.after is not None:
            return _continued(index, question, self._citations)
        if called := roll_call(index, question, self._citations):
            return _listed(called[: self._listed])
        if all_was_heard(index, question):
            return _refused(Reason.NOT_STATED)
        return self._searched(index, question)

    def _searched(self, index: "Index", question: Question) -> Finding:
        asked = understood(index, question)
        hits = by_ledger(index, question, ordered(index, asked, WEIGHED))
        if not hits:
            return _refused(Reason.OFF_TOPIC)
        if several := each_speaker(index, question, hits):
            return _side_by_side([self._searched(index, each) for each in several[: self._listed]])
        meant = hits[0].sentence.article_id
        if called := roll_call(index, question, self._citations, meant):
            return _listed(called[: self._listed])
        if question.kind is Kind.SUMMARY:
            return _summed_up(index, question, hits, self._citations)
        if not heard_of(index, question, hits[0]):
            return _refused(Reason.NOT_STATED, nearest=(meant,))
        found = _judged(index, asked, hits, self._citations)
        heard = voices(index, question, hits)[: self._listed]
        if found.reason or not heard:
            return found
        return replace(found, cited=tuple((hit.sentence,) for hit in heard))

    def _written(self, index: "Index", question: Question, found: Finding) -> Answer:
        citations = cited(index, question, found.cited)
        sure = found.status is Status.ANSWERED
        lead = speaking(index, question, citations) if sure else ""
        nearest = tuple(index.catalog.article(article_id) for article_id in found.nearest)
        if found.reason:
            text = refusal(found.reason, question.language, nearest)
        else:
            text = "\n\n".join(filter(None, (lead, self._writer.write(citations))))
        return Answer(
            question=question,
            status=found.status,
            reason=found.reason,
            text=text,
            lead=lead,
            citations=citations,
            writer=self._writer.name,
            index_version=index.name,
            nearest=nearest,
            confidence=found.confidence,
            told=found.told,
        )


def _within(index: "Index", question: Question, article_id: str) -> Question:
    """The question, about one article only; raises where that is not in the index."""
    index.catalog.article(article_id)
    # what was said of another article is not gone on with
    after = question.after if question.after and question.after[0] == article_id else None
    return replace(question, article_id=article_id, after=after, other_than=None)


def refusal(reason: Reason, language: str, nearest: Sequence[Article]) -> str:
    """The words of a refusal, and the articles that come nearest."""
    words = say(reason, language)
    if not nearest:
        return words
    titles = "\n".join(f"• {article.title}" for article in nearest)
    return f"{words}\n\n{say('nearest', language, titles=titles)}"


def _refused(reason: Reason, nearest: tuple[str, ...] = ()) -> Finding:
    return Finding(Status.REFUSED, reason, (), nearest)


def _listed(cited: Sequence[tuple[Sentence, ...]]) -> Finding:
    return Finding(Status.ANSWERED, None, tuple(cited), confidence=1.0, told=1.0)


def _side_by_side(found: Sequence[Finding]) -> Finding:
    """The first sentence of each speaker; sure only if all are."""
    heard = [each for each in found if not each.reason]
    if not heard:
        return found[0]
    least = min(heard, key=lambda each: each.confidence)
    sure = len(heard) == len(found) and all(each.status is Status.ANSWERED for each in heard)
    cited = tuple(dict.fromkeys(each.cited[0] for each in heard))
    return replace(least, status=Status.ANSWERED if sure else Status.UNCERTAIN, cited=cited)


def _judged(index: "Index", question: Question, hits: Sequence[Hit], most: int) -> Finding:
    """The best sentences, if they answer."""
    best = hits[0]
    article = index.catalog.article(best.sentence.article_id)
    told = evidence(question, best, article.language)
    status, reason = gate_of(question.language, article.language).judge(told)
    chosen = tuple((hit.sentence,) for hit in selected(question, hits[:most], most))
    nearest: tuple[str, ...] = ()
    if reason:
        chosen = ()
    if reason is Reason.NOT_STATED:
        nearest = tuple(dict.fromkeys(hit.sentence.article_id for hit in hits[:most]))[:NEAREST]
    return Finding(status, reason, chosen, nearest, told.answers, told.told)


def _continued(index: "Index", question: Question, most: int) -> Finding:
    """The sentences that follow those which were cited last."""
    assert question.after is not None
    article_id, number = question.after
    found = index.catalog.sentences(article_id, number + 1, number + most)
    if not found:
        return _refused(Reason.NOT_STATED)
    return _listed([(each,) for each in found])


def _summed_up(index: "Index", question: Question, hits: Sequence[Hit], most: int) -> Finding:
    """The article that is meant in short: the one talked about, the only one, or the nearest."""
    nearest = hits[0].sentence.article_id
    article_id = question.article_id or nearest
    chosen = tuple((each,) for each in summary(index, article_id, most))
    return Finding(Status.ANSWERED, None, chosen, confidence=1.0, told=1.0)
