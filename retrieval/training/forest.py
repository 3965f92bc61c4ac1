"""LightGBM's trees as the table that `retrieval.trees` walks; the only file that knows LightGBM."""

from collections.abc import Mapping, Sequence
from typing import Any

import lightgbm
import numpy as np

from retrieval.alignment import Floats
from retrieval.features import NAMES

COLUMNS = ("feature", "threshold", "left", "right", "value")


def rows(
    table: Floats,
    labels: Sequence[int],
    weights: Sequence[float],
    sizes: Sequence[int] | None = None,
) -> lightgbm.Dataset:
    """Rows with their labels; `sizes` are the rows of each question, for a ranker."""
    return lightgbm.Dataset(table, np.asarray(labels), weight=np.asarray(weights), group=sizes)


def trained(data: lightgbm.Dataset, settings: Mapping[str, Any], rounds: int) -> dict[str, Any]:
    """Trees over rows of features, by settings of LightGBM's."""
    common = {"verbose": -1, "deterministic": True, "force_row_wise": True, "seed": 1}
    booster = lightgbm.train({**common, **settings}, data, rounds)
    return table_of(booster)


def table_of(booster: lightgbm.Booster) -> dict[str, Any]:
    """What `retrieval.trees` reads."""
    trees: Sequence[dict[str, Any]] = booster.dump_model()["tree_info"]
    columns_of: list[dict[str, list[float]]] = []
    depth = 0
    for tree in trees:
        columns: dict[str, list[float]] = {name: [] for name in COLUMNS}
        depth = max(depth, _write(tree["tree_structure"], columns))
        columns_of.append(columns)
    return {"features": list(NAMES), "depth": depth, "trees": columns_of}


def _write(node: dict[str, Any], columns: dict[str, list[float]]) -> int:
    """Append a node and all below it; how deep they go."""
    at = len(columns["value"])
    for name in COLUMNS:
        columns[name].append(0)
    if "split_feature" not in node:
        columns["left"][at] = columns["right"][at] = at
        columns["value"][at] = round(node["leaf_value"], 6)
        return 0
    columns["feature"][at] = node["split_feature"]
    columns["threshold"][at] = node["threshold"]
    columns["left"][at] = len(columns["value"])
    left = _write(node["left_child"], columns)
    columns["right"][at] = len(columns["value"])
    return 1 + max(left, _write(node["right_child"], columns))
