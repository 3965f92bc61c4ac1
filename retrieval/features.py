"""What speaks for a candidate sentence: explainable numbers, which the ranker and the gate weigh.

None of them is a place in the article: encyclopedias and news differ in that (docs/retrieval.md
has the measurement). What the title and the lead say counts as the topic, not as a place.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from retrieval.account import accounts
from retrieval.alignment import Floats
from retrieval.columns import columns
from retrieval.hit import Hit
from retrieval.kind import Kind
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


def features(index: "Index", question: Question, hits: Sequence[Hit]) -> Floats:
    """Float32 of shape (hits, features), in the order of NAMES."""
    if not hits:
        return np.zeros((0, len(NAMES)), dtype=np.float32)
    told = accounts(index, question, hits)
    met = {name: columns(question, account, index) for name, account in told.items()}
    table = np.zeros((len(hits), len(NAMES)), dtype=np.float32)
    for row, hit in enumerate(hits):
        account = told[hit.sentence.article_id]
        own = met[hit.sentence.article_id]
        values = {name: column[account.place(hit)] for name, column in own.items()}
        values |= _found(question, hit, hits, account.language)
        values |= talked(question, hit.sentence.key)
        values[KINDS[question.kind]] = 1.0
        values |= shown(question, hit.sentence.text, account.language)
        table[row] = [values.get(name, 0.0) for name in NAMES]
    for name in BELOW:
        column = table[:, NAMES.index(name.removesuffix("_below"))]
        table[:, NAMES.index(name)] = column.max() - column
    return table


def _found(question: Question, hit: Hit, hits: Sequence[Hit], language: str) -> dict[str, float]:
    """How it was found, and how its article was."""
    beside = [each for each in hits if each.sentence.article_id == hit.sentence.article_id]
    idf = [term.idf for term in question.terms]
    return {
        "words": hit.words,
        "meaning": hit.meaning,
        "article_words": max(each.passage_words for each in beside),
        "article_meaning": max(each.passage_meaning for each in beside),
        "terms": float(len(idf)),
        "idf": sum(idf) / len(idf) if idf else 0.0,
        "foreign": float(language != question.language),
    }
