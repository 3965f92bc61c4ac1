"""When an answer of the evaluation is right."""

import pytest

from tests.evaluation.judging import hit, right
from tests.evaluation.questions import SETS, Asked, read

GOLD = "“Harga naik,” kata Rini."


def asked(*, kind: str = "what", gold: tuple[str, ...] = (GOLD,), every: bool = False) -> Asked:
    answerable = kind not in ("unanswerable", "off-topic", "false-premise")
    return Asked("Q1", "id", kind, "Apa kata Rini?", gold, every, answerable, None, "beras")


@pytest.mark.parametrize(
    ("cited", "hits"),
    [
        (GOLD, True),
        ('"Harga naik," kata Rini', True),
        (f"CIANJUR — {GOLD}", True),
        (f"{GOLD} Beras kini lebih mahal di semua pasar di kota itu.", False),
        ("Harga", False),
        ("", False),
    ],
    ids=["itself", "other marks", "dateline", "much longer", "much shorter", "empty"],
)
def test_a_citation_hits_what_it_holds_and_little_more(cited: str, hits: bool) -> None:
    assert hit(cited, GOLD) is hits


def test_only_the_first_citation_counts_but_for_a_list() -> None:
    assert right(asked(), False, [GOLD, "Lain."])
    assert not right(asked(), False, ["Lain.", GOLD])
    both = asked(kind="list", gold=(GOLD, "Stok turun tajam."), every=True)
    assert right(both, False, ["Stok turun tajam.", "Lain.", GOLD])
    assert not right(both, False, [GOLD, "Lain.", "Lagi.", "Stok turun tajam."])


@pytest.mark.parametrize("kind", ["unanswerable", "off-topic"])
def test_what_nobody_tells_is_right_when_refused(kind: str) -> None:
    assert right(asked(kind=kind, gold=()), True, [])
    assert not right(asked(kind=kind, gold=()), False, [GOLD])


def test_a_false_premise_is_refused_or_corrected() -> None:
    false = asked(kind="false-premise")
    assert right(false, True, [])
    assert right(false, False, [GOLD])
    assert not right(false, False, ["Lain."])


@pytest.mark.parametrize("name", SETS)
def test_a_follow_up_comes_after_what_it_follows(name: str) -> None:
    seen: set[str] = set()
    for each in read(name):
        assert each.followup_of is None or each.followup_of in seen
        seen.add(each.id)
