"""Who stands behind an English verb, or behind according to."""

from indexes.quotes.english_cues import english_cues
from indexes.quotes.english_mentions import is_title
from indexes.quotes.english_source import (
    ALONE,
    CLAUSAL,
    LONG,
    STOPS,
    Source,
    abbreviates,
    common,
    named,
)
from indexes.quotes.english_subject import DASHES
from indexes.quotes.quote import SpeakerKind
from indexes.quotes.words import Words

OBJECTS = frozenset({"him", "her", "them"})  # according to him
PLACED = frozenset({"in", "at", "for", "of"})
BEHIND = frozenset(
    {"who", "which", "whose", "that", "when", "as", "after", "while", "if", "but", "because"}
    | {"citing", "during"}
)
ENDS = PLACED | {"who", "on", "during", "told"}
INSIDE = frozenset({"of", "for", "from", "by", "at", "in", "on"})


def object_of(words: Words, first: int, highest: int) -> Source | None:
    """The source that begins at a word: behind said, or according to."""
    first = _past_age(words, first, highest)
    if first >= highest:
        return None
    if short := _short(words, first, highest):
        return short
    stop = _object_stop(words, first, highest)
    return _whole(words, first, stop, highest) if stop > first else None


def _whole(words: Words, first: int, stop: int, highest: int) -> Source | None:
    """The source in some words, or the name behind them."""
    groups, word, last = english_cues().groups, words[first], stop - 1
    inside = any(words[number].lower in INSIDE for number in range(first, stop))
    if not inside and (words[last].capital or words[last].text == "."):
        return named(words, last, first)
    small = word.lower in groups["determiners"] or not word.capital
    if small or is_title(word.lower):
        name = None if _many(words, last) else _apposed(words, stop, highest)
        name = name or _called(words, first, stop)
        if name or small:
            return name or _described(words, first, stop)
    if held := _held(words, first, stop):
        return held
    run = first
    while run + 1 < stop and (words[run + 1].capital or words[run + 1].text == "."):
        run += 1
    if run + 1 < stop and words[run + 1].lower in {"of", "for"} and _body(words, first, run):
        return Source(first, stop, SpeakerKind.BODY, first)
    if run + 1 < stop and _people(words, last):
        return _described(words, first, stop)
    return named(words, run, first)


def _past_age(words: Words, first: int, highest: int) -> int:
    """The name behind an age: said 43-year-old Ann Lee."""
    aged = first + 3 < highest and words[first + 2].text == "year-old"
    return first + 3 if aged and words[first + 3].capital else first


def _short(words: Words, first: int, highest: int) -> Source | None:
    """A pronoun, or the 54-year-old."""
    lower = words[first].lower
    alone = first + 1 >= highest or not words[first + 1].alphabetic
    if lower in english_cues().groups["pronouns"] - ALONE or (lower in OBJECTS and alone):
        return Source(first, first + 1, SpeakerKind.PRONOUN, first)
    aged = [each.text for each in words[first + 3 : first + 4]] == ["year-old"]
    return Source(first, first + 4, SpeakerKind.PHRASE, first) if aged else None


def _many(words: Words, number: int) -> bool:
    """Whether a word is of several people or of a document: officials, police, report."""
    lower, groups = words[number].lower, english_cues().groups
    several = lower.endswith("s") or lower in groups["documents"] | {"police", "people"}
    return several and not words[number].capital


def _described(words: Words, first: int, stop: int) -> Source | None:
    """All of some words, where they are no name: two officials from Leeds."""
    clause = words[first].lower in CLAUSAL  # says it's huge
    source = None if clause else common(words, stop - 1, first)
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
    ends = last + 1 >= highest or not words[last + 1].alphabetic or words[last + 1].lower in ENDS
    return named(words, last, first) if last > first and ends else None


def _called(words: Words, first: int, stop: int) -> Source | None:
    """The name between what somebody is and whence he comes: said fire chief Ann Lee of Leeds."""
    begin = next((n for n in range(first, stop) if words[n].capital), stop)
    last = begin
    while last + 1 < stop and words[last + 1].capital:
        last += 1
    plain = first < begin < last and is_title(words[begin - 1].lower)
    ends = last + 1 >= stop or words[last + 1].lower in PLACED | {"from"}
    return named(words, last, first) if plain and ends else None


def _held(words: Words, first: int, stop: int) -> Source | None:
    """The name behind an office of a body: House of Commons member Ann Lee."""
    begin = stop
    while begin > first and words[begin - 1].capital:
        begin -= 1
    office = first < begin < stop - 1 and is_title(words[begin - 1].lower)
    return named(words, stop - 1, begin) if office else None


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
