"""No set gets worse unnoticed."""

from tests.evaluation import guard
from tests.evaluation.questions import SETS
from tests.evaluation.report import measured


def test_no_group_of_questions_is_worse_than_the_baseline() -> None:
    verdicts = measured(SETS)
    assert list(guard.fallen(verdicts)) == []
    for some in verdicts.values():
        assert all(each.verbatim == len(each.answer.citations) for each in some)
