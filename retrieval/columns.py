"""What an article meets of a question, for every one of its sentences: the columns of a table."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from indexes.terms import stems
from retrieval.account import Account
from retrieval.alignment import MET, Floats
from retrieval.attributed import attributed
from retrieval.focus import focus
from retrieval.question import Question
from retrieval.speech import leans, said_by

if TYPE_CHECKING:
    from indexes.index import Index

LENT = 0.8  # of its strengths, what a sentence lends the next one that leans on it
Columns = Mapping[str, NDArray[np.floating]]


def columns(question: Question, account: Account, index: "Index") -> Columns:
    """For every sentence of an article what it and those beside it meet of the question."""
    terms = question.terms
    if not terms:
        return {}
    idf = np.array([term.idf for term in terms], dtype=np.float32)
    name = asked_speaker(question)
    vectors = index.word_vectors(term.word for term in terms)
    leaning_on = np.array([leans(sentence.text) for sentence in account.sentences])
    return {
        **_coverage(account, idf),
        "own": _own(question, account, idf),
        **_rest(account, np.where(name, 0.0, idf), vectors),
        **_gaps(account, idf),
        "leans": leaning_on.astype(np.float32),
        **_speech(account, name),
        **attributed(question, account.sentences, account.quotes),
        **_focus(account, focus(question)),
    }


def _coverage(account: Account, idf: Floats) -> Columns:
    """Of the question's idf, how much is met."""
    exact, close, whole = account.exact, account.close, idf.sum()
    own = close @ idf / whole
    return {
        "exact": exact @ idf / whole,
        "close": own,
        "exact_beside": _near(exact, 1) @ idf / whole,
        "close_beside": _near(close, 1) @ idf / whole,
        "exact_around": _near(exact, 2) @ idf / whole,
        "close_around": _near(close, 2) @ idf / whole,
        "close_leaning": leaning(account) @ idf / whole,
        "close_before": shifted(own, 1),
        "close_after": shifted(own, -1),
        "close_article": np.full(len(own), close.max(axis=0) @ idf / whole),
    }


def _own(question: Question, account: Account, idf: Floats) -> Floats:
    """What is met of the words of the message itself, without those that it carries along."""
    lent = {term.word for term in question.carried}
    own = np.array([0.0 if term.word in lent else term.idf for term in question.terms])
    met: Floats = account.close @ own / (own.sum() or 1.0)
    return met


def _rest(account: Account, idf: Floats, vectors: Floats) -> Columns:
    """What is met of the terms that ask for something about the topic."""
    close = account.close
    asked = np.where(account.topic < MET, idf, 0.0)
    found = np.where(close.max(axis=0) >= MET, asked, 0.0)
    own = close @ found / (found.sum() or 1.0)
    meant = (asked if asked.any() else idf) @ vectors
    length = float(np.linalg.norm(meant)) or 1.0
    return {
        "rest": own,
        "rest_leaning": leaning(account) @ found / (found.sum() or 1.0),
        "rest_before": shifted(own, 1),
        "rest_after": shifted(own, -1),
        "rest_beside": _near(close, 1) @ found / (found.sum() or 1.0),
        "rest_found": np.full(len(own), found.sum() / (asked.sum() or 1.0)),
        "rest_idf": np.full(len(own), asked.sum() / (idf.sum() or 1.0)),
        "rest_meaning": account.meaning @ meant / length,
    }


def _gaps(account: Account, idf: Floats) -> Columns:
    """How well the rarest term is met, and the worst met one, and the most idf that is missing."""
    close, beside, rarest = account.close, _near(account.close, 1), int(idf.argmax())
    article, size = close.max(axis=0), len(close)
    return {
        "rarest": close[:, rarest],
        "rarest_beside": beside[:, rarest],
        "rarest_article": np.full(size, article[rarest]),
        "worst_beside": beside.min(axis=1),
        "worst_article": np.full(size, article.min()),
        "missing": (idf * (1 - close)).max(axis=1),
        "missing_beside": (idf * (1 - beside)).max(axis=1),
        "missing_article": np.full(size, (idf * (1 - article)).max()),
    }


def asked_speaker(question: Question) -> NDArray[np.bool_]:
    """Which of the terms are the name of somebody whose words are asked for."""
    named = set(stems(question.speaker or "", question.language))
    return np.array([not named.isdisjoint(term.stems) for term in question.terms])


def _speech(account: Account, name: NDArray[np.bool_]) -> Columns:
    """How surely each sentence is said by the one whose words are asked for."""
    if not name.any():
        return {}
    named = account.close[:, name].mean(axis=1)
    return {"said_by": said_by([sentence.text for sentence in account.sentences], named)}


def _focus(account: Account, term: int | None) -> Columns:
    """How well the word is met that the question turns on."""
    if term is None:
        return {}
    close, size = account.close, len(account.close)
    return {
        "focused": np.ones(size),
        "focus": close[:, term],
        "focus_beside": _near(close, 1)[:, term],
        "focus_article": np.full(size, close[:, term].max()),
    }


def _near(strengths: Floats, reach: int) -> Floats:
    """For each sentence the best of its own strengths and those of up to `reach` beside it."""
    best = strengths.copy()
    for step in range(1, min(reach, len(strengths) - 1) + 1):
        best[step:] = np.maximum(best[step:], strengths[:-step])
        best[:-step] = np.maximum(best[:-step], strengths[step:])
    return best


def leaning(account: Account) -> Floats:
    """The strengths of each sentence with those of the ones before it that it leans on."""
    strengths = account.close.copy()
    for row in range(1, len(strengths)):
        if leans(account.sentences[row].text):
            strengths[row] = np.maximum(strengths[row], LENT * strengths[row - 1])
    return strengths


def shifted(column: Floats, by: int) -> Floats:
    """The rows moved down, or up where `by` is negative; 0 where nothing stands."""
    moved = np.zeros_like(column)
    if by > 0:
        moved[by:] = column[:-by]
    else:
        moved[:by] = column[-by:]
    return moved
