"""Groups to the networks of the ranker and of the gate."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from retrieval import bearing, matching
from retrieval import ranking as ranked
from retrieval.features import Features
from retrieval.network import Network, below_best
from retrieval.training.groups import Group
from retrieval.training.learning import Lesson, Recipe, judging, ranking

# weights of a question, where one of the news weighs 1
PUBLIC = 0.2
ABSENT = 0.1  # the news' own, where the article is not there: it would outweigh what is not told
FOLDS = 5
RANKER = Recipe(terms=64, units=128, epochs=6, batch=64)
GATE = Recipe(terms=64, units=32, epochs=20)


@dataclass(frozen=True, slots=True)
class First:
    """What a ranker that never saw its article puts first, and what the gate sees of it."""

    group: Group
    bearing: Features
    right: bool


def ranker(groups: Sequence[Group]) -> Network:
    """Puts the sentences of a question that answer above the others."""
    lessons = [
        Lesson(_compared(each.features), each.answers, _weight(each))
        for each in groups
        if each.useful
    ]
    return ranking(lessons, ranked.NAMES, matching.NAMES, RANKER)


def gate(put_first: Sequence[First]) -> Network:
    """The chance that the sentence put first answers."""
    return _gate(put_first, [each.right for each in put_first])


def told(put_first: Sequence[First]) -> Network:
    """The chance that the articles tell at all."""
    return _gate(put_first, [each.group.told for each in put_first])


def _gate(put_first: Sequence[First], labels: Sequence[bool]) -> Network:
    lessons = [
        Lesson(each.bearing, np.array([label], dtype=np.int64), _weight(each.group))
        for each, label in zip(put_first, labels, strict=True)
    ]
    return judging(lessons, bearing.NAMES, bearing.MATCHED, GATE)


def first(groups: Sequence[Group]) -> Iterator[First]:
    """The first sentence of each group that has any."""
    folds = [_fold(each, number) for number, each in enumerate(groups)]
    for fold in range(FOLDS):
        seen = [each for each, own in zip(groups, folds, strict=True) if own != fold]
        network = ranker(seen)
        for each, own in zip(groups, folds, strict=True):
            if own == fold and len(each.answers):
                scores = network.score(below_best(each.features.rows), each.features.matches)
                at = int(scores.argmax())
                yield First(each, each.bearing(scores, at), bool(each.answers[at]))


def _compared(told: Features) -> Features:
    """With how far each row is below the best."""
    return replace(told, rows=below_best(told.rows))


def _fold(group: Group, number: int) -> int:
    """News by article, so that no article is on both sides; the others by turns."""
    article = group.source.article
    return number % FOLDS if article is None else sum(article.encode()) % FOLDS


def _weight(group: Group) -> float:
    return {"news": 1.0, "absent": ABSENT}.get(group.source.kind, PUBLIC)
