"""What a sentence shows by itself: the type of answer asked for, quotation marks, numbers."""

import re
from collections.abc import Sequence
from itertools import pairwise

from retrieval.alignment import worded
from retrieval.answer_type import answer_type
from retrieval.doing import asked_doing
from retrieval.kind import Kind
from retrieval.question import Question
from retrieval.speech import QUOTED, speaks
from retrieval.summary import ended

NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


def shown(question: Question, text: str, language: str) -> dict[str, float]:
    """What the sentence itself shows."""
    wanted = answer_type(question.text)
    stems = [stem for _, stem in worded(text, language)]
    asked = [term.stems for term in question.terms]
    known = {stem for term in asked for stem in term}
    numbers = set(NUMBER.findall(question.text))
    return {
        "typed": float(wanted is not None),
        "type_shown": float(wanted is not None and wanted.shown_by(text, question.text)),
        "unit_asked": float(wanted is not None and wanted.unit is not None),
        "unit_shown": float(wanted is not None and wanted.shows_unit(text, question.text)),
        "pairs": float(_pairs(asked, stems)),
        "numbers": len(numbers & set(NUMBER.findall(text))) / len(numbers) if numbers else 1.0,
        "quoted": float(bool(QUOTED.search(text))),
        "speaks": float(speaks(text)),
        "asks_speaker": float(question.kind is Kind.WHO_SAID),
        "asks_speech": float(question.kind is Kind.WHAT_SAID),
        "asks_done": float(bool(asked_doing(question.text))),
        "ended": float(ended(text)),
        "length": float(len(stems)),
        "new_words": float(sum(stem not in known for stem in stems)),
    }


def _pairs(asked: Sequence[Sequence[str]], stems: Sequence[str]) -> int:
    """How many neighbouring terms of the question are neighbours in the sentence too."""
    neighbours = set(pairwise(stems))
    return sum(
        any((one, two) in neighbours for one in first for two in second)
        for first, second in pairwise(asked)
    )
