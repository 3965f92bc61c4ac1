"""The networks: what they score, what they learn, and that they know the features there are."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from retrieval import bearing, matching, ranking
from retrieval.features import Features
from retrieval.network import FURTHEST, Network, below_best, read, shipped
from retrieval.training.learning import Lesson, Recipe, judging, save
from retrieval.training.learning import ranking as ranking_of

RANDOM = np.random.default_rng(1)
QUICK = Recipe(terms=8, units=8, epochs=15, rate=1e-2, networks=2)
NAMES, MATCHED = ("noise",), ("weight", "met")


def _question(terms: int) -> Lesson:
    """Right is the row that meets the terms of the greatest weight; the features tell nothing."""
    weight = np.broadcast_to(RANDOM.random((1, terms)), (5, terms))
    met = (RANDOM.random((5, terms)) > 0.5).astype(float)
    right = (weight * met).sum(axis=1).argmax()
    matches = np.stack([weight, met], axis=2).astype(np.float32)
    rows = RANDOM.normal(size=(5, 1)).astype(np.float32)
    return Lesson(Features(rows, matches), np.eye(5, dtype=np.int64)[right], 1.0)


@pytest.fixture(scope="module")
def network() -> Network:
    """One that learnt from questions of two, three and four terms."""
    return ranking_of([_question(2 + n % 3) for n in range(600)], NAMES, MATCHED, QUICK)


def _scores(network: Network, told: Features) -> list[float]:
    return list(map(float, network.score(told.rows, told.matches)))


def test_it_learns_which_term_counts(network: Network) -> None:
    asked = [_question(3) for _ in range(200)]
    first = [int(np.argmax(_scores(network, each.features))) for each in asked]
    assert np.mean([each.right[at] for each, at in zip(asked, first, strict=True)]) > 0.75


def test_it_learns_from_a_sentence_as_a_whole_too() -> None:
    rows = RANDOM.normal(size=(400, 1, 3)).astype(np.float32)
    same = np.ones((1, 1, 2), np.float32)
    lessons = [
        Lesson(Features(row, same), np.array([row[0, 0] + row[0, 1] > 0], np.int64), 1.0)
        for row in rows
    ]
    network = judging(lessons, tuple("abc"), MATCHED, replace(QUICK, epochs=40))
    right = [(_scores(network, each.features)[0] > 0) == bool(each.right[0]) for each in lessons]
    assert np.mean(right) > 0.9


def test_the_order_of_the_terms_says_nothing(network: Network) -> None:
    told = _question(4).features
    turned = Features(told.rows, told.matches[:, ::-1])
    assert _scores(network, told) == pytest.approx(_scores(network, turned), abs=1e-4)


def test_hits_without_terms_are_scored_by_their_features(network: Network) -> None:
    told = Features(np.array([[0.0], [1.0]], np.float32), np.zeros((2, 0, 2), np.float32))
    assert np.isfinite(_scores(network, told)).all()


def test_no_hits_have_no_scores(network: Network) -> None:
    told = Features(np.zeros((0, 1), np.float32), np.zeros((0, 3, 2), np.float32))
    assert _scores(network, told) == []


def test_what_lies_far_from_the_mean_counts_no_more_than_its_bound(network: Network) -> None:
    far = network.mean + 2 * FURTHEST * network.spread
    rows = np.array([far, far * 1e6], np.float32)
    one, other = _scores(network, Features(rows, np.zeros((2, 0, 2), np.float32)))
    assert one == other


def test_a_row_knows_how_far_it_is_below_the_best() -> None:
    table = np.array([[1.0, 5.0], [3.0, 2.0]], np.float32)
    assert below_best(table).tolist() == [[1.0, 5.0, -2.0, 0.0], [3.0, 2.0, 0.0, -3.0]]


def test_a_saved_network_is_read_back_as_it_was(network: Network, tmp_path: Path) -> None:
    save(network, tmp_path / "network.safetensors")
    again, told = read(tmp_path / "network.safetensors"), _question(3).features
    assert (again.names, again.matched) == (NAMES, MATCHED)
    assert _scores(again, told) == pytest.approx(_scores(network, told), abs=1e-5)


@pytest.mark.parametrize(
    ("name", "features", "matched"),
    [
        ("ranker", ranking.NAMES, matching.NAMES),
        ("gate", bearing.NAMES, bearing.MATCHED),
        ("told", bearing.NAMES, bearing.MATCHED),
    ],
)
def test_a_shipped_network_knows_exactly_the_features_there_are(
    name: str, features: tuple[str, ...], matched: tuple[str, ...]
) -> None:
    network = shipped(name, features, matched)
    assert (network.names, network.matched) == (features, matched)
    for fewer in ((features[:-1], matched), (features, matched[:-1])):
        with pytest.raises(ValueError, match=r"python -m retrieval\.training"):
            shipped(name, *fewer)
