"""Whether the articles tell at all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.answer import Reason, Status
from retrieval.evidence import CROSS_LINGUAL, ENGLISH, INDONESIAN, Gate, confidence, gate_of
from retrieval.features import NAMES

chance = st.floats(0, 1)
gates = pytest.mark.parametrize(
    "gate", [INDONESIAN, ENGLISH, CROSS_LINGUAL], ids=["Indonesian", "English", "cross-lingual"]
)


@gates
def test_certainty_is_clear_either_way(gate: Gate) -> None:
    assert gate.judge(1.0, 1.0) == (Status.ANSWERED, None)
    assert gate.judge(0.0, 0.0) == (Status.REFUSED, Reason.OFF_TOPIC)


@gates
def test_what_meets_the_words_but_does_not_answer_is_not_stated(gate: Gate) -> None:
    assert gate.judge(0.0, 1.0) == (Status.REFUSED, Reason.NOT_STATED)


@gates
def test_between_refused_and_sure_an_answer_is_uncertain(gate: Gate) -> None:
    status, reason = gate.judge((gate.refuse + gate.sure) / 2, 1.0)
    assert (status, reason) == (Status.UNCERTAIN, None)


@gates
def test_what_meets_hardly_a_word_is_off_topic_however_sure(gate: Gate) -> None:
    assert gate.judge(1.0, gate.about - 0.01) == (Status.REFUSED, Reason.OFF_TOPIC)


@gates
@given(chance, chance, chance)
def test_a_better_chance_never_turns_an_answer_into_a_refusal(
    gate: Gate, low: float, more: float, met: float
) -> None:
    order = list(Status)[::-1]
    less, _ = gate.judge(low, met)
    better, _ = gate.judge(max(low, more), met)
    assert order.index(better) >= order.index(less)


def test_each_pair_of_languages_has_its_thresholds() -> None:
    assert gate_of("id", "id") is INDONESIAN
    assert gate_of("en", "en") is ENGLISH
    assert gate_of("en", "id") is gate_of("id", "en") is CROSS_LINGUAL


@given(st.lists(st.floats(0, 20, width=32), min_size=len(NAMES), max_size=len(NAMES)))
def test_the_confidence_is_a_chance(features: list[float]) -> None:
    assert 0.0 < confidence(features) < 1.0
