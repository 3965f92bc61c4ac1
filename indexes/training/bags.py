"""Texts as bags of word pieces."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor

LONGEST = 128  # pieces of a text that are read in training
UNKNOWN = 1


@dataclass(frozen=True, slots=True)
class Bags:
    """The pieces of many texts one after another; text i is `pieces[starts[i]:starts[i + 1]]`."""

    pieces: Tensor
    starts: Tensor

    @classmethod
    def of(cls, texts: Sequence[str], tokenizer: Tokenizer) -> Self:
        """The bags of texts, none of them empty: a text without pieces is unknown."""
        encoded = tokenizer.encode_batch(list(texts), add_special_tokens=False)
        pieces = [text.ids[:LONGEST] or [UNKNOWN] for text in encoded]
        starts = np.cumsum([0, *map(len, pieces)])
        return cls(
            torch.from_numpy(np.concatenate([[], *pieces]).astype(np.int64)),
            torch.from_numpy(starts),
        )

    def __len__(self) -> int:
        return len(self.starts) - 1

    def take(self, rows: Tensor) -> Self:
        """The bags of these rows, in their order."""
        lengths = self.starts[rows + 1] - self.starts[rows]
        starts = torch.cat([torch.zeros(1, dtype=torch.long), lengths.cumsum(0)])
        shift = torch.repeat_interleave(self.starts[rows] - starts[:-1], lengths)
        return type(self)(self.pieces[shift + torch.arange(len(shift))], starts)

    def joined(self, other: Self) -> Self:
        """These bags, then the others."""
        starts = torch.cat([self.starts, other.starts[1:] + len(self.pieces)])
        return type(self)(torch.cat([self.pieces, other.pieces]), starts)

    def thinned(self, share: float) -> Self:
        """The same bags with about this share of the pieces dropped."""
        kept = torch.rand(len(self.pieces)) >= share
        before = torch.cat([torch.zeros(1, dtype=torch.long), kept.cumsum(0)])
        return type(self)(self.pieces[kept], before[self.starts])

    def frequency(self, pieces: int) -> Tensor:
        """In how many texts each piece stands."""
        text = torch.repeat_interleave(torch.arange(len(self)), self.starts.diff())
        different = torch.unique(text * pieces + self.pieces) % pieces
        return torch.bincount(different, minlength=pieces)
