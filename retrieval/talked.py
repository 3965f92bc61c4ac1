"""Where a sentence stands for a follow-up: by what was cited last."""

from indexes.article import Key
from retrieval.question import Question


def talked(question: Question, key: Key) -> dict[str, float]:
    """How near it is to the sentence cited first; all 0 for a question that is no follow-up."""
    if not question.places:
        return {}
    last = question.places[0]
    away = key.number - last.number
    same = key.article_id == last.article_id
    return {
        "followup": 1.0,
        "talked_about": float(same),
        "near_last": same / (1.0 + abs(away)),
        "after_last": same / (1.0 + away) if away > 0 else 0.0,
        "cited_last": float(key in question.places),
    }
