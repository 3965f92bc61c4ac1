"""Where what is reported in an English sentence ends."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from indexes.quotes.english_cues import Frame, english_cues
from indexes.quotes.english_subject import slips
from indexes.quotes.words import Words

ENDS = frozenset(".!?…")
DASHES = frozenset("—–―")
FINITE = ("ed", "id", "old", "ote", "ays")
CITING = frozenset({"citing", "quoting"})
CITED = 7  # words of who is cited
FAR = 12  # words of a dateline
CLOSING = 7  # words of a medium and its verb at the end of a sentence
NEAR = 4  # words in which somebody else and a cue come


@dataclass(frozen=True, slots=True)
class Region:
    """A sentence by the numbers of its words, and which of them are direct quotes."""

    first: int
    stop: int
    taken: Sequence[tuple[int, int]]

    def free(self, number: int) -> bool:
        """Whether a word is of no direct quote."""
        return not any(start <= number < stop for start, stop in self.taken)

    def begin(self, number: int) -> int:
        """The first word behind the last direct quote before a word."""
        return max([self.first, *(stop for _, stop in self.taken if stop <= number)])

    def end(self, number: int) -> int:
        """Where the next direct quote behind a word begins, or the sentence ends."""
        return min([self.stop, *(start for start, _ in self.taken if start >= number)])


def behind_dateline(words: Words, first: int, stop: int) -> int:
    """The first word behind the place and the agency before a sentence: LEEDS (Reuters) -."""
    if first >= stop or not words[first].text.isupper() or len(words[first].text) < NEAR:
        return first
    limit = min(stop, first + FAR)
    dash = next((n for n in range(first + 1, limit) if words[n].text in DASHES | {"-"}), None)
    return first if dash is None else dash + 1


def ending(words: Words, first: int, region: Region) -> int:
    """Where a clause that begins at a word ends: with its sentence, or before another cue."""
    stop = region.end(first)
    while stop > first and words[stop - 1].text in ENDS | {",", ";", ":", ")"}:
        if _bracketed(words, first, stop) or _initial(words, first, stop):
            break
        stop -= 1
    return next((n for n in range(first + 2, stop) if _breaks(words, first, n, stop)), stop)


def _bracketed(words: Words, first: int, stop: int) -> bool:
    return words[stop - 1].text == ")" and any(w.text == "(" for w in words[first:stop])


def _initial(words: Words, first: int, stop: int) -> bool:
    """Whether a dot is of an initial."""
    before = words[stop - 2]
    dotted = words[stop - 1].text == "." and stop - 2 > first
    return dotted and len(before.text) == 1 and before.capital


def _breaks(words: Words, first: int, number: int, stop: int) -> bool:
    if words[number].text == ";":
        return True
    if number + 1 >= stop:
        return False
    after = words[number + 1]
    if words[number].text == ",":
        return _breaks_comma(words, number + 1, stop)
    if words[number].text in DASHES or words[number].lower == "though":
        joined = after.lower in {"and", "but", "though"}
        return _speaks(words, number + 1 + joined, stop)
    if words[number].lower == "but" and _refuses(words, number + 1):
        return True
    joined = words[number].lower in {"and", "but"} and _goes_on(words, number + 1, stop)
    return joined and not _passives(words, first, number)


def _refuses(words: Words, number: int) -> bool:
    """Whether it goes on with what somebody did not say: but did not name them."""
    two = words[number].lower, words[number + 1].lower if number + 1 < len(words) else ""
    return two[0] in {"declined", "refused"} or two in {("did", "not"), ("gave", "no")}


def _passives(words: Words, first: int, number: int) -> bool:
    """Whether what was done stands before a word: they had been called and offered a meal."""
    before = [word.lower for word in words[max(first, number - 3) : number]]
    if len(before) == 3 and (before[1].endswith("ly") or before[1] in {"now", "also"}):
        del before[1]
    passive = english_cues().groups["passive"]
    return len(before) > 1 and before[-1].endswith("ed") and before[-2] in passive


def citing(words: Words, number: int, stop: int) -> bool:
    """Whether somebody or a document is cited at a word: citing two officials."""
    if number + 1 >= stop or words[number].lower not in CITING:
        return False
    groups = english_cues().groups
    told = groups["people"] | groups["documents"] | groups["media"]
    near = words[number + 1 : min(stop, number + CITED)]
    return near[0].capital or any(_person(word.lower, told) for word in near)


def _breaks_comma(words: Words, number: int, stop: int) -> bool:
    cues, lower = english_cues(), words[number].lower
    following = words[number + 1].lower if number + 1 < stop else ""
    if lower == "according":
        return following == "to"
    if citing(words, number, stop) or (lower.endswith("ing") and lower in cues.forms):
        return True
    if lower in cues.groups["turns_away"]:
        return following not in {"also", "not", "rather"}
    if lower != "and":
        return _closes(words, number, stop)
    return _speaks(words, number + 1, stop) or _goes_on(words, number + 1, stop)


def _closes(words: Words, first: int, stop: int) -> bool:
    """Whether a medium and its verb close the sentence: Reuters reported."""
    cue = words[stop - 1].lower in {"reported", "reports"} and stop - first <= CLOSING
    return cue and words[first].lower != "which"


def _goes_on(words: Words, number: int, stop: int) -> bool:
    """Whether the same one says more: and added."""
    while number < stop and slips(words, number):
        number += 1
    lower = words[number].lower if number < stop else ""
    cues = english_cues()
    return lower in cues.forms - cues.groups["nouns"] and lower.endswith(FINITE)


def _speaks(words: Words, first: int, stop: int) -> bool:
    """Whether somebody and a cue come next: and he noted."""
    cues = english_cues()
    for number in range(first, min(stop, first + NEAR)):
        lower = words[number].lower
        if lower in cues.forms and number > first:
            return cues.fits(lower, Frame.CLAUSE)
        small = cues.groups["pronouns"] | cues.groups["between"]
        if not words[number].capital and lower not in small:
            return False
    return False


def _person(word: str, told: AbstractSet[str]) -> bool:
    return word in told or word + "s" in told or word.endswith(("er", "ers", "man", "woman"))
