"""Groups to the networks of the ranker and of the gate."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from retrieval import bearing
from retrieval import ranking as ranked
from retrieval.network import Network, below_best
from retrieval.training.groups import Group
from retrieval.training.learning import Recipe, judging, ranking

# weights of a question, where one of the news weighs 1
PUBLIC = 0.2
ABSENT = 0.1  # the news' own, where the article is not there: it would outweigh what is not told
FOLDS = 5
RANKER = Recipe(units=128, epochs=8)
GATE = Recipe(units=32, epochs=20)


@dataclass(frozen=True, slots=True)
class First:
    """What a ranker that never saw its article puts first; `row` is what the gate sees of it."""

    group: Group
    row: tuple[float, ...]
    right: bool


def ranker(groups: Sequence[Group]) -> Network:
    """Puts the sentences of a question that answer above the others."""
    useful = [each for each in groups if each.useful]
    return ranking(
        [below_best(each.table) for each in useful],
        [each.answers for each in useful],
        [_weight(each) for each in useful],
        ranked.NAMES,
        RANKER,
    )


def gate(put_first: Sequence[First]) -> Network:
    """The chance that the sentence put first answers."""
    return _gate(put_first, [each.right for each in put_first])


def told(put_first: Sequence[First]) -> Network:
    """The chance that the articles tell at all."""
    return _gate(put_first, [each.group.told for each in put_first])


def _gate(put_first: Sequence[First], labels: Sequence[bool]) -> Network:
    table = np.array([each.row for each in put_first], dtype=np.float32)
    weights = [_weight(each.group) for each in put_first]
    return judging(table, labels, weights, bearing.NAMES, GATE)


def first(groups: Sequence[Group]) -> Iterator[First]:
    """The first sentence of each group that has any."""
    folds = [_fold(each, number) for number, each in enumerate(groups)]
    for fold in range(FOLDS):
        seen = [each for each, own in zip(groups, folds, strict=True) if own != fold]
        network = ranker(seen)
        for each, own in zip(groups, folds, strict=True):
            if own == fold and len(each.answers):
                scores = network.score(below_best(each.table))
                at = int(scores.argmax())
                yield First(each, each.bearing(scores, at), bool(each.answers[at]))


def _fold(group: Group, number: int) -> int:
    """News by article, so that no article is on both sides; the others by turns."""
    article = group.source.article
    return number % FOLDS if article is None else sum(article.encode()) % FOLDS


def _weight(group: Group) -> float:
    return {"news": 1.0, "absent": ABSENT}.get(group.source.kind, PUBLIC)
