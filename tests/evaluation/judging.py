"""When a citation is right: it is a gold sentence, but for white space, quotes and a missing part.

One has to contain the other, and the shorter to be 60 % of the longer at least, so neither a
word from the right sentence nor half an article with it inside counts.
"""

import re
import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

from tests.evaluation.questions import Asked

ALIKE = 0.6  # of the longer text, what the shorter one has to have
FIRST = 3  # citations among which every sentence of a list has to be
MARKS = str.maketrans(
    dict.fromkeys("“”„‟«»″＂", '"') | dict.fromkeys("‘’‚‛′`´", "'") | dict.fromkeys("‐‑‒–—―", "-")
)
UNSEEN = str.maketrans("", "", "\u00ad\u200b")


class Cited(NamedTuple):
    """A citation: the id of its article, and its text."""

    article: str
    text: str


def normalised(text: str) -> str:
    """The text without what typing and typography change: white space, marks, case, the end."""
    plain = unicodedata.normalize("NFKC", text).translate(MARKS).translate(UNSEEN)
    plain = re.sub(r"\s+", " ", plain).strip().casefold()
    return plain.strip(" \"'").rstrip(" .,;:\"'")


def hit(cited: str, gold: str) -> bool:
    """Whether one text is the other, or most of it."""
    shorter, longer = sorted((normalised(cited), normalised(gold)), key=len)
    return bool(shorter) and shorter in longer and len(shorter) >= ALIKE * len(longer)


def texts(asked: Asked, citations: Sequence[Cited]) -> list[str]:
    """The texts of citations; one from an article that is not meant is nothing."""
    known = asked.told_by
    return [each.text if not known or each.article in known else "" for each in citations]


def hits(asked: Asked, cited: Sequence[str]) -> list[bool]:
    """Which of the cited texts are gold."""
    return [any(hit(text, gold) for gold in asked.gold) for text in cited]


def covered(asked: Asked, cited: Sequence[str]) -> list[bool]:
    """Which of the gold sentences the first cited texts hold."""
    return [any(hit(text, gold) for text in cited[:FIRST]) for gold in asked.gold]


def right(asked: Asked, refused: bool, cited: Sequence[str]) -> bool:
    """What an answer with these texts, or a refusal, is worth."""
    if asked.refusable:
        return refused
    if refused:
        return not asked.answerable  # a false premise may be refused or corrected
    first = any(hits(asked, cited[:1]))
    return first and (not asked.every or all(covered(asked, cited)))
