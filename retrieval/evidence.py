"""Whether the articles tell at all: decided apart from the order, by coverage and closeness."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from indexes.terms import Term
from retrieval.answer import Reason, Status


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for the best sentence: both shares lie between 0 and 1.

    `coverage` is how much of the question's words, weighed by idf, stand in the sentence and those
    around it; `cosine` is the nearness of meaning of the sentence itself.
    """

    coverage: float
    cosine: float


@dataclass(frozen=True, slots=True)
class Gate:
    """Below `refuse` the articles do not tell, below `sure` only perhaps; in units of `weight`."""

    coverage: float
    refuse: float
    sure: float

    def weight(self, evidence: Evidence) -> float:
        """The two kinds of evidence on one scale."""
        return self.coverage * evidence.coverage + (1 - self.coverage) * evidence.cosine


# chosen on the validation halves of IDK-MRC and FacQA, asked of an index with and without their
# article; docs/retrieval.md has the curve
SAME_LANGUAGE = Gate(coverage=0.5, refuse=0.42, sure=0.57)
# words of another language rarely stand in the article, so that nearness of meaning decides
OTHER_LANGUAGE = Gate(coverage=0.2, refuse=0.3, sure=0.45)
OFF_TOPIC = 0.6  # of `refuse`: with less than this share nothing is even about the matter


def coverage(terms: Sequence[Term], stems: Collection[str]) -> float:
    """The share of the terms' idf whose stem is among these; 0 without terms."""
    total = sum(term.idf for term in terms)
    held = sum(term.idf for term in terms if any(stem in stems for stem in term.stems))
    return held / total if total else 0.0


def judge(evidence: Evidence, gate: Gate) -> tuple[Status, Reason | None]:
    """Answered, uncertain, or refused with the reason."""
    weight = gate.weight(evidence)
    if weight >= gate.sure:
        return Status.ANSWERED, None
    if weight >= gate.refuse:
        return Status.UNCERTAIN, None
    off_topic = weight < OFF_TOPIC * gate.refuse
    return Status.REFUSED, Reason.OFF_TOPIC if off_topic else Reason.NOT_STATED
