"""The kinds of question that people ask of the news."""

from enum import StrEnum


class Kind(StrEnum):
    """What a question wants; `WHAT` where nothing more is known."""

    WHO = "who"
    WHAT = "what"
    WHEN = "when"
    WHERE = "where"
    HOW_MANY = "how-many"
    WHY = "why"
    HOW = "how"
    YES_NO = "yes-no"
    LIST = "list"
    WHO_SAID = "who-said"
    WHAT_SAID = "what-said"
    SUMMARY = "summary"
    KEYWORDS = "keywords"
