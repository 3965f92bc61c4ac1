"""Boosted trees, read from a file and walked by numpy: no library that trained them is needed."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import resources
from typing import Any

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Trees:
    """Every array is of shape (trees, nodes); a leaf leads to itself."""

    names: tuple[str, ...]
    feature: NDArray[np.int64]
    threshold: NDArray[np.float64]
    left: NDArray[np.int64]
    right: NDArray[np.int64]
    value: NDArray[np.float64]
    depth: int

    @classmethod
    def of(cls, table: dict[str, Any]) -> "Trees":
        """The trees of a table: `features`, and for each tree its nodes in columns."""
        rows = table["trees"]
        width = max(len(tree["value"]) for tree in rows)
        padded = {
            name: np.array([tree[name] + [0] * (width - len(tree[name])) for tree in rows])
            for name in ("feature", "threshold", "left", "right", "value")
        }
        return cls(tuple(table["features"]), **padded, depth=table["depth"])

    def score(self, table: NDArray[np.float32]) -> NDArray[np.float64]:
        """For rows of shape (rows, features) the sum of all trees, of shape (rows,)."""
        trees = np.arange(len(self.feature))
        rows = np.arange(len(table))[:, np.newaxis]
        node = np.zeros((len(table), len(trees)), dtype=np.int64)
        for _ in range(self.depth):
            small = table[rows, self.feature[trees, node]] <= self.threshold[trees, node]
            node = np.where(small, self.left[trees, node], self.right[trees, node])
        total: NDArray[np.float64] = self.value[trees, node].sum(axis=1)
        return total


def shipped(name: str, features: Sequence[str]) -> Trees:
    """Shipped trees by name; retrieval/model/README.md says what they were trained on."""
    file = resources.files("retrieval") / "model" / f"{name}.json"
    trees = Trees.of(json.loads(file.read_text("utf-8")))
    if trees.names != tuple(features):
        raise ValueError(f"{name}.json knows other features. Run: python -m retrieval.training")
    return trees
