"""Both sides of a sentence pair are brought near a teacher's vector of the English one."""

from collections.abc import Callable
from functools import partial

import torch
from torch import Tensor
from torch.nn.functional import cosine_similarity, normalize

from indexes.training.bags import Bags
from indexes.training.rows import Step

SAMPLE = 20_000  # vectors that the main directions are found from


def steps(
    sides: tuple[Bags, Bags], targets: Tensor, *, batch: int, epochs: int
) -> list[Callable[[], Step]]:
    """The steps of some epochs; `targets` are as wide as the rows that will learn from them."""
    batches = -(-len(targets) // batch)
    return [
        partial(_step, sides, targets, rows)
        for _ in range(epochs if batches else 0)
        for rows in torch.randperm(len(targets)).tensor_split(max(1, batches))
    ]


def reduced(targets: Tensor, dimension: int) -> Tensor:
    """Vectors in their main directions, of length one."""
    if dimension >= targets.shape[1]:
        return targets
    centred = targets - targets.mean(0)
    directions = torch.linalg.svd(centred[:SAMPLE], full_matrices=False)[2][:dimension]
    return normalize(centred @ directions.T, dim=1)


def _step(sides: tuple[Bags, Bags], targets: Tensor, rows: Tensor) -> Step:
    wanted = torch.cat([targets[rows], targets[rows]])
    bags = sides[0].take(rows).joined(sides[1].take(rows))
    return Step(bags, lambda vectors: 2 * (1 - cosine_similarity(vectors, wanted)).mean())
