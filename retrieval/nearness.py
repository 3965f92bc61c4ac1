"""How near the words that meet a term stand to each other and to what may be the short answer."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence

import numpy as np

from retrieval.account import Account
from retrieval.alignment import BEYOND, Floats, begins
from retrieval.answer_type import answer_type
from retrieval.candidates import Candidate
from retrieval.hit import Hit
from retrieval.question import Question
from retrieval.short_answer import possible_answers

NEARNESS = (
    "words", "at", "opens", "near_other", "near_shown", "near_short", "shown", "shorts", "favour"
)  # fmt: skip
LONG = 25  # content words of a long sentence
OPENING = 2  # content words that open a sentence
MANY = 4  # short answers; more say no more
STRONGEST = 6.0  # favour of a short answer
Places = Sequence[tuple[int, int]]


def nearness(question: Question, hits: Sequence[Hit], told: Mapping[str, Account]) -> Floats:
    """Float32 of shape (hits, terms, len(NEARNESS)); nearness is 1 / (1 + words between)."""
    table = np.zeros((len(hits), len(question.terms), len(NEARNESS)), dtype=np.float32)
    wanted = answer_type(question.text)
    accounts = [told[hit.sentence.article_id] for hit in hits]
    place = np.stack([each.place[each.row(hit)] for each, hit in zip(accounts, hits, strict=True)])
    there = place >= 0
    for row, (hit, account) in enumerate(zip(hits, accounts, strict=True)):
        text, words = hit.sentence.text, begins(hit.sentence.text, account.language)
        shown = wanted.places(text, question.text) if wanted else ()
        short = possible_answers(question, text, account.language)
        table[row, :, 0] = min(len(words) / LONG, 1.0)
        table[row, :, 1] = place[row] / max(len(words) - 1, 1)
        if shown:
            table[row, :, 4] = _near(place[row], [_word(at, words) for at in shown])
        if short:
            table[row, :, 5] = _near(place[row], _stretches(short, words))
        table[row, :, 6:] = _shown(len(shown), short)
    table[:, :, 2] = place < OPENING
    table[:, :, 3] = _near_other(place)
    table[:, :, 1:6] *= there[:, :, np.newaxis]
    return table


def _shown(shown: int, short: Sequence[Candidate]) -> tuple[float, float, float]:
    favour = max((each.favour for each in short), default=0.0)
    return float(shown > 0), min(len(short), MANY) / MANY, min(favour / STRONGEST, 1.0)


def _word(at: int, words: Sequence[int]) -> tuple[int, int]:
    """The content word that stands at a character, or the one before it."""
    number = max(bisect_right(words, at) - 1, 0)
    return number, number


def _stretches(short: Sequence[Candidate], words: Sequence[int]) -> Places:
    """From which content word to which the candidates go."""
    spans = (each.span for each in short)
    return [
        (_word(span.start, words)[0], max(bisect_left(words, span.end) - 1, 0)) for span in spans
    ]


def _near_other(place: Floats) -> Floats:
    """Of each term in each sentence, how near the nearest word stands that meets another one."""
    at = np.maximum(place, 0).astype(np.int64)
    words = np.arange(int(at.max(initial=0)) + 1)
    taken = np.zeros((len(place), len(words)), dtype=bool)
    np.logical_or.at(taken, (np.arange(len(place))[:, np.newaxis], at), place >= 0)
    before = np.maximum.accumulate(np.where(taken, words, -BEYOND), axis=1)
    after = np.minimum.accumulate(np.where(taken, words, BEYOND)[:, ::-1], axis=1)[:, ::-1]
    away = np.full(taken.shape, BEYOND)
    away[:, 1:] = (words - np.roll(before, 1, axis=1))[:, 1:]
    away[:, :-1] = np.minimum(away[:, :-1], (np.roll(after, -1, axis=1) - words)[:, :-1])
    return (1 / (1 + np.take_along_axis(away, at, axis=1))).astype(np.float32)


def _near(place: Floats, stretches: Places) -> Floats:
    """Of each term, how near the nearest of some stretches of words stands."""
    first, last = np.array(stretches, dtype=np.float32).T
    away = np.maximum(first - place[:, np.newaxis], place[:, np.newaxis] - last)
    nearest: Floats = 1 / (1 + np.maximum(away, 0).min(axis=1))
    return nearest
