"""What a phrase without a name says that somebody is: pemantau, wartawan, kantor berita."""

import re
from functools import lru_cache

from indexes.name_words import name_words
from indexes.quotes.cues import cues
from indexes.quotes.words import Words

# pe-, pem-, pen-, peny-, peng- makes the one who does it of a verb, -wan and -wati of a noun
AGENT = re.compile(r"pe(?!r(?:iode|istiwa|kara)|mer)[a-z]{3,}(?<!an)(?<!nya)|[a-z]{3,}(?:wan|wati)")
THESE = frozenset({"itu", "tersebut"})


@lru_cache(maxsize=65_536)
def somebody(word: str) -> bool:
    """Whether a word, in small letters, says what somebody is."""
    known = word in cues().phrases["people"] or word in name_words().titles
    return known or bool(AGENT.fullmatch(word))


def head(words: Words, first: int) -> str:
    """The word that says what a phrase names, past a number or an article, without -nya."""
    word = words[first].lower
    if word in cues().phrases["articles"] and first + 1 < len(words):
        word = words[first + 1].lower
    half, _, other = word.partition("-")
    return half if half == other else word.removesuffix("nya")
