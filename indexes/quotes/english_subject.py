"""Who stands before an English verb, past asides."""

from collections.abc import Sequence

from indexes.quotes.english_cues import english_cues
from indexes.quotes.english_source import (
    PARTIES,
    STOPS,
    Source,
    abbreviates,
    back_to,
    phrase,
)
from indexes.quotes.words import Words

FAR = 45  # words that may stand between a subject and its verb, asides included
MOST = 6  # asides between them
OPENERS = frozenset('“”"‘«»`')
DASHES = frozenset("—–―-")
JOINS = frozenset({",", ")", "and", "but", "that", "because", "as", "when", "if", "while"})
JOINS |= {"after", "before", "although", "though", "since", "where", "which"}
TIED = frozenset({"of", "from", "by", "speaking", "citing", "referring", "asked"})


def subject(words: Words, verb: int, lowest: int) -> Source | None:
    """The subject of the verb that begins at a word, not before another word."""
    number = verb - 1
    while number >= lowest and slips(words, number):
        number -= 1
    if number < lowest:
        return None
    bottom = max(lowest, number - FAR)
    if words[number].text in DASHES | {",", ")"}:
        last = _past_asides(words, number, bottom)
        if last is None or last < bottom:
            return None
        number = last
    days, last = english_cues().groups["days"], number
    while number > bottom and words[number].lower in days and words[number].text != "May":
        number -= 1
    number -= last > number > bottom and words[number].lower in {"on", "in"}
    who = _relative(words, number, bottom)
    return phrase(words, number if who is None else who - 1, bottom)


def _relative(words: Words, last: int, lowest: int) -> int | None:
    """Where who stands in the subject that ends at a word: the man who owned the house said."""
    for number in range(last - 1, lowest, -1):
        if words[number].lower == "who":
            named = words[number + 1]  # who prosecutors say stole it
            if named.capital or named.lower in english_cues().groups["people"]:
                return None
            return number if words[number - 1].text != "," else None
        if words[number].lower in JOINS or words[number].text in STOPS | DASHES:
            return None
    return None


def slips(words: Words, number: int) -> bool:
    """Whether a word may stand between a subject and its verb: has, also, repeatedly."""
    word = words[number]
    groups = english_cues().groups
    adverb = word.lower.endswith("ly") and word.lower not in groups["no_adverbs"]
    return (adverb and not word.capital) or word.lower in groups["between"]


def _past_asides(words: Words, number: int, lowest: int) -> int | None:
    """The last word of the subject before an aside: Tolliver, a captain from Leeds, said."""
    mark = words[number].text
    if mark == ",":
        return _before_asides(words, _segments(words, number - 1, lowest))
    opened = back_to(words, number - 1, lowest, "(" if mark == ")" else mark)
    return None if opened is None else opened - 1


def _segments(words: Words, last: int, lowest: int) -> list[tuple[int, int]]:
    """The stretches between commas up to a word, the last one first."""
    found: list[tuple[int, int]] = []
    while last >= lowest and len(found) < MOST:
        comma = back_to(words, last, lowest, ",")
        begin = _sentence_begin(words, last, lowest) if comma is None else comma + 1
        if begin <= last:
            found.append((begin, last))
        if comma is None:
            break
        last = comma - 1
    return found


def _sentence_begin(words: Words, last: int, lowest: int) -> int:
    while last > lowest and (words[last - 1].text not in STOPS or abbreviates(words, last - 1)):
        last -= 1
    return last


def _before_asides(words: Words, segments: Sequence[tuple[int, int]]) -> int | None:
    """The last word of the first stretch that is no aside."""
    for number, (begin, last) in enumerate(segments):
        if _leading(words, begin):
            return None
        following = segments[number + 1 : number + 2]
        if following and not _leading(words, following[0][0]):
            place = words[following[0][0]].lower in {"of", "from", "in"}
            if _aside(words, begin) or (place and last - begin < 2 and words[begin].capital):
                continue
        if words[last].text != ")":
            return last
        opened = back_to(words, last - 1, begin, "(")
        return None if opened is None else opened - 1
    return None


def _leading(words: Words, begin: int) -> bool:
    """Whether a stretch tells when or where, so that its last word is no subject."""
    word = words[begin]
    tied = word.lower in TIED or (word.lower == "in" and not word.capital)
    return not tied and word.lower in english_cues().groups["prepositions"]


def _aside(words: Words, begin: int) -> bool:
    """Whether what stands between two commas tells who somebody is, or when."""
    first, groups = words[begin], english_cues().groups
    if first.text[:2] in PARTIES or first.text[0].isdigit():
        return True
    if first.lower in {"who", "which", "whose", "where", "jr", "sr"}:
        return True
    return first.lower not in groups["pronouns"] and not first.capital and first.text not in OPENERS
