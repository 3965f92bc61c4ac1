"""Which words translate each other, by how they meet in translated sentences (IBM model 1)."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

ROUNDS = 6
LONGEST = 60  # words of a sentence that are read
RAREST = 3  # sentences that hold a word, for it to be aligned

Words = Sequence[str]
Integers = NDArray[np.int64]
Weights = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Aligned:
    """Two words, how often they met as translations, and each one's share of the other's."""

    left: str
    right: str
    count: float
    right_given_left: float
    left_given_right: float


@dataclass(frozen=True, slots=True)
class _Links:
    """Every word with every word of its sentence's translation, one row a link.

    `pair` numbers the different word pairs; `left_token` and `right_token` number running words.
    """

    lefts: list[str]
    rights: list[str]
    left: Integers
    right: Integers
    pair: Integers
    left_token: Integers
    right_token: Integers


def align(sentences: Iterable[tuple[Words, Words]]) -> Iterator[Aligned]:
    """Word pairs that both directions agree on (Liang, Taskar and Klein, NAACL 2006)."""
    read = list(sentences)
    if not read:
        return
    links = _links(read)
    counts: Weights = np.ones(len(links.left))
    forward, backward = counts, counts
    for _ in range(ROUNDS):
        expected = _share(backward[links.pair], links.left_token)
        expected *= _share(forward[links.pair], links.right_token)
        counts = np.bincount(links.pair, expected).astype(np.float64)
        forward, backward = _share(counts, links.left), _share(counts, links.right)
    for row in np.flatnonzero(counts > 0.5):
        left, right = links.lefts[links.left[row]], links.rights[links.right[row]]
        yield Aligned(left, right, float(counts[row]), float(forward[row]), float(backward[row]))


def _share(weights: Weights, group: Integers) -> Weights:
    """Each weight by the sum of its group."""
    shares: Weights = weights / np.bincount(group, weights)[group].clip(1e-300)
    return shares


def _links(sentences: Sequence[tuple[Words, Words]]) -> _Links:
    lefts = _numbers(left for left, _ in sentences)
    rights = _numbers(right for _, right in sentences)
    keys, left_tokens, right_tokens = [], [], []
    left_seen = right_seen = 0
    for pair in sentences:
        left = np.array([lefts[word] for word in pair[0][:LONGEST] if word in lefts], np.int64)
        right = np.array([rights[word] for word in pair[1][:LONGEST] if word in rights], np.int64)
        keys.append(np.add.outer(left * len(rights), right).ravel())
        left_tokens.append(np.repeat(np.arange(len(left)) + left_seen, len(right)))
        right_tokens.append(np.tile(np.arange(len(right)) + right_seen, len(left)))
        left_seen, right_seen = left_seen + len(left), right_seen + len(right)
    different, number = np.unique(np.concatenate(keys), return_inverse=True)
    return _Links(
        list(lefts),
        list(rights),
        different // len(rights),
        different % len(rights),
        number,
        np.concatenate(left_tokens),
        np.concatenate(right_tokens),
    )


def _numbers(sentences: Iterable[Words]) -> dict[str, int]:
    """A number for each word that is in enough sentences."""
    frequency = Counter(word for words in sentences for word in set(words))
    common = sorted(word for word, seen in frequency.items() if seen >= RAREST)
    return {word: number for number, word in enumerate(common)}
