"""The networks: what they score, what they learn, and that they know the features there are."""

from pathlib import Path

import numpy as np
import pytest

from retrieval import bearing, ranking
from retrieval.network import FURTHEST, Network, below_best, read, shipped
from retrieval.training.learning import Recipe, judging, save
from retrieval.training.learning import ranking as ranking_of

RANDOM = np.random.default_rng(1)
QUICK = Recipe(units=8, epochs=20, rate=1e-2)

TWO = Network(
    ("warm", "wet"),
    mean=np.array([1.0, 0.0], np.float32),
    spread=np.array([2.0, 1.0], np.float32),
    hidden=np.array([[[1.0], [0.0]], [[0.0], [1.0]]], np.float32),
    bias=np.array([[0.0], [1.0]], np.float32),
    out=np.array([[4.0], [-2.0]], np.float32),
    base=np.array([0.5, 0.0], np.float32),
)


@pytest.mark.parametrize(
    ("row", "score"),
    [((3.0, 0.0), (4.5 - 2.0) / 2), ((-1.0, 0.0), (0.5 - 2.0) / 2), ((1.0, -9.0), 0.25)],
    ids=["both", "one below zero", "far from the mean"],
)
def test_the_score_is_the_mean_of_the_networks(row: tuple[float, float], score: float) -> None:
    assert TWO.score(np.array([row], np.float32)).tolist() == pytest.approx([score])


def test_what_lies_far_from_the_mean_counts_no_more_than_its_bound() -> None:
    rows = np.array([[1 + 2 * FURTHEST, 0.0], [1e6, 0.0]], np.float32)
    one, other = TWO.score(rows)
    assert one == other


def test_no_rows_have_no_scores() -> None:
    none = np.zeros((0, 1), np.float32)
    assert TWO.score(below_best(none)).shape == (0,)


def test_a_row_knows_how_far_it_is_below_the_best() -> None:
    table = np.array([[1.0, 5.0], [3.0, 2.0]], np.float32)
    assert below_best(table).tolist() == [[1.0, 5.0, -2.0, 0.0], [3.0, 2.0, 0.0, -3.0]]


@pytest.mark.parametrize(
    ("name", "features"),
    [("ranker", ranking.NAMES), ("gate", bearing.NAMES), ("told", bearing.NAMES)],
)
def test_a_shipped_network_knows_exactly_the_features_there_are(
    name: str, features: tuple[str, ...]
) -> None:
    assert shipped(name, features).names == features
    with pytest.raises(ValueError, match=r"python -m retrieval\.training"):
        shipped(name, features[:-1])


def test_a_network_learns_what_can_be_learnt() -> None:
    table = RANDOM.normal(size=(400, 5)).astype(np.float32)
    labels = [bool(row[0] + row[1] > 0) for row in table]
    network = judging(table, labels, [1.0] * 400, tuple("abcde"), QUICK)
    assert np.mean((network.score(table) > 0) == np.array(labels)) > 0.95


def test_a_ranking_puts_the_right_row_first() -> None:
    tables = [RANDOM.normal(size=(6, 2)).astype(np.float32) for _ in range(300)]
    answers = [np.eye(6, dtype=np.int64)[table[:, 1].argmax()] for table in tables]
    network = ranking_of(tables, answers, [1.0] * 300, ("noise", "truth"), QUICK)
    pairs = zip(tables, answers, strict=True)
    assert np.mean([right[network.score(table).argmax()] for table, right in pairs]) > 0.95


def test_a_saved_network_is_read_back_as_it_was(tmp_path: Path) -> None:
    save(TWO, tmp_path / "two.safetensors")
    again = read(tmp_path / "two.safetensors")
    row = np.array([[3.0, -0.5]], np.float32)
    assert again.names == TWO.names
    assert again.score(row) == TWO.score(row)
