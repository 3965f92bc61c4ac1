"""Whether the articles tell at all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexes.terms import Term
from retrieval.answer import Reason, Status
from retrieval.evidence import OTHER_LANGUAGE, SAME_LANGUAGE, Evidence, Gate, coverage, judge

share = st.floats(0, 1)
TERMS = (Term("harga", ("harga", "harga"), 1.0), Term("beras", ("beras", "bera"), 3.0))
gates = pytest.mark.parametrize("gate", [SAME_LANGUAGE, OTHER_LANGUAGE], ids=["same", "other"])


def test_coverage_weighs_words_by_their_rarity() -> None:
    assert coverage(TERMS, {"harga"}) == 0.25
    assert coverage(TERMS, {"bera", "naik"}) == 0.75
    assert coverage(TERMS, {"beras", "harga"}) == 1.0
    assert coverage((), {"beras"}) == 0.0


@gates
def test_everything_or_nothing_is_clear(gate: Gate) -> None:
    assert judge(Evidence(1, 1), gate) == (Status.ANSWERED, None)
    assert judge(Evidence(0, 0), gate) == (Status.REFUSED, Reason.OFF_TOPIC)


@gates
def test_what_is_nearly_enough_is_on_topic_but_not_stated(gate: Gate) -> None:
    nearly = gate.refuse - 0.01
    assert judge(Evidence(nearly, nearly), gate) == (Status.REFUSED, Reason.NOT_STATED)


@gates
@given(share, share, share)
def test_more_evidence_never_turns_an_answer_into_a_refusal(
    gate: Gate, words: float, meaning: float, more: float
) -> None:
    order = list(Status)[::-1]
    less, _ = judge(Evidence(words, meaning), gate)
    better, _ = judge(Evidence(max(words, more), meaning), gate)
    assert order.index(better) >= order.index(less)
