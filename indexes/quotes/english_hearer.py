"""Who was told: reporters, in Tolliver told reporters."""

from indexes.quotes.english_cues import english_cues
from indexes.quotes.english_draft import Verb, span
from indexes.quotes.english_object import object_of
from indexes.quotes.words import Words

LONGEST = 7  # words of a hearer
ENDS = frozenset(
    {"on", "in", "at", "that", "after", "before", "during", "as", "who", "the", "this"}
)
TOLD = frozenset({"told", "tells", "tell", "telling"})


def hearer(words: Words, verb: Verb, stop: int, speaker: range) -> tuple[int, int] | None:
    """Where the hearer behind a verb stands in the text, before a word; None without one."""
    first = verb.stop
    if verb.form not in TOLD:
        if first + 1 >= stop or words[first].lower != "to" or verb.form != "said":
            return None
        first += 1
    groups = english_cues().groups
    if first >= stop or words[first].lower in groups["prepositions"] | {"about"}:
        return None
    source = object_of(words, first, stop)
    if source is None or source.first in speaker or words[first].lower.endswith("ly"):
        return None
    ends = source.stop
    while words[ends - 1].lower.endswith("'s") and ends < stop and words[ends].alphabetic:
        ends = _owned(words, ends, stop)
    ends -= words[ends - 1].text == "." and ends - source.first > 1
    return span(words, source.first, ends) if ends - source.first <= LONGEST else None


def _owned(words: Words, first: int, stop: int) -> int:
    """Where it ends what somebody has: the BBC's Today programme."""
    while first < stop and words[first].alphabetic and words[first].lower not in ENDS:
        first += 1
    return first
