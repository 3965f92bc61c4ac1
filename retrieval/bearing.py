"""What the gate sees of the sentence put first: what speaks for it, and whether it shows an answer.

Nothing that only tells what sort of question it is: questions without an answer are made by few
hands and ask for names, ages and amounts, so that a gate would learn the hand.
"""

import numpy as np

from retrieval import features, matching
from retrieval.features import Features
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
MATCHED = (
    "idf_share", "carried", "figure", "verb", "speaker", "focus", *matching.ARTICLE,
    *matching.SENTENCE, "at", "opens", "near_other", "near_shown", "near_short",
)  # fmt: skip
MATCHES = tuple(matching.NAMES.index(name) for name in MATCHED)


def bearing(question: Question, hit: Hit, language: str) -> Features:
    """What speaks for a hit: one row, in the order of NAMES, and its matches, in that of MATCHED.

    `question` is the one with its translations.
    """
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
    row = np.array([[*(hit.features[at] for at in SEEN), *own]], dtype=np.float32)
    return Features(row, hit.matches[np.newaxis, :, MATCHES])
