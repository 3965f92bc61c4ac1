"""What the gate sees of the sentence put first: what speaks for it, and whether it shows an answer.

Nothing that only tells what sort of question it is: questions without an answer are made by few
hands and ask for names, ages and amounts, so that a gate would learn the hand.
"""

from retrieval import features
from retrieval.hit import Hit
from retrieval.question import Question
from retrieval.short_answer import Shown, shown_answers

OF_THE_QUESTION = frozenset(
    (
        "terms", "idf", "foreign", "rest_idf", "typed", "numbers", "unit_asked", "focused",
        "asks_speaker", "asks_speech", "asks_done", "followup", *features.KINDS.values(),
    )
)  # fmt: skip
SEEN = tuple(at for at, name in enumerate(features.NAMES) if name not in OF_THE_QUESTION)
OWN = (
    "share", "type_missing", "unit_missing", "short_missing", "shorts", "short_near", "short_second"
)  # fmt: skip
NAMES = (*(features.NAMES[at] for at in SEEN), *OWN)


def bearing(question: Question, hit: Hit, language: str) -> tuple[float, ...]:
    """What speaks for a hit, in the order of NAMES; `question` with its translations."""
    told = dict(zip(features.NAMES, hit.features, strict=True))
    shown = shown_answers(question, hit.sentence.text, language)
    near = shown or Shown(0)
    own = (
        hit.share,
        told["typed"] * (1 - told["type_shown"]),
        told["unit_asked"] * (1 - told["unit_shown"]),
        float(shown is not None and not shown.count),
        float(near.count),
        near.nearest,
        near.second,
    )
    return (*(hit.features[at] for at in SEEN), *own)
