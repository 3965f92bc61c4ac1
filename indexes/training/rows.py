"""The table of rows that texts are the sum of, and how it learns."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn.functional import embedding_bag

from indexes.training.bags import Bags

MEAN, VARIANCE, SMALLEST = 0.9, 0.999, 1e-8  # Adam's usual constants (Kingma and Ba 2015)
WARM = 50  # steps in which the rate rises
LAST = 0.05  # share of the rate at the end


@dataclass(frozen=True, slots=True)
class Step:
    """Texts, and what is wrong with their vectors, of shape (texts, dimension)."""

    bags: Bags
    loss: Callable[[Tensor], Tensor]


class Rows:
    """A row for each piece; a step of Adam moves only the rows that its texts hold."""

    def __init__(self, table: Tensor) -> None:
        self.table = table
        self._mean = torch.zeros_like(table)
        self._variance = torch.zeros_like(table)

    def learn(
        self, steps: Sequence[Callable[[], Step]], *, rate: float, dropout: float = 0.0
    ) -> float:
        """Take the steps in order; the mean loss. The rate rises, then falls."""
        self._mean.zero_()
        self._variance.zero_()
        total = 0.0
        for number, make in enumerate(steps, start=1):
            share = min(number / WARM, max(LAST, 1 - number / len(steps)))
            total += self._learn(make(), number, rate=rate * share, dropout=dropout)
        return total / max(1, len(steps))

    def _learn(self, step: Step, number: int, *, rate: float, dropout: float) -> float:
        bags = step.bags.thinned(dropout)
        pieces, places = torch.unique(bags.pieces, return_inverse=True)
        rows = self.table[pieces].requires_grad_()
        loss = step.loss(embedding_bag(places, rows, bags.starts[:-1], mode="sum"))
        (slope,) = torch.autograd.grad(loss, rows)
        mean = self._mean[pieces].lerp_(slope, 1 - MEAN)
        variance = self._variance[pieces].lerp_(slope.square(), 1 - VARIANCE)
        self._mean[pieces], self._variance[pieces] = mean, variance
        spread = (variance / (1 - VARIANCE**number)).sqrt_().add_(SMALLEST)
        self.table[pieces] -= rate * (mean / (1 - MEAN**number)) / spread
        return loss.item()
