"""How each sentence meets each term of a question: what the ranker weighs term by term.

A term may count for much or for little: a name that the whole article is about says which article
is meant, and the verb says what is asked of it. Which is which is learnt from what is told here.
"""

import re
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import ArrayLike

from retrieval.account import Account
from retrieval.alignment import MET, Floats
from retrieval.columns import asked_speaker, leaning, shifted
from retrieval.focus import focus
from retrieval.hit import Hit
from retrieval.kind import Kind
from retrieval.nearness import NEARNESS, nearness
from retrieval.question import Question
from retrieval.speech import QUOTED, leans

TERM = (
    "idf", "idf_share", "carried", "figure", "position", "first", "last", "verb", "translated",
    "synonyms", "speaker", "focus", "terms", *(f"kind_{kind}" for kind in Kind),
)  # fmt: skip
ARTICLE = ("topic", "article", "share", "named")
SENTENCE = (
    "exact", "close", "cosine", "repeated", "before", "after", "two_before", "two_after",
    "exact_before", "earlier", "leaning", "elsewhere",
)  # fmt: skip
SHOWN = ("leans", "quoted")
NAMES = (*TERM, *ARTICLE, *SENTENCE, *NEARNESS, *SHOWN)
LONGEST = 200  # terms; who pastes a whole text asks by its beginning
FADING = 0.9  # of its strength, what a term keeps from one sentence to the next
MOST = 5  # translations or synonyms; more say no more
VERB = {
    "id": re.compile(r"(?:me|di|ber|ter|pe|ke)\w{3}"),
    "en": re.compile(r"\w+(?:ed|ing|[iy]se|ize)\b"),
}


def matches(question: Question, hits: Sequence[Hit], told: Mapping[str, Account]) -> Floats:
    """Float32 of shape (hits, terms, names), in the order of NAMES; of `LONGEST` terms at most.

    `told` is what the articles of the hits say of the question, by id.
    """
    most = min(len(question.terms), LONGEST)
    if not hits or not most:
        return np.zeros((len(hits), most, len(NAMES)), dtype=np.float32)
    met = {name: _met(account) for name, account in told.items()}
    articles = [hit.sentence.article_id for hit in hits]
    own = [met[a][told[a].row(hit)].T for a, hit in zip(articles, hits, strict=True)]
    texts = [hit.sentence.text for hit in hits]
    shown = np.array([[leans(text), bool(QUOTED.search(text))] for text in texts], np.float32)
    parts = (
        np.broadcast_to(_traits(question)[:most], (len(hits), most, len(TERM))),
        np.stack(own)[:, :most],
        nearness(question, hits, told)[:, :most],
        np.broadcast_to(shown[:, np.newaxis], (len(hits), most, len(SHOWN))),
    )
    return np.concatenate(parts, axis=2)


def _traits(question: Question) -> Floats:
    """Of each term what does not depend on any article, of shape (terms, len(TERM))."""
    count, terms = len(question.terms), question.terms
    idf = np.array([term.idf for term in terms])
    lent = {term.word for term in question.carried}
    verb, turned_on = VERB[question.language], focus(question)
    table = np.zeros((count, len(TERM)), dtype=np.float32)
    traits: dict[str, ArrayLike] = {
        "idf": idf / 10,
        "idf_share": idf / (idf.sum() or 1.0),
        "carried": [term.word in lent for term in terms],
        "figure": [term.word[0].isdigit() for term in terms],
        "position": np.arange(count) / max(count - 1, 1),
        "first": np.arange(count) == 0,
        "last": np.arange(count) == count - 1,
        "verb": [bool(verb.match(term.word)) for term in terms],
        "translated": [min(len(term.translations), MOST) / MOST for term in terms],
        "synonyms": [min(len(term.synonyms), MOST) / MOST for term in terms],
        "speaker": asked_speaker(question),
        "focus": np.arange(count) == (-1 if turned_on is None else turned_on),
        "terms": count / 10,
        f"kind_{question.kind}": 1.0,
    }
    for name, values in traits.items():
        table[:, TERM.index(name)] = values
    return table


def _met(account: Account) -> Floats:
    """Of shape (sentences, names, terms), in the order of ARTICLE and SENTENCE."""
    close = account.close
    same = np.stack([account.topic, close.max(axis=0), (close >= MET).mean(axis=0), account.named])
    each = (
        account.exact, close, account.cosine, np.minimum(account.repeated, MOST) / MOST,
        shifted(close, 1), shifted(close, -1), shifted(close, 2), shifted(close, -2),
        shifted(account.exact, 1), _earlier(close), leaning(account), _elsewhere(close),
    )  # fmt: skip
    article = np.broadcast_to(same, (len(close), *same.shape))
    return np.concatenate([article, np.stack(each, axis=1)], axis=1).astype(np.float32)


def _earlier(close: Floats) -> Floats:
    """The best strength of the sentences before, fading with their distance."""
    best = np.zeros_like(close)
    for row in range(1, len(close)):
        best[row] = np.maximum(FADING * best[row - 1], close[row - 1])
    return best


def _elsewhere(close: Floats) -> Floats:
    """The best strength of all other sentences."""
    if len(close) < 2:
        return np.zeros_like(close)
    second, best = np.sort(close, axis=0)[-2:]
    other: Floats = np.where(close == best, second, best)
    return other
