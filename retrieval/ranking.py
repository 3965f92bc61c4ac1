"""The order of the sentences that may answer: a learned weighing of what speaks for each."""

from collections.abc import Collection, Iterator
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from retrieval import features as columns
from retrieval import matching
from retrieval.dating import meant
from retrieval.expansion import expanded
from retrieval.features import Features, features
from retrieval.hit import Hit
from retrieval.network import Network, below_best, shipped
from retrieval.question import Question
from retrieval.searching import candidates

if TYPE_CHECKING:
    from indexes.index import Index

NAMES = (*columns.NAMES, *(f"{name} below the best" for name in columns.NAMES))
RANKED = 30  # candidates that are weighed
DATED = 0.8  # what a sentence gains if its article is of the day that is asked for


def ranked(index: "Index", question: Question, limit: int) -> list[Hit]:
    """The sentences most likely to answer, best first; `score` is the ranker's own."""
    return ordered(index, understood(index, question), limit)


def understood(index: "Index", question: Question) -> Question:
    """The question as the articles of an index would put it: its spelling, its other words."""
    return expanded(replace(question, terms=index.corrected(question.terms)))


def ordered(index: "Index", asked: Question, limit: int) -> list[Hit]:
    """The same for a question that is understood."""
    hits = candidates(index, asked, max(limit, RANKED))
    articles = {hit.sentence.article_id for hit in hits}
    dated = meant(asked.text, map(index.catalog.article, articles))
    weighed = _weighed(hits, features(index, asked, hits), dated)
    return sorted(weighed, key=lambda hit: -hit.score)[:limit]


def _weighed(hits: list[Hit], found: Features, dated: Collection[str]) -> Iterator[Hit]:
    scores = _network().score(below_best(found.rows), found.matches)
    rows = zip(hits, scores, shares(scores), found.rows.tolist(), found.matches, strict=True)
    for hit, score, share, told, matches in rows:
        lent = float(score) + DATED * (hit.sentence.article_id in dated)
        yield replace(hit, score=lent, features=tuple(told), share=float(share), matches=matches)


def shares(scores: NDArray[np.floating]) -> NDArray[np.floating]:
    """The chance of each of some scores, which are log-odds among them: they sum to 1."""
    chances = np.exp(scores - scores.max(initial=0.0))
    total: NDArray[np.floating] = chances / (chances.sum() or 1.0)
    return total


@cache
def _network() -> Network:
    return shipped("ranker", NAMES, matching.NAMES)
