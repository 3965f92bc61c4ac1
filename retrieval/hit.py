"""A sentence that may answer, and why it was found."""

from dataclasses import dataclass, field

import numpy as np

from indexes.article import Sentence
from retrieval.alignment import Floats


def _untold() -> Floats:
    return np.zeros((0, 0), dtype=np.float32)


@dataclass(frozen=True, slots=True)
class Hit:
    """`score` orders the hits of one question; the others say what it was found by.

    `words` and `passage_words` are BM25 as shares of the question's whole idf, `meaning` and
    `passage_meaning` cosines, of the sentence itself and of the best passage that it stands in;
    `features` is what the ranker knew, in the order of `retrieval.features.NAMES`, and `matches` of
    each term, in that of `retrieval.matching.NAMES`; `share` is the chance that it gives this hit
    among all that it weighed.
    """

    sentence: Sentence
    score: float
    words: float
    meaning: float
    passage_words: float
    passage_meaning: float
    features: tuple[float, ...] = ()
    share: float = 0.0
    matches: Floats = field(default_factory=_untold, compare=False, repr=False)
