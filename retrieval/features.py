"""What speaks for a candidate sentence: explainable numbers, which the ranker and the gate weigh.

Those of the sentence as a whole stand here, those of each term of the question in `matching`.
None of them is a place in the article: encyclopedias and news differ in that (docs/retrieval.md
has the measurement). What the title and the lead say counts as the topic, not as a place.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from retrieval.account import accounts
from retrieval.alignment import Floats
from retrieval.columns import columns
from retrieval.hit import Hit
from retrieval.kind import Kind
from retrieval.matching import matches
from retrieval.question import Question
from retrieval.showing import shown
from retrieval.talked import talked

if TYPE_CHECKING:
    from indexes.index import Index

OPEN = (
    "words", "meaning", "article_words", "article_meaning", "terms", "idf", "foreign",
    "exact", "close", "exact_beside", "close_beside", "exact_around", "close_around",
    "close_before", "close_after", "close_article",
    "rest", "rest_before", "rest_after", "rest_beside", "rest_found", "rest_idf", "rest_meaning",
    "rarest", "rarest_beside", "rarest_article", "worst_beside", "worst_article",
    "missing", "missing_beside", "missing_article",
    "typed", "type_shown", "pairs", "numbers", "quoted", "ended", "length", "new_words",
    "words_below", "meaning_below", "article_words_below", "article_meaning_below",
    "close_below", "close_beside_below", "close_article_below", "rest_below",
    "rest_meaning_below", "speaks", "said_by", "said_by_below", "asks_speaker", "asks_speech",
    "unit_asked", "unit_shown", "focused", "focus", "focus_beside", "focus_article",
    "leans", "close_leaning", "rest_leaning", "rest_leaning_below",
    "followup", "talked_about", "near_last", "after_last", "cited_last", "own", "own_below",
    "attributed", "quoted_by", "quoted_by_below", "done", "asks_done",
)  # fmt: skip
KINDS = {kind: f"kind_{kind}" for kind in Kind}
NAMES = (*OPEN, *KINDS.values())
BELOW = tuple(name for name in NAMES if name.endswith("_below"))
PLACE = {name: at for at, name in enumerate(NAMES)}


@dataclass(frozen=True, slots=True)
class Features:
    """`rows` of shape (hits, len(NAMES)), `matches` of (hits, terms, len(matching.NAMES))."""

    rows: Floats
    matches: Floats


def features(index: "Index", question: Question, hits: Sequence[Hit]) -> Features:
    """What speaks for each of the hits, in the order of NAMES; all float32."""
    table = np.zeros((len(hits), len(NAMES)), dtype=np.float32)
    if not hits:
        return Features(table, matches(question, hits, {}))
    told = accounts(index, question, hits)
    table[:, PLACE[KINDS[question.kind]]] = 1.0
    for article_id, account in told.items():
        rows = [row for row, hit in enumerate(hits) if hit.sentence.article_id == article_id]
        at = [account.row(hits[row]) for row in rows]
        for name, column in columns(question, account, index).items():
            table[rows, PLACE[name]] = column[at]
        same = _of_the_article(question, [hits[row] for row in rows], account.language)
        for row in rows:
            values = same | _of_the_sentence(question, hits[row], account.language)
            table[row, [PLACE[name] for name in values]] = list(values.values())
    for name in BELOW:
        column = table[:, PLACE[name.removesuffix("_below")]]
        table[:, PLACE[name]] = column.max() - column
    return Features(table, matches(question, hits, told))


def _of_the_article(question: Question, hits: Sequence[Hit], language: str) -> dict[str, float]:
    """What is the same for all hits of an article: how it was found, and how much was asked."""
    idf = [term.idf for term in question.terms]
    return {
        "article_words": max(each.passage_words for each in hits),
        "article_meaning": max(each.passage_meaning for each in hits),
        "terms": float(len(idf)),
        "idf": sum(idf) / len(idf) if idf else 0.0,
        "foreign": float(language != question.language),
    }


def _of_the_sentence(question: Question, hit: Hit, language: str) -> dict[str, float]:
    """How a sentence was found, what it shows, and whether it was talked about."""
    found = {"words": hit.words, "meaning": hit.meaning}
    said = talked(question, hit.sentence.key)
    return found | said | shown(question, hit.sentence.text, language)
