"""Small networks over features, read from a file and run by numpy, without torch.

Each term of the question is weighed by itself, then all of them together: a layer reads how a
sentence meets a term, the units of all terms are pooled, and a layer on top reads them beside what
speaks for the sentence as a whole. That is a deep set (Zaheer et al., NeurIPS 2017).
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass, fields
from importlib import resources
from pathlib import Path

import numpy as np

from retrieval.alignment import Floats

FURTHEST = 4.0  # standard deviations: what lies further from the mean of a feature counts as that


@dataclass(frozen=True, slots=True)
class Network:
    """Several networks; the mean of their scores counts.

    `names` are those of the features of a sentence, `matched` those of what is told of each term;
    `mean` and `spread`, and `term_mean` and `term_spread`, are theirs in training. `first` is of
    shape (networks, matched, units), `second` of (networks, units, units), `hidden` of (networks,
    features + 2 units, hidden units), `out` of (networks, hidden units), `base` of (networks,);
    each bias is of (networks, units) of its layer.
    """

    names: tuple[str, ...]
    matched: tuple[str, ...]
    mean: Floats
    spread: Floats
    term_mean: Floats
    term_spread: Floats
    first: Floats
    first_bias: Floats
    second: Floats
    second_bias: Floats
    hidden: Floats
    bias: Floats
    out: Floats
    base: Floats

    def score(self, rows: Floats, matches: Floats) -> Floats:
        """For rows of shape (rows, features) and matches of (rows, terms, matched) log-odds."""
        told = scaled(rows, self.mean, self.spread)
        size = told.shape[1]
        units = told @ self.hidden[:, :size] + self._pooled(matches) @ self.hidden[:, size:]
        units = np.maximum(units + self.bias[:, np.newaxis], 0)
        each = (units @ self.out[:, :, np.newaxis])[:, :, 0] + self.base[:, np.newaxis]
        scores: Floats = each.mean(axis=0)
        return scores

    def _pooled(self, matches: Floats) -> Floats:
        """The mean and the greatest of the units of all terms: (networks, rows, 2 units)."""
        rows, terms, names = matches.shape
        networks, _, units = self.first.shape
        if not matches.size:
            return np.zeros((networks, rows, 2 * units), dtype=np.float32)
        told = scaled(matches.reshape(rows * terms, names), self.term_mean, self.term_spread)
        low = np.maximum(told @ self.first + self.first_bias[:, np.newaxis], 0)
        high = np.maximum(low @ self.second + self.second_bias[:, np.newaxis], 0)
        each = high.reshape(networks, rows, terms, units)
        return np.concatenate([each.mean(axis=2), each.max(axis=2)], axis=2)


TEXTS = ("names", "matched")
SCALES = ("mean", "spread", "term_mean", "term_spread")
LAYERS = tuple(each.name for each in fields(Network) if each.name not in {*TEXTS, *SCALES})


def scaled(table: Floats, mean: Floats, spread: Floats) -> Floats:
    """Rows in standard deviations from the mean, none further than `FURTHEST`."""
    away: Floats = ((table - mean) / spread).clip(-FURTHEST, FURTHEST)
    return away


def below_best(table: Floats) -> Floats:
    """Each row of a question's table, and beside it how far it is below the best in each column.

    From shape (rows, features) to (rows, 2 features).
    """
    best = table.max(axis=0, keepdims=True, initial=-np.inf) if len(table) else table
    return np.hstack([table, table - best])


def shipped(name: str, features: Sequence[str], matched: Sequence[str]) -> Network:
    """A shipped network by name; retrieval/model/README.md says what it was trained on."""
    place = resources.files("retrieval") / "model" / f"{name}.safetensors"
    with resources.as_file(place) as file:
        network = read(file)
    if (network.names, network.matched) != (tuple(features), tuple(matched)):
        raise ValueError(f"{file.name} knows other features. Run: python -m retrieval.training")
    return network


def read(file: Path) -> Network:
    """A network as `retrieval.training.learning.save` wrote it."""
    from safetensors import safe_open

    with safe_open(file, framework="numpy") as weights:
        told = weights.metadata()
        names, matched = (tuple(json.loads(told[text])) for text in TEXTS)
        parts = {part: weights.get_tensor(part) for part in (*SCALES, *LAYERS)}
        return Network(names, matched, **parts)
