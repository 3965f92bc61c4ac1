"""Whether the articles tell at all."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.answer import Reason, Status
from retrieval.bearing import MATCHED, NAMES
from retrieval.evidence import (
    CROSS_LINGUAL,
    ENGLISH,
    HARDLY,
    INDONESIAN,
    Evidence,
    Gate,
    chance,
    gate_of,
)
from retrieval.features import Features

chances = st.floats(0, 1)
gates = pytest.mark.parametrize(
    "gate", [INDONESIAN, ENGLISH, CROSS_LINGUAL], ids=["Indonesian", "English", "cross-lingual"]
)


@gates
def test_certainty_is_clear_either_way(gate: Gate) -> None:
    assert gate.judge(Evidence(1.0, 1.0, 1.0)) == (Status.ANSWERED, None)
    assert gate.judge(Evidence(0.0, 0.0, 0.0)) == (Status.REFUSED, Reason.OFF_TOPIC)


@gates
def test_what_meets_the_words_but_does_not_answer_is_not_stated(gate: Gate) -> None:
    assert gate.judge(Evidence(0.0, 0.0, 1.0)) == (Status.REFUSED, Reason.NOT_STATED)


@gates
def test_what_is_told_but_perhaps_elsewhere_is_uncertain(gate: Gate) -> None:
    status, reason = gate.judge(Evidence(gate.refuse, gate.sure - 0.01, 1.0))
    assert (status, reason) == (Status.UNCERTAIN, None)


@gates
def test_what_meets_hardly_a_word_is_off_topic_however_sure(gate: Gate) -> None:
    evidence = Evidence(1.0, 1.0, HARDLY - 0.01)
    assert gate.judge(evidence) == (Status.REFUSED, Reason.OFF_TOPIC)


@gates
@given(st.tuples(chances, chances, chances), st.tuples(chances, chances, chances))
def test_better_evidence_never_turns_an_answer_into_a_refusal(
    gate: Gate, low: tuple[float, float, float], high: tuple[float, float, float]
) -> None:
    order = list(Status)[::-1]
    less, _ = gate.judge(Evidence(*low))
    better, _ = gate.judge(Evidence(*map(max, low, high)))
    assert order.index(better) >= order.index(less)


def test_each_pair_of_languages_has_its_thresholds() -> None:
    assert gate_of("id", "id") is INDONESIAN
    assert gate_of("en", "en") is ENGLISH
    assert gate_of("en", "id") is gate_of("id", "en") is CROSS_LINGUAL


@given(
    st.lists(st.floats(0, 20, width=32), min_size=len(NAMES), max_size=len(NAMES)),
    st.integers(0, 12),
)
def test_what_the_networks_say_is_a_chance(row: list[float], terms: int) -> None:
    matches = np.ones((1, terms, len(MATCHED)), np.float32)
    found = Features(np.array([row], np.float32), matches)
    assert 0.0 < chance("told", found) < 1.0
    assert 0.0 < chance("gate", found) < 1.0
