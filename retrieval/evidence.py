"""Whether the articles tell at all: decided apart from the order, by what is met and what is not.

One network gives the chance that the articles tell, another that the sentence put first answers;
below the thresholds of its pair of languages the question is refused by the one, or the answer
called uncertain by the other. docs/retrieval.md has the reliability table.
"""

import math
from dataclasses import dataclass
from functools import cache

from retrieval.answer import Reason, Status
from retrieval.bearing import MATCHED, NAMES, bearing
from retrieval.features import Features
from retrieval.hit import Hit
from retrieval.network import Network, shipped
from retrieval.question import Question

HARDLY = 0.3  # of a question's words met: below it nothing answers, however sure the networks are


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for answering, all between 0 and 1.

    `told` is the chance that the articles tell, `answers` the chance that the sentence put first
    does, `met` the share of the question's words that the article meets near that sentence.
    """

    told: float
    answers: float
    met: float


@dataclass(frozen=True, slots=True)
class Gate:
    """Below `refuse` the articles do not tell; below `sure` the sentence answers only perhaps.

    A question that is refused is off topic with less than `about` of its words met in the article.
    """

    refuse: float
    sure: float
    about: float

    def judge(self, evidence: Evidence) -> tuple[Status, Reason | None]:
        """Answered, uncertain, or refused with the reason."""
        if evidence.told < self.refuse or evidence.met < HARDLY:
            reason = Reason.OFF_TOPIC if evidence.met < self.about else Reason.NOT_STATED
            return Status.REFUSED, reason
        return (Status.ANSWERED if evidence.answers >= self.sure else Status.UNCERTAIN), None


# chosen on the fitting questions, by rankers and gates that had not seen their articles; lowered
# for the later ones, which other hands wrote; docs/retrieval.md has the curve
INDONESIAN = Gate(refuse=0.45, sure=0.5, about=0.45)
ENGLISH = Gate(refuse=0.45, sure=0.5, about=0.45)
CROSS_LINGUAL = Gate(refuse=0.55, sure=0.5, about=0.45)


def gate_of(question_language: str, article_language: str) -> Gate:
    """The thresholds for a question and an article in these languages."""
    if question_language != article_language:
        return CROSS_LINGUAL
    return INDONESIAN if article_language == "id" else ENGLISH


def evidence(question: Question, hit: Hit, language: str) -> Evidence:
    """What the hit put first says; `question` as it is understood, `language` of the article."""
    found = bearing(question, hit, language)
    met = float(found.rows[0, NAMES.index("close_article")])
    return Evidence(chance("told", found), chance("gate", found), met)


def chance(name: str, found: Features) -> float:
    """What a network gives for a bearing, between 0 and 1."""
    score = float(_network(name).score(found.rows, found.matches)[0])
    return 1 / (1 + math.exp(-score))


@cache
def _network(name: str) -> Network:
    return shipped(name, NAMES, MATCHED)
