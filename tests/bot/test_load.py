"""Twenty questions a second, from everywhere, while articles are added."""

from pathlib import Path
from typing import Any

import pytest

from tests.benchmarks.telegram import measure


@pytest.mark.slow
def test_under_load_nothing_is_lost_no_limit_broken_and_nobody_waits_for_long(
    tmp_path: Path,
) -> None:
    found: dict[str, Any] = measure(tmp_path, rate=20, seconds=30, during=True)
    assert found["answers"] == found["questions"] == 600
    assert found["violations"] == []
    assert found["p95"] < 1.5
    ours, machine = found["loop_of_the_bot"], found["loop_that_is_idle"]
    assert ours["max"] < 0.05 + machine["max"]
