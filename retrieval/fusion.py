"""Several scores of the same sentences into one order; pure arithmetic."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from indexes.article import Key

Scores = Mapping[Key, float]

# 0.3 to 0.9 differ by less than the error of the measurement; docs/retrieval.md has the figures
PASSAGE_WEIGHT = 0.6


def shares(scores: Scores, whole: float) -> dict[Key, float]:
    """Scores as shares of the most there is to have, so that one weak match stays weak."""
    return {key: score / whole for key, score in scores.items()} if whole > 0 else {}


def spread(passages: Scores, window: Callable[[Key], Iterable[int]]) -> dict[Key, float]:
    """For each sentence the best score of a passage that it stands in."""
    best: dict[Key, float] = {}
    for passage, score in passages.items():
        for number in window(passage):
            key = Key(passage.article_id, number)
            best[key] = max(score, best.get(key, score))
    return best


@dataclass(frozen=True, slots=True)
class Ranking:
    """One way of searching: scores of sentences, scores lent by their passages, on one scale.

    `missing` is what a sentence that was not returned counts: nothing where no word of the
    question stands in it, the last one's score where only the nearest were asked for.
    """

    sentences: Scores
    passages: Scores
    missing: float = 0.0

    def score(self, key: Key) -> float:
        """The sentence's own score plus a share of its passage's."""
        own = self.sentences.get(key, self.missing)
        return own + PASSAGE_WEIGHT * self.passages.get(key, self.missing)


def fuse(rankings: Sequence[Ranking]) -> dict[Key, float]:
    """The mean score of every sentence that any ranking returned, best first."""
    keys = {key for ranking in rankings for key in (*ranking.sentences, *ranking.passages)}
    fused = {key: sum(r.score(key) for r in rankings) / len(rankings) for key in keys}
    return dict(sorted(fused.items(), key=lambda item: (-item[1], item[0])))
