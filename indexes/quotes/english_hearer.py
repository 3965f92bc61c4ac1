"""Who was told: reporters, in Tolliver told reporters."""

from indexes.quotes.english_cues import english_cues
from indexes.quotes.english_draft import Verb, span
from indexes.quotes.english_subject import object_of
from indexes.quotes.words import Words

LONGEST = 7  # words of a hearer
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
    short = source.stop - source.first <= LONGEST
    return span(words, source.first, source.stop) if short else None
