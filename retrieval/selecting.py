"""Which of the ranked sentences are cited: one, or as many as a list or two sources need."""

from collections.abc import Sequence

from retrieval.alignment import worded
from retrieval.hit import Hit
from retrieval.kind import Kind
from retrieval.question import Question

# differences of the ranker's score, in its log-odds, up to which a further sentence is cited
NEARLY = 0.5
AGREEING = 0.8  # where another article says the same
LISTED = 2.5  # a list stands in several sentences, which share less with the question each
SHARED = 0.5  # of the words of the shorter sentence, from which two say the same


def selected(question: Question, hits: Sequence[Hit], most: int) -> list[Hit]:
    """The best hit and those that belong to it, at most `most`."""
    best, *others = hits
    return [best, *(hit for hit in others if _belongs(question, best, hit))][:most]


def _belongs(question: Question, best: Hit, hit: Hit) -> bool:
    behind = best.score - hit.score
    same_article = hit.sentence.article_id == best.sentence.article_id
    if question.kind is Kind.LIST and same_article:
        return behind <= LISTED
    return behind <= NEARLY or (not same_article and behind <= AGREEING and _agree(best, hit))


def _agree(one: Hit, other: Hit) -> bool:
    """Whether two sentences say the same, by their words."""
    # stems of either language serve: only equal words count
    first, second = ({stem for _, stem in worded(hit.sentence.text, "id")} for hit in (one, other))
    return len(first & second) >= SHARED * max(min(len(first), len(second)), 1)
