"""What the figures were: nobody makes them worse without saying so."""

import json
from collections.abc import Iterator, Mapping, Sequence

from tests.evaluation.asking import Verdict
from tests.evaluation.questions import HERE
from tests.evaluation.tables import groups

BASELINE = HERE / "baseline.json"
TOLERANCE = 2  # questions of a group that may fall for another reason


def counted(verdicts: Mapping[str, Sequence[Verdict]]) -> dict[str, dict[str, int]]:
    """How many are right, by set and group."""
    return {
        name: {group: sum(rights) for group, rights in groups(some).items()}
        for name, some in verdicts.items()
    }


def fallen(verdicts: Mapping[str, Sequence[Verdict]]) -> Iterator[str]:
    """A line for each group that is worse than the baseline by more than the tolerance."""
    known = json.loads(BASELINE.read_text("utf-8"))
    for name, now in counted(verdicts).items():
        for group, number in now.items():
            before = known.get(name, {}).get(group, 0)
            if number < before - TOLERANCE:
                yield f"{name}, {group}: {number} right, {before} before"


def accept(verdicts: Mapping[str, Sequence[Verdict]]) -> None:
    """Make the present figures the baseline."""
    BASELINE.write_text(json.dumps(counted(verdicts), indent=1) + "\n", "utf-8")
