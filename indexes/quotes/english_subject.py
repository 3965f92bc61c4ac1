"""Who stands before an English verb, past asides, and who stands behind one."""

from collections.abc import Sequence

from indexes.quotes.english_cues import english_cues
from indexes.quotes.english_mentions import is_title
from indexes.quotes.english_source import (
    ALONE,
    LONG,
    STOPS,
    Source,
    abbreviates,
    back_to,
    common,
    named,
    phrase,
)
from indexes.quotes.quote import SpeakerKind
from indexes.quotes.words import Words

FAR = 45  # words that may stand between a subject and its verb, asides included
MOST = 6  # asides between them
OPENERS = frozenset('“”"‘«»`')
DASHES = frozenset("—–―-")
JOINS = frozenset({",", ")", "and", "but", "that", "because", "as", "when", "if", "while"})
JOINS |= {"after", "before", "although", "though", "since", "where", "which"}
OBJECTS = frozenset({"him", "her", "them"})  # according to him
PLACED = frozenset({"in", "at", "for", "of"})
TIED = frozenset({"of", "from", "by", "speaking", "citing", "referring", "asked"})
BEHIND = frozenset(
    {"who", "which", "whose", "that", "when", "as", "after", "while", "if", "but", "because"}
    | {"citing", "during"}
)
INSIDE = frozenset({"of", "for", "from", "by", "at", "in", "on"})


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
    if first.text[:2] in {"R-", "D-", "I-"} or first.text[0].isdigit():
        return True
    if first.lower in {"who", "which", "whose", "where", "jr", "sr"}:
        return True
    return first.lower not in groups["pronouns"] and not first.capital and first.text not in OPENERS


def object_of(words: Words, first: int, highest: int) -> Source | None:
    """The source that begins at a word: behind said, or according to."""
    if first >= highest:
        return None
    groups, word = english_cues().groups, words[first]
    if short := _short(words, first, highest):
        return short
    stop = _object_stop(words, first, highest)
    if stop == first:
        return None
    last = stop - 1
    inside = any(words[number].lower in INSIDE for number in range(first, stop))
    if not inside and (words[last].capital or words[last].text == "."):
        return named(words, last, first)
    small = word.lower in groups["determiners"] or not word.capital
    if small or is_title(word.lower):
        name = _apposed(words, stop, highest) or _called(words, first, stop)
        if name or small:
            return name or _described(words, first, stop)
    run = first
    while run + 1 < stop and (words[run + 1].capital or words[run + 1].text == "."):
        run += 1
    if run + 1 < stop and words[run + 1].lower in {"of", "for"} and _body(words, first, run):
        return Source(first, stop, SpeakerKind.BODY, first)
    if run + 1 < stop and _people(words, last):
        return _described(words, first, stop)
    return named(words, run, first)


def _short(words: Words, first: int, highest: int) -> Source | None:
    """A pronoun, or the 54-year-old."""
    lower = words[first].lower
    alone = first + 1 >= highest or not words[first + 1].alphabetic
    if lower in english_cues().groups["pronouns"] - ALONE or (lower in OBJECTS and alone):
        return Source(first, first + 1, SpeakerKind.PRONOUN, first)
    aged = [each.text for each in words[first + 3 : first + 4]] == ["year-old"]
    return Source(first, first + 4, SpeakerKind.PHRASE, first) if aged else None


def _described(words: Words, first: int, stop: int) -> Source | None:
    """All of some words, where they are no name: two officials from Leeds."""
    source = common(words, stop - 1, first)
    return source and Source(first, stop, source.kind, first)


def _apposed(words: Words, stop: int, highest: int) -> Source | None:
    """The name behind what somebody is: said the director in Leeds, Ann Lee."""
    while stop + 1 < highest and words[stop].lower in PLACED and words[stop + 1].capital:
        stop += 2
    first = stop + 1
    if first + 1 >= highest or words[stop].text != "," or not words[first].capital:
        return None
    last = first
    while last + 1 < highest and words[last + 1].capital and words[last + 1].alphabetic:
        last += 1
    return named(words, last, first) if last > first else None


def _called(words: Words, first: int, stop: int) -> Source | None:
    """The name between what somebody is and whence he comes: said fire chief Ann Lee of Leeds."""
    begin = next((n for n in range(first, stop) if words[n].capital), stop)
    last = begin
    while last + 1 < stop and words[last + 1].capital:
        last += 1
    plain = first < begin < last and is_title(words[begin - 1].lower)
    ends = last + 1 >= stop or words[last + 1].lower in PLACED | {"from"}
    return named(words, last, first) if plain and ends else None


def _body(words: Words, first: int, last: int) -> bool:
    """Whether one of some words is of a body: University."""
    bodies = english_cues().groups["bodies"]
    return any(word.lower in bodies for word in words[first : last + 1])


def _people(words: Words, number: int) -> bool:
    """Whether a word is of people or a document: officials, report."""
    groups, lower = english_cues().groups, words[number].lower
    known = groups["people"] | groups["documents"] | groups["media"]
    return lower in known or lower.endswith(("ers", "ists", "ians"))


def _object_stop(words: Words, first: int, highest: int) -> int:
    number = first
    while number < min(highest, first + LONG + 6):
        word = words[number]
        dotted = word.text == "." and number + 1 < highest and abbreviates(words, number)
        if not dotted and word.text in STOPS | DASHES | {",", "(", ")", "["}:
            break
        if number > first and _ends_object(words, first, number):
            break
        number += 1
    cut = number - first > 2 and words[number - 1].lower in {"posted", "published", "released"}
    return number - cut


def _ends_object(words: Words, first: int, number: int) -> bool:
    groups, lower = english_cues().groups, words[number].lower
    if lower in BEHIND or lower in groups["auxiliaries"]:
        return True
    told = any(
        words[n].alphabetic and words[n].lower not in groups["determiners"]
        for n in range(first, number)
    )
    return told and (lower in {"here", "in", "on", "at", "during", "to"} or lower in groups["days"])
