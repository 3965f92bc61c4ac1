"""Pairs to be brought together: each left text has to find its right one among the others'."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Self

import torch
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn.functional import cross_entropy, normalize

from indexes.training.bags import Bags
from indexes.training.rows import Step

SCALE = 20.0  # sharpness of the softmax over cosines


@dataclass(frozen=True, slots=True)
class Pace:
    """Pairs at a time, weight of the loss, and how often an epoch has each pair, on average."""

    batch: int = 1024
    weight: float = 1.0
    rounds: float = 1.0


@dataclass(frozen=True, slots=True)
class Task:
    """Rows of `pairs` are (left, right) in two pools of different texts.

    `others[i]` are texts on the right that are near pair i and wrong.
    """

    left: Bags
    right: Bags
    pairs: Tensor
    others: tuple[tuple[int, ...], ...]
    pace: Pace

    @classmethod
    def of(
        cls,
        pairs: Sequence[tuple[str, str]],
        tokenizer: Tokenizer,
        pace: Pace,
        others: Sequence[Sequence[str]] = (),
    ) -> Self:
        """A task of texts."""
        left = _numbers(text for text, _ in pairs)
        right = _numbers(chain((text for _, text in pairs), *others))
        return cls(
            Bags.of(list(left), tokenizer),
            Bags.of(list(right), tokenizer),
            torch.tensor([(left[a], right[b]) for a, b in pairs]).reshape(-1, 2),
            tuple(tuple(right[text] for text in texts) for texts in others),
            pace,
        )

    def batches(self) -> list[Tensor]:
        """An epoch's batches, numbers of pairs, drawn anew."""
        wanted = max(1, round(self.pace.rounds * len(self.pairs)))
        times = -(-wanted // len(self.pairs))
        rows = torch.cat([torch.randperm(len(self.pairs)) for _ in range(times)])[:wanted]
        return list(rows.tensor_split(max(1, wanted // self.pace.batch)))


def step(task: Task, rows: Tensor, dimensions: Sequence[int]) -> Step:
    """Cross entropy in both directions, averaged over the leading dimensions.

    A text that is right for another row too is not held against this one.
    """
    left, right = task.pairs[rows].T
    columns = torch.cat([right, _wrong(task, rows)])
    gold = torch.arange(len(rows))
    also_right = _also_right(left, right, columns)

    def loss(vectors: Tensor) -> Tensor:
        total = torch.zeros(())
        for dimension in dimensions:
            a, b = normalize(vectors[:, :dimension], dim=1).tensor_split([len(rows)])
            scores = (SCALE * a @ b.T).masked_fill(also_right, -torch.inf)
            total = total + cross_entropy(scores, gold)
            total = total + cross_entropy(scores[:, : len(rows)].T, gold)
        return task.pace.weight * total / (2 * len(dimensions))

    return Step(task.left.take(left).joined(task.right.take(columns)), loss)


def _also_right(left: Tensor, right: Tensor, columns: Tensor) -> Tensor:
    """Where a column holds a row's own text, or what is right for the same text on the left."""
    same = columns[None, :] == right[:, None]
    same[:, : len(left)] |= left[None, :] == left[:, None]
    return same.fill_diagonal_(fill_value=False)


def _wrong(task: Task, rows: Tensor) -> Tensor:
    """One of the others of each pair that has any."""
    if not task.others:
        return torch.empty(0, dtype=torch.long)
    choices = (task.others[row] for row in rows.tolist())
    return torch.tensor([random.choice(texts) for texts in choices if texts], dtype=torch.long)


def _numbers(texts: Iterator[str]) -> dict[str, int]:
    return {text: number for number, text in enumerate(dict.fromkeys(texts))}
