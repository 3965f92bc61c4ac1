"""Whether somebody named in an English article is a person, and whether he does anything."""

from bisect import bisect_right
from collections.abc import Sequence
from operator import itemgetter

from indexes.quotes.english_cast import EnglishCast
from indexes.quotes.english_cues import english_cues
from indexes.quotes.english_mentions import Mention
from indexes.quotes.words import Word

DESCRIBING = frozenset({"a", "an", "the", "who", "whose"})  # behind a name and a comma
OPENING = 4  # words at the start of a sentence, or behind a name, that make it a subject


def is_person(cast: EnglishCast, mention: Mention) -> bool:
    """Whether a name of unknown gender has a title, or what it is behind it."""
    words, bodies = cast.words, english_cues().groups["bodies"]
    full = cast.canonical(mention.words, mention.start) or ""
    several = len(mention.words) > 1 or " " in full
    beside = words[mention.stop : mention.stop + 2]
    described = len(beside) > 1 and beside[0].text == "," and _describes(beside[1])
    return several and mention.words[-1] not in bodies and (bool(mention.titles) or described)


def acts(cast: EnglishCast, bounds: Sequence[tuple[int, int]], place: int) -> bool:
    """Whether a name is the subject of its sentence, as far as its place and a verb tell."""
    number = bisect_right(bounds, place, key=itemgetter(0)) - 1
    words, cues = cast.words, english_cues()
    first = words.at(place)
    if number >= 0 and first - words.at(bounds[number][0]) <= OPENING:
        return True
    behind = words[first : first + OPENING]
    verbs = (w.lower in cues.forms or w.lower in cues.groups["auxiliaries"] for w in behind)
    return any(verbs)


def _describes(word: Word) -> bool:
    """Whether a word behind a name and a comma tells who that is: a, the, who, an age."""
    return word.lower in DESCRIBING or word.text.isdigit()
