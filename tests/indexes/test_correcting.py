"""Misspelt words are set right by what the articles hold."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexes.correcting import corrected
from indexes.misspelling import distance, nearest
from indexes.terms import terms


class Shelf:
    """The stems of a small index, which counts how often it is asked for what is near."""

    def __init__(self, *stems: str) -> None:
        self.stems = stems
        self.asked = 0

    def holds(self, stem: str) -> bool:
        return stem in self.stems

    def near(self, stem: str) -> tuple[str, ...]:
        self.asked += 1
        return nearest(stem, self.stems)


SHELF = ("koffler", "kusumawat", "vladivostok", "rumah", "sakit", "beras")


@pytest.mark.parametrize(
    ("question", "stem"),
    [
        ("apa kata kofler", "koffler"),
        ("kusumwati kerja di mana", "kusumawat"),
        ("kereta ke vladivostock", "vladivostok"),
        ("kereta ke vladi vostok", "vladivostok"),
        ("harga berass", "beras"),
    ],
    ids=["a letter short", "inside a name", "a letter more", "torn apart", "a common word"],
)
def test_a_misspelt_word_is_met_by_the_one_that_was_meant(question: str, stem: str) -> None:
    found = corrected(terms(question, "id"), Shelf(*SHELF))
    assert stem in {each for term in found for each in term.stems}


def test_words_written_as_one_are_searched_for_as_two() -> None:
    found = corrected(terms("berasrumah", "id"), Shelf(*SHELF))
    assert [term.word for term in found] == ["beras", "rumah"]


def test_what_is_known_is_not_looked_up() -> None:
    shelf = Shelf(*SHELF)
    asked = terms("apa kata Koffler soal gempa 2026", "id")
    assert corrected(asked, shelf) == asked
    assert shelf.asked == 0


def test_what_is_near_nothing_stays() -> None:
    asked = terms("xylofonqu", "id")
    assert corrected(asked, Shelf(*SHELF)) == asked


@pytest.mark.parametrize(
    ("one", "other", "slips"),
    [("kofler", "koffler", 1), ("flroes", "flores", 1), ("beras", "keras", 1), ("a", "", 1)],
)
def test_a_slip_is_a_letter_more_or_less_changed_or_swapped(
    one: str, other: str, slips: int
) -> None:
    assert distance(one, other) == distance(other, one) == slips


@given(st.text("abc", max_size=6), st.text("abc", max_size=6))
def test_a_distance_is_within_the_lengths(one: str, other: str) -> None:
    assert abs(len(one) - len(other)) <= distance(one, other) <= max(len(one), len(other))
    assert (distance(one, other) == 0) is (one == other)


def letters(text: str) -> Iterator[str]:
    for at in range(1, len(text)):
        yield text[:at] + text[at + 1 :]


def test_any_letter_but_the_first_may_be_missing() -> None:
    assert all(nearest(slip, ["kusumawat"]) == ("kusumawat",) for slip in letters("kusumawat"))
    assert nearest("usumawat", ["kusumawat"]) == ()
