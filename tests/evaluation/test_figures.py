"""What the figures mean."""

from pathlib import Path

import numpy as np
import pytest

from tests.evaluation import report
from tests.evaluation.contest import auc, place, recalls
from tests.evaluation.figures import Share


def test_an_interval_holds_the_share_and_is_the_same_each_time() -> None:
    share = Share.of([(1, 1)] * 30 + [(0, 1)] * 10)
    assert (share.right, share.n, share.share) == (30, 40, 0.75)
    assert 0.55 < share.low < 0.75 < share.high < 0.95
    assert share == Share.of([(1, 1)] * 30 + [(0, 1)] * 10)


def test_a_share_of_nothing_is_no_error() -> None:
    assert Share.of([]) == Share(0, 0, 0.0, 0.0, 0.0)


def test_a_question_with_more_citations_weighs_more_in_precision() -> None:
    assert Share.of([(1, 1), (0, 3)]).share == 0.25


def test_ranks_are_counted_from_one() -> None:
    places = [place(["a", "b"], "b"), place(["a", "b"], "a"), place(["a", "b"], "c")]
    assert places == [2, 1, np.inf]
    found = recalls(places, unit="sentence", at=(1, 5))
    assert found == pytest.approx({"sentence R@1": 1 / 3, "sentence R@5": 2 / 3})


def test_the_area_under_the_curve_counts_pairs() -> None:
    strong, weak = [0.9, 0.5, 0.2], [0.5, 0.1]
    pairs = [(one > other) + (one == other) / 2 for one in strong for other in weak]
    assert auc(strong, weak) == pytest.approx(np.mean(pairs))


def test_the_errors_of_the_sealed_set_are_not_shown(tmp_path: Path) -> None:
    file = tmp_path / "errors.jsonl"
    assert report.main(["--set", "heldout", "--errors", str(file)]) == 2
    assert report.main(["--errors", str(file)]) == 2
    assert not file.exists()
