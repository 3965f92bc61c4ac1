"""The names in an English text: runs of capitals without the titles before them."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from indexes.quotes.english_cues import english_cues
from indexes.quotes.words import Word, Words

PARTICLES = frozenset(
    {"de", "van", "von", "der", "den", "al", "bin", "la", "da", "di", "del", "el", "ben"}
)
SUFFIXES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"})
HEADLINE, CROWDED = 4, 0.6  # words of a headline, and the share of them with a capital
OPENS = frozenset({".", "!", "?", "”", '"', "“", "-", "–", "—"})
LONGEST = 6  # words of one name


@dataclass(frozen=True, slots=True)
class Mention:
    """Words with capitals that name somebody or something: numbers of words, `stop` excluded."""

    first: int
    stop: int
    start: int
    end: int
    words: tuple[str, ...]
    titles: frozenset[str]  # that stand before it, in small letters, without dots


def mentions_of(words: Words) -> list[Mention]:
    """Every name in a text, those of its headlines left out."""
    found: list[Mention] = []
    for first, stop in _lines(words):
        capitals = sum(word.capital for word in words[first:stop])
        longer = sum(word.alphabetic for word in words[first:stop])
        headline = longer >= HEADLINE and capitals >= CROWDED * longer
        if not headline or words[stop - 1].text in {"”", '"'}:
            found += _in_line(words, first, stop)
    return found


def _lines(words: Words) -> Iterator[tuple[int, int]]:
    first = 0
    for number in range(1, len(words) + 1):
        ends = number == len(words)
        if ends or "\n" in words.text[words[number - 1].end : words[number].start]:
            yield first, number
            first = number


def _in_line(words: Words, number: int, count: int) -> list[Mention]:
    found: list[Mention] = []
    while number < count:
        if not words[number].capital:
            number += 1
            continue
        stop = _run(words, number)
        found += _named(words, number, stop)
        number = stop
    return found


def _run(words: Words, first: int) -> int:
    """Where the capitals end that stand together; a dot belongs to an initial or a title."""
    text, number = words.text, first + 1
    while number < len(words):
        word, last = words[number], words[number - 1]
        gap = text[last.end : word.start]
        if "\n" in gap or len(gap) > 1 or last.lower.endswith("'s"):
            break
        if (
            (
                word.text == "."
                and (len(last.text) == 1 or is_title(last.lower) or last.lower in SUFFIXES)
            )
            or (word.capital and word.alphabetic)
            or (word.lower in PARTICLES and number + 1 < len(words) and words[number + 1].capital)
        ):
            number += 1
        else:
            break
    return number


def _named(words: Words, first: int, stop: int) -> list[Mention]:
    """The name in a run of capitals, without the titles before it."""
    begin, groups = first, english_cues().groups
    small = groups["breaks"] | groups["determiners"] | groups["prepositions"]
    while first < stop and (
        is_title(words[first].lower) or words[first].text == "." or words[first].lower in small
    ):
        first += 1
    first = max(first, behind_field(words, first, stop))
    if first < stop and words[stop - 1].text == "." and words[stop - 2].lower not in SUFFIXES:
        stop -= 1
    for number in range(stop - 2, first, -1):  # Clinton campaign spokesman Brian, Clinton Chairman
        if is_title(words[number].lower):
            first = number + 1
            break
    while first < stop and words[first].text == ".":
        first += 1
    callings = {words[first].lower} if is_calling(words, first, stop) else set()
    first += len(callings)
    if (
        first >= stop
        or stop - first > LONGEST
        or words[first].lower in groups["pronouns"] | groups["days"]
    ):
        return []
    names = tuple(_bare(w.lower) for w in words[first:stop] if w.text != ".")
    start, end = words[first].start, words[stop - 1].end
    end -= len(words[stop - 1].lower) - len(_bare(words[stop - 1].lower))
    near = words[max(0, begin - 2) : first]
    titles = callings.union(w.lower.rstrip(".") for w in near if is_title(w.lower))
    return [Mention(first, stop, start, end, names, frozenset(titles))]


def _bare(word: str) -> str:
    return word.removesuffix("'s")


def is_title(word: str) -> bool:
    """Whether a word in small letters stands before names and is no part of them."""
    return word.rstrip(".") in english_cues().groups["titles"]


def behind_field(words: Words, first: int, stop: int) -> int:
    """Where the name begins behind an office and its field: head of the Tax Division Ann Lee."""
    groups = english_cues().groups
    fields, joins = groups["bodies"] | groups["fields"], {"of", "for", "at", "to"}
    before = first - 1 - (words[first - 1].lower == "the")
    if before < 1 or words[before].lower not in joins or not is_title(words[before - 1].lower):
        return first
    if stop <= first or words[stop - 1].lower in fields:
        return first
    ends = (n + 1 for n in range(first, stop - 1) if words[n].lower in fields or _short(words[n]))
    return max([first, *ends])


def _short(word: Word) -> bool:
    """Whether a word is a body by its initials: UN."""
    return len(word.text) > 1 and word.text.isupper() and word.text.isalpha()


def is_calling(words: Words, first: int, stop: int) -> bool:
    """Whether a name at the start of a sentence begins with what somebody does: Farmer Ann Lee."""
    if stop - first <= 2:
        return False
    word, given = words[first].lower, _given()
    opens = (
        first == 0 or words[first - 1].text in OPENS or words.text[words[first].start - 1] == "\n"
    )
    called = words[first + 1].lower in given or word.endswith(_callings())
    return opens and word not in given and called


@cache
def _given() -> frozenset[str]:
    groups = english_cues().groups
    return groups["men"] | groups["women"]


@cache
def _callings() -> tuple[str, ...]:
    return tuple(english_cues().groups["callings"])
