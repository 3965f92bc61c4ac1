"""Groups to the trees of the ranker and of the gate."""

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np

from retrieval.training.forest import rows, trained
from retrieval.training.groups import Group
from retrieval.trees import Trees

PUBLIC = 0.2  # weight of a public question, where one of the news weighs 1
FOLDS = 5
RANKER: dict[str, Any] = {
    "objective": "lambdarank",
    "learning_rate": 0.06,
    "num_leaves": 16,
    "max_depth": 7,
    "min_data_in_leaf": 50,
    "lambda_l2": 5.0,
    "feature_fraction": 0.3,
    "bagging_fraction": 0.8,
    "bagging_freq": 1,
}
RANKER_ROUNDS = 250
GATE: dict[str, Any] = {
    "objective": "binary",
    "learning_rate": 0.05,
    "num_leaves": 6,
    "min_data_in_leaf": 30,
    "lambda_l2": 10.0,
    "feature_fraction": 0.5,
    "bagging_fraction": 0.8,
    "bagging_freq": 1,
}
GATE_ROUNDS = 160


def ranker(groups: Sequence[Group]) -> dict[str, Any]:
    """Trees that put the sentences of a question that answer above the others."""
    useful = [each for each in groups if each.useful]
    data = rows(
        np.vstack([each.table for each in useful]),
        [int(answer) for each in useful for answer in each.answers],
        [_weight(each) for each in useful for _ in each.answers],
        [len(each.answers) for each in useful],
    )
    return trained(data, RANKER, RANKER_ROUNDS)


def gate(groups: Sequence[Group]) -> dict[str, Any]:
    """Trees for the chance that the sentence a ranker puts first answers."""
    best = list(first(groups))
    data = rows(
        np.array([row for _, row, _ in best]),
        [right for _, _, right in best],
        [_weight(each) for each, _, _ in best],
    )
    return trained(data, GATE, GATE_ROUNDS)


def first(groups: Sequence[Group]) -> Iterator[tuple[Group, Any, int]]:
    """Each group, the row put first by a ranker that never saw its article, and its label."""
    folds = [_fold(each, number) for number, each in enumerate(groups)]
    for fold in range(FOLDS):
        seen = [each for each, own in zip(groups, folds, strict=True) if own != fold]
        trees = Trees.of(ranker(seen))
        for each, own in zip(groups, folds, strict=True):
            if own == fold and len(each.answers):
                at = int(trees.score(each.table).argmax())
                yield each, each.table[at], int(each.answers[at])


def _fold(group: Group, number: int) -> int:
    """News by article, so that no article is on both sides; the others by turns."""
    return sum(group.source.encode()) % FOLDS if group.source.startswith("news") else number % FOLDS


def _weight(group: Group) -> float:
    return 1.0 if group.source.startswith("news") else PUBLIC
