"""Hybrid search: words and meaning, sentences and the passages around them, one order."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from indexes.article import Key, Sentence, Unit
from retrieval.fusion import Ranking, fuse, shares, spread
from retrieval.hit import Hit
from retrieval.question import Question

if TYPE_CHECKING:
    from indexes.index import Index

CANDIDATES = 200  # sentences by meaning; by words the lexical index has its own number
PASSAGES = 50
ARTICLES = 2  # the likeliest, of which all sentences near the best one are looked at
BESIDE = 25  # sentences on either side of it
SCOPE = 200  # sentences of the one article that a question is about


def candidates(index: "Index", question: Question, limit: int) -> list[Hit]:
    """The sentences that may answer, best first by the mean of all ways of searching."""
    vector, window = index.embed(question.searched), index.catalog.window
    whole = sum(term.idf for term in question.terms)
    words = shares(index.by_words(Unit.SENTENCES, question.terms), whole)
    meaning = index.by_meaning(Unit.SENTENCES, vector, CANDIDATES)
    word_passages = dict(islice(index.by_words(Unit.PASSAGES, question.terms).items(), PASSAGES))
    meant_passages = index.by_meaning(Unit.PASSAGES, vector, PASSAGES)
    last = max(min(meaning.values(), default=0.0), 0.0)
    by_words = Ranking(words, spread(shares(word_passages, whole), window))
    by_meaning = Ranking(meaning, spread(meant_passages, window), missing=last)
    fused = fuse([by_words, by_meaning])
    best = list(islice((key for key in fused if _wanted(question, key)), limit))
    keys = dict.fromkeys([*best, *_beside(index, question, best)])
    sentences = _sentences(index, keys)
    return [
        Hit(
            sentence=sentences[key],
            score=fused.get(key, 0.0),
            words=words.get(key, 0.0),
            meaning=meaning.get(key, last),
            passage_words=by_words.passages.get(key, 0.0),
            passage_meaning=by_meaning.passages.get(key, last),
        )
        for key in keys
    ]


def _wanted(question: Question, key: Key) -> bool:
    """Whether a sentence may come, by what was said before and which article is meant."""
    if question.article_id is not None and key.article_id != question.article_id:
        return False
    return key not in question.beyond and key.article_id != question.other_than


def _beside(index: "Index", question: Question, best: Sequence[Key]) -> Iterator[Key]:
    """What a search by words and meaning may miss: sentences of the articles that are meant.

    That is the one article a question is about, else the one talked about and the best two.
    """
    if question.article_id is not None:
        around = [(question.article_id, 1, SCOPE)]
    else:
        first = {key.article_id: key.number for key in reversed([*question.places[:1], *best])}
        likely = [key.article_id for key in (*question.places[:1], *best)]
        around = [
            (name, first[name] - BESIDE, first[name] + BESIDE)
            for name in list(dict.fromkeys(likely))[:ARTICLES]
        ]
    for article_id, low, high in around:
        sentences = index.catalog.sentences(article_id, low, high)
        yield from (s.key for s in sentences if _wanted(question, s.key))


def _sentences(index: "Index", keys: Iterable[Key]) -> dict[Key, Sentence]:
    """The sentences at these addresses, read an article at a time."""
    numbers: defaultdict[str, list[int]] = defaultdict(list)
    for article_id, number in keys:
        numbers[article_id].append(number)
    return {
        sentence.key: sentence
        for article_id, some in numbers.items()
        for sentence in index.catalog.sentences(article_id, min(some), max(some))
    }
