"""Hybrid search: words and meaning, sentences and the passages around them, one order."""

from itertools import islice
from typing import TYPE_CHECKING

from indexes.article import Unit
from retrieval.fusion import Ranking, fuse, shares, spread
from retrieval.hit import Hit
from retrieval.question import Question

if TYPE_CHECKING:
    from indexes.index import Index

CANDIDATES = 200  # sentences by meaning; by words the lexical index has its own number
PASSAGES = 50


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
    return [
        Hit(index.catalog.sentence(key), score, words.get(key, 0.0), meaning.get(key, 0.0))
        for key, score in islice(fused.items(), limit)
    ]
