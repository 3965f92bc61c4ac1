"""Tables of features to networks; the only file here that knows torch."""

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
from retrieval.network import FURTHEST, PARTS, Network

NARROWEST = 1e-3  # of a spread: what is the same in all rows says nothing

Loss = Callable[[nn.Module, Tensor], Tensor]


@dataclass(frozen=True, slots=True)
class Recipe:
    """How a network is trained: AdamW, its rate falling to nothing along a cosine.

    `dropout` is of the hidden units, half of it of the features; `networks` differ in their seed.
    """

    units: int
    epochs: int
    batch: int = 32
    rate: float = 2e-3
    decay: float = 0.05
    dropout: float = 0.2
    networks: int = 3


def ranking(
    tables: Sequence[Floats],
    answers: Sequence[NDArray[np.int64]],
    weights: Sequence[float],
    names: Sequence[str],
    recipe: Recipe,
) -> Network:
    """The rows of each table against each other, by a softmax (ListNet, Cao et al., ICML 2007)."""
    rows = np.vstack(tables)
    mean, spread = rows.mean(axis=0), rows.std(axis=0) + NARROWEST
    longest = max(map(len, tables))
    inputs = torch.zeros(len(tables), longest, len(mean), dtype=torch.float16)
    wanted = torch.zeros(len(tables), longest)
    there = torch.zeros(len(tables), longest, dtype=torch.bool)
    for at, (table, right) in enumerate(zip(tables, answers, strict=True)):
        inputs[at, : len(table)] = torch.from_numpy(_scaled(table, mean, spread))
        wanted[at, : len(table)] = torch.from_numpy(right / right.sum())
        there[at, : len(table)] = True
    weight = torch.tensor(weights)

    def loss(network: nn.Module, some: Tensor) -> Tensor:
        scores = network(inputs[some].float()).squeeze(-1).masked_fill(~there[some], -1e9)
        right: Tensor = (wanted[some] * scores.log_softmax(1)).sum(1)
        return -(right * weight[some]).mean()

    return _network(names, mean, spread, _learned(len(tables), len(mean), loss, recipe))


def judging(
    table: Floats,
    labels: Sequence[bool],
    weights: Sequence[float],
    names: Sequence[str],
    recipe: Recipe,
) -> Network:
    """Each row for itself, by log loss."""
    mean, spread = table.mean(axis=0), table.std(axis=0) + NARROWEST
    inputs = torch.from_numpy(_scaled(table, mean, spread))
    wanted, weight = torch.tensor(labels).float(), torch.tensor(weights)

    def loss(network: nn.Module, some: Tensor) -> Tensor:
        scores = network(inputs[some]).squeeze(-1)
        each = binary_cross_entropy_with_logits(scores, wanted[some], reduction="none")
        return (each * weight[some]).mean()

    return _network(names, mean, spread, _learned(len(table), len(mean), loss, recipe))


def save(network: Network, file: Path) -> None:
    """Write it where `retrieval.network.shipped` finds it."""
    from safetensors.numpy import save_file

    weights = {part: np.ascontiguousarray(getattr(network, part)) for part in PARTS}
    save_file(weights, file, metadata={"features": json.dumps(network.names)})


def _scaled(table: Floats, mean: Floats, spread: Floats) -> Floats:
    away: Floats = ((table - mean) / spread).clip(-FURTHEST, FURTHEST).astype(np.float32)
    return away


def _learned(size: int, features: int, loss: Loss, recipe: Recipe) -> list[nn.Sequential]:
    """Networks with the least loss over examples 0 to size - 1."""
    found = []
    for seed in range(recipe.networks):
        torch.manual_seed(seed)
        network = nn.Sequential(
            nn.Dropout(recipe.dropout / 2),
            nn.Linear(features, recipe.units),
            nn.ReLU(),
            nn.Dropout(recipe.dropout),
            nn.Linear(recipe.units, 1),
        )
        optimizer = torch.optim.AdamW(network.parameters(), recipe.rate, weight_decay=recipe.decay)
        steps = recipe.epochs * -(-size // recipe.batch)
        schedule = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, steps)
        for _ in range(recipe.epochs):
            for some in torch.split(torch.randperm(size), recipe.batch):
                optimizer.zero_grad()
                torch.autograd.backward(loss(network, some))
                optimizer.step()
                schedule.step()
        found.append(network)
    return found


def _network(
    names: Sequence[str], mean: Floats, spread: Floats, found: Sequence[nn.Sequential]
) -> Network:
    def stacked(layer: int, part: str) -> Floats:
        each = [getattr(network[layer], part).detach().numpy() for network in found]
        return np.stack(each)

    return Network(
        tuple(names),
        mean.astype(np.float32),
        spread.astype(np.float32),
        hidden=stacked(1, "weight").transpose(0, 2, 1),
        bias=stacked(1, "bias"),
        out=stacked(4, "weight")[:, 0],
        base=stacked(4, "bias")[:, 0],
    )
