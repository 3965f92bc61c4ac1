"""Whether the articles tell at all: decided apart from the order, by what is met and what is not.

The trees give the chance that the sentence they are shown answers; below the thresholds of its
pair of languages it is called uncertain, or the question is refused. docs/retrieval.md has the
reliability table.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np

from retrieval.answer import Reason, Status
from retrieval.features import NAMES
from retrieval.trees import Trees, shipped


@dataclass(frozen=True, slots=True)
class Gate:
    """Below `refuse` the articles do not tell, below `sure` only perhaps; both are chances.

    With less than `about` of its words met anywhere in the article, a question is off topic.
    """

    refuse: float
    sure: float
    about: float

    def judge(self, confidence: float, met: float) -> tuple[Status, Reason | None]:
        """Answered, uncertain, or refused with the reason."""
        if met < self.about:
            return Status.REFUSED, Reason.OFF_TOPIC
        if confidence < self.refuse:
            return Status.REFUSED, Reason.NOT_STATED
        return (Status.ANSWERED if confidence >= self.sure else Status.UNCERTAIN), None


# chosen on the fitting and development questions, by rankers and gates that had not seen their
# articles; docs/retrieval.md has the curve
INDONESIAN = Gate(refuse=0.2, sure=0.5, about=0.35)
ENGLISH = Gate(refuse=0.2, sure=0.5, about=0.35)
CROSS_LINGUAL = Gate(refuse=0.2, sure=0.5, about=0.35)


def gate_of(question_language: str, article_language: str) -> Gate:
    """The thresholds for a question and an article in these languages."""
    if question_language != article_language:
        return CROSS_LINGUAL
    return INDONESIAN if article_language == "id" else ENGLISH


def confidence(features: Sequence[float]) -> float:
    """The chance that a sentence with these features answers, between 0 and 1."""
    score = _trees().score(np.array([features], dtype=np.float32))[0]
    return 1 / (1 + math.exp(-score))


def met(features: Sequence[float]) -> float:
    """How much of the question's words the article meets near that sentence, between 0 and 1."""
    return features[NAMES.index("close_article")]


@cache
def _trees() -> Trees:
    return shipped("gate", NAMES)
