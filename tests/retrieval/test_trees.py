"""The trees: walked as LightGBM would, and only over the features they know."""

import numpy as np
import pytest

from retrieval.features import NAMES
from retrieval.trees import Trees, shipped

STUMP = {
    "features": ["warm", "wet"],
    "depth": 2,
    "trees": [
        {
            "feature": [0, 1, 0, 0, 0],
            "threshold": [0.5, 2.0, 0, 0, 0],
            "left": [1, 2, 2, 3, 4],
            "right": [4, 3, 2, 3, 4],
            "value": [0, 0, -1.0, 0.25, 3.0],
        },
        {"feature": [0], "threshold": [0], "left": [0], "right": [0], "value": [10.0]},
    ],
}


@pytest.mark.parametrize(
    ("row", "score"),
    [((0.5, 2.0), 9.0), ((0.5, 2.1), 10.25), ((0.6, 0.0), 13.0)],
    ids=["left left", "left right", "right"],
)
def test_a_row_falls_through_every_tree(row: tuple[float, float], score: float) -> None:
    assert Trees.of(STUMP).score(np.array([row], dtype=np.float32)).tolist() == [score]


def test_no_rows_have_no_scores() -> None:
    assert Trees.of(STUMP).score(np.zeros((0, 2), dtype=np.float32)).shape == (0,)


@pytest.mark.parametrize("name", ["ranker", "gate"])
def test_the_shipped_trees_know_exactly_the_features_there_are(name: str) -> None:
    assert shipped(name, NAMES).names == NAMES
    with pytest.raises(ValueError, match=r"python -m retrieval\.training"):
        shipped(name, NAMES[:-1])


def test_lightgbm_gives_the_same_scores() -> None:
    lightgbm = pytest.importorskip("lightgbm")
    from retrieval.training.forest import rows, table_of

    random = np.random.default_rng(1)
    table = random.normal(size=(400, len(NAMES))).astype(np.float32)
    labels = (table[:, 0] + table[:, 1] > 0).astype(int)
    data = rows(table, labels.tolist(), [1.0] * 400)
    booster = lightgbm.train({"objective": "binary", "verbose": -1}, data, 20)
    own = Trees.of(table_of(booster)).score(table)
    assert np.allclose(own, booster.predict(table, raw_score=True), atol=1e-4)
