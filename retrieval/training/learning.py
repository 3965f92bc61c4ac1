"""Features and matches to networks (`retrieval.network`); the only file here that knows torch."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn.functional import binary_cross_entropy_with_logits

from retrieval.alignment import Floats
from retrieval.features import Features
from retrieval.network import LAYERS, SCALES, TEXTS, Network, scaled

NARROWEST = 1e-3  # of a spread: what is the same in all rows says nothing


@dataclass(frozen=True, slots=True)
class Recipe:
    """How a network is trained: AdamW, its rate falling to nothing along a cosine.

    `terms` and `units` are the units of a term and of a sentence. `dropout` is of the units, half
    of it of the features and of what is told of the terms; `networks` differ in their seed.
    """

    terms: int
    units: int
    epochs: int
    batch: int = 32
    rate: float = 2e-3
    decay: float = 0.05
    dropout: float = 0.2
    networks: int = 3


@dataclass(frozen=True, slots=True)
class Lesson:
    """A question to learn from: what speaks for each row, which rows are right, what it weighs."""

    features: Features
    right: NDArray[np.int64]
    weight: float


def ranking(
    lessons: Sequence[Lesson], names: Sequence[str], matched: Sequence[str], recipe: Recipe
) -> Network:
    """The rows of a question against each other, by a softmax (ListNet, Cao et al., ICML 2007)."""
    hits = torch.tensor([len(each.right) for each in lessons])
    wanted = _padded([each.right / each.right.sum() for each in lessons]).float()

    def loss(scores: Tensor, some: Tensor) -> Tensor:
        most = scores.shape[1]
        there = torch.arange(most) < hits[some, None]
        chances = scores.masked_fill(~there, -1e9).log_softmax(1)
        found: Tensor = -(wanted[some, :most] * chances).sum(1)
        return found

    return _learned(lessons, names, matched, recipe, loss)


def judging(
    lessons: Sequence[Lesson], names: Sequence[str], matched: Sequence[str], recipe: Recipe
) -> Network:
    """Each question by its only row, by log loss."""
    wanted = torch.tensor([each.right[0] for each in lessons]).float()

    def loss(scores: Tensor, some: Tensor) -> Tensor:
        return binary_cross_entropy_with_logits(scores[:, 0], wanted[some], reduction="none")

    return _learned(lessons, names, matched, recipe, loss)


def save(network: Network, file: Path) -> None:
    """Write it where `retrieval.network.shipped` finds it."""
    from safetensors.numpy import save as packed

    weights = {part: np.ascontiguousarray(getattr(network, part)) for part in (*SCALES, *LAYERS)}
    texts = {text: json.dumps(getattr(network, text)) for text in TEXTS}
    file.write_bytes(packed(weights, texts))


class _Module(nn.Module):
    """The network as `retrieval.network.Network` runs it, with dropout."""

    def __init__(self, features: int, matched: int, recipe: Recipe) -> None:
        super().__init__()
        self.first = nn.Linear(matched, recipe.terms)
        self.second = nn.Linear(recipe.terms, recipe.terms)
        self.hidden = nn.Linear(features + 2 * recipe.terms, recipe.units)
        self.out = nn.Linear(recipe.units, 1)
        self.of_told = nn.Dropout(recipe.dropout / 2)
        self.of_units = nn.Dropout(recipe.dropout)

    def forward(self, rows: Tensor, matches: Tensor, filled: Tensor) -> Tensor:
        """Scores of shape (questions, rows); `filled` of (questions, terms) is where a term is."""
        units = torch.relu(self.first(self.of_told(matches)))
        units = torch.relu(self.second(units)) * filled[:, None, :, None]
        mean = units.sum(2) / filled.sum(1).clamp(min=1)[:, None, None]
        told = torch.cat([self.of_told(rows), mean, units.amax(2)], -1)
        scores: Tensor = self.out(self.of_units(torch.relu(self.hidden(told)))).squeeze(-1)
        return scores

    def layer(self, name: str) -> Floats:
        """A layer or its bias, in the shape of `Network`."""
        found = {"bias": self.hidden.bias, "base": self.out.bias[0], "out": self.out.weight[0]}
        if name not in found:
            layer = getattr(self, name.removesuffix("_bias"))
            found[name] = layer.bias if name.endswith("_bias") else layer.weight.T
        weights: Floats = found[name].detach().numpy()
        return weights


def _learned(
    lessons: Sequence[Lesson],
    names: Sequence[str],
    matched: Sequence[str],
    recipe: Recipe,
    loss: Callable[[Tensor, Tensor], Tensor],
) -> Network:
    """The networks with the least loss, which is of the scores of some of the lessons."""
    told = [(each.features.rows, each.features.matches) for each in lessons]
    scales = (*_spread([rows for rows, _ in told]), *_spread([terms for _, terms in told]))
    rows = _padded([scaled(each, *scales[:2]) for each, _ in told])
    matches = _padded([scaled(each, *scales[2:]) for _, each in told])
    hits = torch.tensor([len(each) for each, _ in told])
    terms = torch.tensor([each.shape[1] for _, each in told])
    weight = torch.tensor([each.weight for each in lessons])

    def weighed(module: _Module, some: Tensor) -> Tensor:
        most, many = int(hits[some].max()), max(int(terms[some].max()), 1)
        filled = torch.arange(many) < terms[some, None]
        scores = module(rows[some, :most].float(), matches[some, :most, :many].float(), filled)
        return (loss(scores, some) * weight[some]).mean()

    found = []
    for seed in range(recipe.networks):
        torch.manual_seed(seed)
        found.append(_Module(len(names), len(matched), recipe))
        _descend(found[-1], len(lessons), weighed, recipe)
    layers = {name: np.stack([each.layer(name) for each in found]) for name in LAYERS}
    return Network(tuple(names), tuple(matched), *scales, **layers)


def _descend(
    module: _Module, size: int, loss: Callable[[_Module, Tensor], Tensor], recipe: Recipe
) -> None:
    """Train it on lessons 0 to size - 1."""
    optimizer = torch.optim.AdamW(module.parameters(), recipe.rate, weight_decay=recipe.decay)
    steps = recipe.epochs * -(-size // recipe.batch)
    schedule = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, steps)
    for _ in range(recipe.epochs):
        for some in torch.split(torch.randperm(size), recipe.batch):
            optimizer.zero_grad()
            torch.autograd.backward(loss(module, some))
            optimizer.step()
            schedule.step()


def _spread(tables: Sequence[Floats]) -> tuple[Floats, Floats]:
    """The mean and the spread of each column of all tables."""
    rows = np.vstack([each.reshape(-1, each.shape[-1]) for each in tables])
    mean, spread = rows.mean(axis=0), rows.std(axis=0) + NARROWEST
    return mean.astype(np.float32), spread.astype(np.float32)


def _padded(tables: Sequence[NDArray[np.floating]]) -> Tensor:
    """Tables in one, each filled up with zeros; in half precision, for there are gigabytes."""
    size = [max(each.shape[axis] for each in tables) for axis in range(tables[0].ndim)]
    padded = torch.zeros(len(tables), *size, dtype=torch.float16)
    for at, each in enumerate(tables):
        there = tuple(slice(length) for length in each.shape)
        padded[at][there] = torch.from_numpy(each).half()
    return padded
