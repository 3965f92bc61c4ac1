"""Hybrid search: words and meaning, sentences and the passages around them, one order."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from indexes.article import Unit
from retrieval.answer_type import answer_type
from retrieval.fusion import Ranking, fuse, shares, spread
from retrieval.hit import Hit
from retrieval.question import Question

if TYPE_CHECKING:
    from indexes.index import Index

CANDIDATES = 200  # sentences by meaning; by words the lexical index has its own number
PASSAGES = 50
RANKED = 20  # sentences looked at for the type of answer that is asked for
ANSWER_TYPE_WEIGHT = 0.25  # between 0.2 and 0.3, the best on the training halves


def search(index: "Index", question: Question, limit: int) -> list[Hit]:
    """The sentences most likely to answer, best first."""
    vector, window = index.embed(question.text), index.catalog.window
    whole = sum(term.idf for term in question.terms)
    words = index.by_words(Unit.SENTENCES, question.terms)
    meaning = index.by_meaning(Unit.SENTENCES, vector, CANDIDATES)
    word_passages = dict(islice(index.by_words(Unit.PASSAGES, question.terms).items(), PASSAGES))
    meant_passages = index.by_meaning(Unit.PASSAGES, vector, PASSAGES)
    last = max(min(meaning.values(), default=0.0), 0.0)
    fused = fuse(
        [
            Ranking(shares(words, whole), spread(shares(word_passages, whole), window)),
            Ranking(meaning, spread(meant_passages, window), missing=last),
        ]
    )
    hits = [
        Hit(index.catalog.sentence(key), score, words.get(key, 0.0), meaning.get(key, 0.0))
        for key, score in islice(fused.items(), max(limit, RANKED))
    ]
    return sorted(_typed(question, hits), key=lambda hit: -hit.score)[:limit]


def _typed(question: Question, hits: Iterable[Hit]) -> Iterator[Hit]:
    """The hits, those better that show the type of answer which is asked for."""
    wanted = answer_type(question.text)
    for hit in hits:
        shown = wanted is not None and wanted.shown_by(hit.sentence.text, question.text)
        yield replace(hit, score=hit.score + ANSWER_TYPE_WEIGHT) if shown else hit
