"""Which citations count: of the article that is meant, and most of a gold sentence."""

import pytest

from tests.evaluation.judging import Cited, covered, hit, texts
from tests.evaluation.questions import Asked

GOLD = "Stok beras di gudang turun tajam sejak awal Mei."


def asked(*gold: str, article: str | None = "beras", articles: tuple[str, ...] = ()) -> Asked:
    return Asked("Q1", "id", "list", "Apa?", gold, True, True, None, article, articles)


@pytest.mark.parametrize("share", [0.55, 0.65], ids=["less than 60 %", "more than 60 %"])
def test_a_part_counts_from_60_percent_of_the_sentence(share: float) -> None:
    assert hit(GOLD[: round(share * len(GOLD))], GOLD) is (share > 0.6)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("“Stok turun,” kata Rini.", '"Stok turun," kata Rini'),
        ("Stok  turun\nsejak Mei.", "stok turun sejak mei"),
        ("Januari–Mei", "Januari-Mei"),
        ("per\u00adaturan baru", "peraturan baru"),
    ],
    ids=["quotes and full stop", "white space and case", "dashes", "soft hyphen"],
)
def test_typing_makes_no_difference(one: str, other: str) -> None:
    assert hit(one, other)


def test_words_from_another_article_are_nothing() -> None:
    cited = [Cited("jagung", GOLD), Cited("beras", GOLD)]
    assert texts(asked(GOLD), cited) == ["", GOLD]
    assert texts(asked(GOLD, articles=("beras", "jagung")), cited) == [GOLD, GOLD]
    assert texts(asked(GOLD, article=None), cited) == [GOLD, GOLD]


def test_a_list_has_to_be_whole_within_three_citations() -> None:
    both = asked(GOLD, "Harga naik.")
    assert covered(both, ["Harga naik.", "Lain.", GOLD]) == [True, True]
    assert covered(both, ["Harga naik.", "Lain.", "Lagi.", GOLD]) == [False, True]
