"""The order of the sentences that may answer: a learned weighing of what speaks for each."""

from collections.abc import Collection, Iterator
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from retrieval.alignment import Floats
from retrieval.dating import meant
from retrieval.expansion import expanded
from retrieval.features import NAMES, features
from retrieval.hit import Hit
from retrieval.question import Question
from retrieval.searching import candidates
from retrieval.trees import Trees, shipped

if TYPE_CHECKING:
    from indexes.index import Index

RANKED = 30  # candidates that are weighed
# what a follow-up gives a sentence of the article talked about, and one near the last answer
SAME_ARTICLE = 2.0
NEAR = 0.5
DATED = 0.8  # what a sentence gains if its article is of the day that is asked for


def ranked(index: "Index", question: Question, limit: int) -> list[Hit]:
    """The sentences most likely to answer, best first; `score` is the ranker's own."""
    spelt = replace(question, terms=index.corrected(question.terms))
    asked = expanded(spelt)
    hits = candidates(index, asked, max(limit, RANKED))
    articles = {hit.sentence.article_id for hit in hits}
    dated = meant(question.text, map(index.catalog.article, articles))
    weighed = _weighed(asked, hits, features(index, asked, hits), dated)
    return sorted(weighed, key=lambda hit: -hit.score)[:limit]


def _weighed(
    question: Question, hits: list[Hit], table: Floats, dated: Collection[str]
) -> Iterator[Hit]:
    for hit, score, row in zip(hits, _trees().score(table), table, strict=True):
        lent = _talked_about(question, hit) + DATED * (hit.sentence.article_id in dated)
        yield replace(hit, score=float(score) + lent, features=tuple(map(float, row)))


def _talked_about(question: Question, hit: Hit) -> float:
    """What a sentence gains by standing where the conversation is."""
    if not question.places or hit.sentence.article_id != question.places[0].article_id:
        return 0.0
    away = abs(hit.sentence.number - question.places[0].number)
    return SAME_ARTICLE + NEAR / (1 + away)


@cache
def _trees() -> Trees:
    return shipped("ranker", NAMES)
