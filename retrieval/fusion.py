"""Several scores of the same sentences into one order; pure arithmetic."""

from collections.abc import Callable, Iterable, Mapping

from indexes.article import Key

Scores = Mapping[Key, float]

# best on the development halves of IDK-MRC and FacQA; docs/retrieval.md has the table
PASSAGE_WEIGHT = 0.6


def normalised(scores: Scores) -> dict[Key, float]:
    """Scores as shares of the best one."""
    best = max(scores.values(), default=0.0)
    return {key: score / best for key, score in scores.items()} if best > 0 else {}


def spread(passages: Scores, window: Callable[[Key], Iterable[int]]) -> dict[Key, float]:
    """For each sentence the best score of a passage that it stands in."""
    best: dict[Key, float] = {}
    for passage, score in passages.items():
        for number in window(passage):
            key = Key(passage.article_id, number)
            best[key] = max(score, best.get(key, score))
    return best


def fuse(rankings: Iterable[tuple[Scores, Scores]]) -> dict[Key, float]:
    """The mean of each ranking's own score plus a share of its passage's, best first.

    A sentence that a ranking did not return counts as its last: it cannot have been better.
    """
    pairs = list(rankings)
    keys = {key for sentences, passages in pairs for key in (*sentences, *passages)}
    floors = [[min(scores.values(), default=0.0) for scores in pair] for pair in pairs]
    fused = {
        key: sum(
            own.get(key, low) + PASSAGE_WEIGHT * around.get(key, lowest)
            for (own, around), (low, lowest) in zip(pairs, floors, strict=True)
        )
        / len(pairs)
        for key in keys
    }
    return dict(sorted(fused.items(), key=lambda item: (-item[1], item[0])))
