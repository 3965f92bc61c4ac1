"""What a phrase without a name says that somebody is: pemantau, wartawan, kantor berita."""

import re
from functools import lru_cache

from indexes.name_words import name_words
from indexes.quotes.cues import cues
from indexes.quotes.words import Words

# pe-, pem-, pen-, peny-, peng- makes the one who does it of a verb, -wan and -wati of a noun
AGENT = re.compile(r"pe(?!r(?:iode|istiwa|kara)|mer)[a-z]{3,}(?<!an)(?<!nya)|[a-z]{3,}(?:wan|wati)")
LONGEST = 8  # words of what somebody is called once more
MARKS = frozenset("'’‘”“\"")  # pelantun 'Sisa Hujan' itu
THESE = frozenset({"itu", "tersebut"})


@lru_cache(maxsize=65_536)
def somebody(word: str) -> bool:
    """Whether a word, in small letters, says what somebody is."""
    known = word in cues().phrases["people"] or word in name_words().titles
    return known or bool(AGENT.fullmatch(word))


def again(words: Words, first: int) -> bool:
    """Whether somebody is named once more by what he is: perempuan itu, lelaki 70 tahun itu."""
    if words[first].lower not in cues().phrases["again"]:
        return False
    for word in words[first + 1 : first + LONGEST]:
        if word.lower in THESE:
            return True
        if not (word.alphabetic or word.text.isdigit() or word.text in MARKS):
            return False
    return False


def head(words: Words, first: int) -> str:
    """The word that says what a phrase names, past a number or an article, without -nya."""
    word = words[first].lower
    if word in cues().phrases["articles"] and first + 1 < len(words):
        word = words[first + 1].lower
    half, _, other = word.partition("-")
    return half if half == other else word.removesuffix("nya")
