"""Verdicts to figures: right of how many, by kind and language, with an interval."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from tests.evaluation.asking import Verdict

RESAMPLES = 1000
SEED = 1
THRESHOLDS = tuple(step / 10 for step in range(1, 10))  # of the gate
BINS = 10


@dataclass(frozen=True, slots=True)
class Share:
    """`right` of `n`; 95 % of the resamples of the questions lie between `low` and `high`."""

    right: int
    n: int
    share: float
    low: float
    high: float

    @classmethod
    def of(cls, counts: Iterable[tuple[int, int]]) -> Self:
        """The share from what is right of how many, question by question."""
        table = np.array(list(counts), dtype=np.int64).reshape(-1, 2)
        right, n = (int(total) for total in table.sum(axis=0))
        picked = np.random.default_rng(SEED).integers(
            0, max(len(table), 1), size=(RESAMPLES, len(table))
        )
        sums = table[picked].sum(axis=1)
        shares = sums[:, 0] / np.maximum(sums[:, 1], 1)
        low, high = np.percentile(shares, [2.5, 97.5])
        return cls(right, n, round(right / (n or 1), 4), round(low, 4), round(high, 4))


Sections = dict[str, dict[str, Share]]


@dataclass(frozen=True, slots=True)
class Level:
    """What would be answered, and refused, if the gate stood at this confidence."""

    threshold: float
    answerable_kept: float
    unanswerable_refused: float
    off_topic_refused: float


@dataclass(frozen=True, slots=True)
class Bin:
    """Questions of like confidence; `right` is the share of the answered ones that are right."""

    low: float
    high: float
    n: int
    confidence: float
    answerable: float
    answered: int
    right: float


@dataclass(frozen=True, slots=True)
class Figures:
    """All that is measured on a set."""

    sections: Sections
    curve: tuple[Level, ...]
    reliability: tuple[Bin, ...]

    @property
    def verbatim(self) -> bool:
        """Whether every citation stands in its file, which is promised."""
        share = self.sections["citations"]["verbatim"]
        return share.right == share.n

    def record(self) -> dict[str, Any]:
        """The same as a JSON object."""
        return asdict(self)


def figures(verdicts: Sequence[Verdict]) -> Figures:
    """The figures of a set."""
    kinds, languages, across = (defaultdict[str, list[Verdict]](list) for _ in range(3))
    for verdict in verdicts:
        kinds[verdict.asked.kind].append(verdict)
        languages[verdict.asked.language].append(verdict)
        if verdict.article_language:
            across[f"{verdict.asked.language} → {verdict.article_language}"].append(verdict)
    sections = {
        "all": {"all": _right(verdicts)},
        "kind": {kind: _right(some) for kind, some in sorted(kinds.items())},
        "language": {language: _right(some) for language, some in sorted(languages.items())},
        "question → article": {ways: _right(some) for ways, some in sorted(across.items())},
        "citations": _citations(verdicts),
        "refusal": _refusal(verdicts),
    }
    return Figures(sections, tuple(_curve(verdicts)), tuple(_reliability(verdicts)))


def _right(verdicts: Iterable[Verdict]) -> Share:
    return Share.of((verdict.right, 1) for verdict in verdicts)


def _citations(verdicts: Sequence[Verdict]) -> dict[str, Share]:
    answerable = [verdict for verdict in verdicts if verdict.asked.answerable]
    return {
        "precision": Share.of((sum(verdict.hits), len(verdict.hits)) for verdict in answerable),
        "recall": Share.of(map(_needed, answerable)),
        "verbatim": Share.of((each.verbatim, len(each.answer.citations)) for each in verdicts),
    }


def _needed(verdict: Verdict) -> tuple[int, int]:
    """How many of the sentences that a question needs are cited: all of a list, else one."""
    covered = verdict.covered
    return (sum(covered), len(covered)) if verdict.asked.every else (any(covered), 1)


def _groups(verdicts: Iterable[Verdict]) -> dict[str, list[Verdict]]:
    """Those to be answered and those to be refused; false premises are neither."""
    groups: dict[str, list[Verdict]] = {"answerable": [], "unanswerable": [], "off-topic": []}
    for verdict in verdicts:
        if verdict.asked.answerable:
            groups["answerable"].append(verdict)
        elif verdict.asked.refusable:
            off_topic = verdict.asked.kind == "off-topic"
            groups["off-topic" if off_topic else "unanswerable"].append(verdict)
    return groups


def _refusal(verdicts: Sequence[Verdict]) -> dict[str, Share]:
    groups = _groups(verdicts)
    shares = {
        f"{name} refused": Share.of((each.answer.refused, 1) for each in groups[name])
        for name in ("unanswerable", "off-topic")
    }
    kept = Share.of((not each.answer.refused, 1) for each in groups["answerable"])
    return {**shares, "answerable answered": kept}


def _curve(verdicts: Sequence[Verdict]) -> Iterator[Level]:
    confidence = {
        name: np.array([each.answer.told for each in some])
        for name, some in _groups(verdicts).items()
    }
    for threshold in THRESHOLDS:
        yield Level(
            threshold=threshold,
            answerable_kept=_mean(confidence["answerable"] >= threshold),
            unanswerable_refused=_mean(confidence["unanswerable"] < threshold),
            off_topic_refused=_mean(confidence["off-topic"] < threshold),
        )


def _reliability(verdicts: Sequence[Verdict]) -> Iterator[Bin]:
    bins = defaultdict[int, list[Verdict]](list)
    for verdict in verdicts:
        if verdict.asked.answerable or verdict.asked.refusable:
            bins[min(int(verdict.answer.confidence * BINS), BINS - 1)].append(verdict)
    for number, some in sorted(bins.items()):
        answered = [verdict for verdict in some if not verdict.answer.refused]
        yield Bin(
            low=number / BINS,
            high=(number + 1) / BINS,
            n=len(some),
            confidence=_mean([verdict.answer.confidence for verdict in some]),
            answerable=_mean([verdict.asked.answerable for verdict in some]),
            answered=len(answered),
            right=_mean([any(verdict.hits[:1]) for verdict in answered]),
        )


def _mean(values: Sequence[float] | NDArray[np.bool_]) -> float:
    return round(float(np.mean(values)), 4) if len(values) else 0.0
