"""A sentence that may answer, and why it was found."""

from dataclasses import dataclass

from indexes.article import Sentence


@dataclass(frozen=True, slots=True)
class Hit:
    """`score` orders the hits of one question; `bm25` and `cosine` are the sentence's own."""

    sentence: Sentence
    score: float
    bm25: float
    cosine: float
