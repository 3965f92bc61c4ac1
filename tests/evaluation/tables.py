"""Verdicts as tables: shares with 95 % bootstrap intervals, refusals, reliability."""

from collections import defaultdict
from collections.abc import Sequence

import numpy as np
from rich.table import Table

from tests.evaluation.asking import Verdict

SAMPLES = 1000  # bootstrap: questions drawn with replacement; Efron 1979
THRESHOLDS = (0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 0.6, 0.7)


def groups(verdicts: Sequence[Verdict]) -> dict[str, list[bool]]:
    """Right or wrong, by kind, by language, across languages, and in all."""
    found: defaultdict[str, list[bool]] = defaultdict(list)
    for verdict in verdicts:
        found[verdict.asked.kind].append(verdict.right)
    for verdict in verdicts:
        found[f"language {verdict.asked.language}"].append(verdict.right)
        if verdict.cross_lingual:
            found[f"{verdict.asked.language} on the other language"].append(verdict.right)
        if verdict.asked.answerable:
            found["answerable"].append(verdict.right)
        found["all"].append(verdict.right)
    return dict(found)


def interval(rights: Sequence[bool]) -> tuple[float, float]:
    """The 95 % bootstrap interval of a share."""
    random = np.random.default_rng(1)
    means = random.choice(np.array(rights), (SAMPLES, len(rights))).mean(axis=1)
    return float(np.quantile(means, 0.025)), float(np.quantile(means, 0.975))


def by_kind(name: str, verdicts: Sequence[Verdict]) -> Table:
    """How many are right, kind by kind."""
    table = Table("kind", "questions", "right", "share", "95 %", title=name, title_justify="left")
    for kind, rights in groups(verdicts).items():
        low, high = interval(rights)
        share = sum(rights) / len(rights)
        table.add_row(
            kind, str(len(rights)), str(sum(rights)), f"{share:.2f}", f"{low:.2f}-{high:.2f}"
        )
    return table


def figures(verdicts: Sequence[Verdict]) -> dict[str, float]:
    """The other figures: refusals, citations, milliseconds."""
    answerable = [v for v in verdicts if v.asked.answerable]
    vain = [v for v in verdicts if v.asked.kind in ("unanswerable", "off-topic")]
    cited = [v for v in answerable if v.answer.citations]
    found = [any(v.precision for v in [each]) for each in cited]
    times = sorted(1000 * v.seconds for v in verdicts)
    return {
        "refused, unanswerable and off-topic": _mean([v.answer.refused for v in vain]),
        "refused though answerable": _mean([v.answer.refused for v in answerable]),
        "citation precision": _mean([v.precision for v in cited]),
        "citation recall": sum(found) / len(answerable) if answerable else 0.0,
        "ms a question, median": times[len(times) // 2],
        "ms a question, 95 %": times[int(0.95 * len(times))],
    }


def refusal_curve(verdicts: Sequence[Verdict]) -> Table:
    """What is kept and what is refused as the gate's threshold moves."""
    table = Table("threshold", "answerable kept", "unanswerable refused", title="Refusal curve")
    told = np.array([v.answer.told for v in verdicts if v.asked.answerable])
    vain = np.array([v.answer.told for v in verdicts if v.asked.kind == "unanswerable"])
    for at in THRESHOLDS:
        table.add_row(f"{at:.2f}", f"{(told >= at).mean():.2f}", f"{(vain < at).mean():.2f}")
    return table


def reliability(verdicts: Sequence[Verdict]) -> Table:
    """The gate's confidence against how often the first citation is right."""
    table = Table("confidence", "questions", "first citation right", title="Reliability")
    bins: defaultdict[int, list[bool]] = defaultdict(list)
    for verdict in verdicts:
        if verdict.answer.citations:
            good = verdict.right and verdict.asked.kind != "unanswerable"
            bins[min(int(verdict.answer.confidence * 5), 4)].append(good)
    for number, rights in sorted(bins.items()):
        span = f"{number / 5:.1f}-{(number + 1) / 5:.1f}"
        table.add_row(span, str(len(rights)), f"{sum(rights) / len(rights):.2f}")
    return table


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 0.0
