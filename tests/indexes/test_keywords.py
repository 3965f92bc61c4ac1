"""The lexical index finds by words and scores by BM25."""

from pathlib import Path

import pytest

from indexes.article import Key, Unit
from indexes.errors import IndexDamaged
from indexes.keywords import BM25, KeywordStore
from indexes.terms import Term

TEXTS = {
    Key("a", 1): ["harga", "beras", "naik", "harga"],
    Key("a", 2): ["gempa", "flores"],
    Key("b", 1): ["harga", "minyak", *["lain"] * 20],
}
HARGA, BERAS = Term("harga", ("harga",), 2.0), Term("beras", ("beras", "rice"), 5.0)


@pytest.fixture
def store(tmp_path: Path) -> KeywordStore:
    store = KeywordStore(tmp_path, Unit.SENTENCES, create=True)
    store.change([], TEXTS.items())
    return store


def slow_bm25(terms: list[Term], stems: list[str]) -> float:
    """The textbook's, as an oracle."""
    k1, b, average = BM25[Unit.SENTENCES].k1, BM25[Unit.SENTENCES].b, BM25[Unit.SENTENCES].average
    total = 0.0
    for term in terms:
        f = max(stems.count(stem) for stem in term.stems)
        total += term.idf * f * (k1 + 1) / (f + k1 * (1 - b + b * len(stems) / average))
    return total


def test_scores_are_bm25_best_first(store: KeywordStore) -> None:
    found = store.search([HARGA, BERAS])
    assert list(found) == [Key("a", 1), Key("b", 1)]
    assert found == pytest.approx({key: slow_bm25([HARGA, BERAS], TEXTS[key]) for key in found})


def test_any_of_a_terms_stems_will_do(store: KeywordStore) -> None:
    assert list(store.search([Term("nasi", ("nasi", "gempa"), 1.0)])) == [Key("a", 2)]


def test_nothing_is_found_without_terms_or_by_unknown_ones(store: KeywordStore) -> None:
    assert store.search([]) == {}
    assert store.search([Term("tidak", ("tidakada",), 9.0)]) == {}


def test_a_dropped_article_is_not_found_and_can_come_again(store: KeywordStore) -> None:
    store.change(["a"], [(Key("a", 1), ["flores"])])
    assert store.count() == 2
    assert list(store.search([HARGA])) == [Key("b", 1)]
    assert list(store.search([Term("flores", ("flores",), 1.0)])) == [Key("a", 1)]


def test_a_missing_folder_is_damage(tmp_path: Path) -> None:
    with pytest.raises(IndexDamaged):
        KeywordStore(tmp_path / "none", Unit.SENTENCES)


def test_near_are_the_stems_fewest_slips_away(store: KeywordStore) -> None:
    assert store.near("flroes") == ("flores",)
    assert store.near("beraas") == ("beras",)
    assert store.near("jagung") == ()


def test_it_tells_which_stems_it_holds(store: KeywordStore) -> None:
    assert store.holds("flores")
    assert not store.holds("flroes")
