"""Small networks over features, read from a file and run by numpy, without torch."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

import numpy as np

from retrieval.alignment import Floats

PARTS = ("mean", "spread", "hidden", "bias", "out", "base")
FURTHEST = 4.0  # standard deviations: what lies further from the mean of a feature counts as that


@dataclass(frozen=True, slots=True)
class Network:
    """One hidden layer over features of these names, several times over; their mean is the score.

    `mean` and `spread` of shape (features,) are of the features in training; `hidden` is of shape
    (networks, features, units), `bias` of (networks, units), `out` the same, `base` of (networks,).
    """

    names: tuple[str, ...]
    mean: Floats
    spread: Floats
    hidden: Floats
    bias: Floats
    out: Floats
    base: Floats

    def score(self, table: Floats) -> Floats:
        """For rows of shape (rows, features) their log-odds, of shape (rows,)."""
        units = np.maximum(self.scaled(table) @ self.hidden + self.bias[:, np.newaxis], 0)
        each = (units @ self.out[:, :, np.newaxis])[:, :, 0] + self.base[:, np.newaxis]
        scores: Floats = each.mean(axis=0)
        return scores

    def scaled(self, table: Floats) -> Floats:
        """The rows in standard deviations from the mean."""
        away: Floats = ((table - self.mean) / self.spread).clip(-FURTHEST, FURTHEST)
        return away


def below_best(table: Floats) -> Floats:
    """Each row of a question's table, and beside it how far it is below the best in each column.

    From shape (rows, features) to (rows, 2 features).
    """
    best = table.max(axis=0, keepdims=True, initial=-np.inf) if len(table) else table
    return np.hstack([table, table - best])


def shipped(name: str, features: Sequence[str]) -> Network:
    """A shipped network by name; retrieval/model/README.md says what it was trained on."""
    place = resources.files("retrieval") / "model" / f"{name}.safetensors"
    with resources.as_file(place) as file:
        network = read(file)
    if network.names != tuple(features):
        raise ValueError(f"{file.name} knows other features. Run: python -m retrieval.training")
    return network


def read(file: Path) -> Network:
    """A network as `retrieval.training.learning.save` wrote it."""
    from safetensors import safe_open

    with safe_open(file, framework="numpy") as weights:
        names = tuple(json.loads(weights.metadata()["features"]))
        return Network(names, **{part: weights.get_tensor(part) for part in PARTS})
