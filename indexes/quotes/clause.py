"""Whoever begins a clause: past the words that open it, before a second verb, behind dan."""

import re

from indexes.name_words import name_words
from indexes.quotes.cues import cues
from indexes.quotes.heads import THESE
from indexes.quotes.phrase import Phrase, Phrases
from indexes.quotes.phrase_stop import DOES
from indexes.quotes.quote import SpeakerKind

DATED = 12  # words of a day between commas
POINTING = THESE | {"ini", "terpisah", "sama", "senada"}  # what goes on with an opener
VERB = re.compile(r"(?:me|ber)\w{3,}")
DONE = frozenset({"telah", "sudah", "akan", "sedang", "masih", "belum", "tidak", "bisa", "dapat"})


def opened(phrases: Phrases, begin: int, end: int) -> int:
    """The first word past those that open a sentence: Sementara itu, Adapun."""
    words, groups = phrases.words, cues().phrases
    if begin + 1 < end and words[begin].lower in groups["weekdays"]:
        begin += 2 * (words[begin + 1].lower == "dan")  # …, Minggu dan Schuster mengatakan
    while begin < end and words[begin].lower in groups["openers"]:
        if words[begin].lower in groups["pronouns"]:
            return begin
        named = words[begin].lower in groups["people"] and begin + 1 < end
        if named and words[begin + 1].text != ",":
            return begin
        begin += 1
        if begin < end and words[begin].lower in POINTING:
            begin += 1
    return begin


def second(phrases: Phrases, first: int, stop: int) -> Phrase | None:
    """… telah melarang impor unggas dan Interfax mengatakan: who begins a second clause."""
    words = phrases.words
    last = next((n for n in range(stop - 1, first, -1) if words[n].lower == "dan"), None)
    if last is None or last + 1 >= stop:
        return None
    found = phrases.at(last + 1, stop)
    did = any(word.lower in DONE or DOES.fullmatch(word.lower) for word in words[first:last])
    return found if found and found.stop == stop and did else None


def joined(phrases: Phrases, first: int, stop: int) -> Phrase | None:
    """… dan meminta: the one whom the clause begins with."""
    found = phrases.at(opened(phrases, _unframed(phrases, first, stop), stop), stop)
    found = found or phrases.at(opened(phrases, first, stop), stop)
    if found is None:
        return None
    rest = phrases.words[_closed(phrases, found.stop, stop) : stop]
    parted = stop > first and phrases.words[stop - 1].text == ","  # …, dengan mengatakan
    if any(word.lower == "yang" for word in rest) and not (parted and _acts(phrases, found, stop)):
        return None
    known = found.kind is SpeakerKind.PRONOUN or proper(phrases, found)
    return _bare(phrases, found) if known or _acts(phrases, found, stop) else None


def _bare(phrases: Phrases, found: Phrase) -> Phrase:
    """Kadyrov, yang memimpin provinsi itu: the name alone."""
    words = phrases.words
    for number in range(found.first, found.stop - 1):
        if words[number].text == "," and words[number + 1].lower == "yang":
            return phrases.at(found.first, number) or found
    return found


def _closed(phrases: Phrases, number: int, stop: int) -> int:
    """Behind what tells of somebody between commas: Kadyrov, yang memimpin provinsi itu, …."""
    words = phrases.words
    if number + 1 >= stop or (words[number].text, words[number + 1].lower) != (",", "yang"):
        return number
    return next((n + 1 for n in range(number + 2, stop) if words[n].text == ","), number)


def _unframed(phrases: Phrases, first: int, stop: int) -> int:
    """Behind where and when a clause begins with, and a comma: Dalam pidato di Wina, Budi …."""
    words = phrases.words
    if words[first].lower not in cues().phrases["adjuncts"] | cues().phrases["openers"]:
        return first
    comma = next((n for n in range(first, min(stop, first + DATED)) if words[n].text == ","), None)
    return first if comma is None else comma + 1


def _acts(phrases: Phrases, found: Phrase, stop: int) -> bool:
    """Whether a verb stands right behind a phrase: juru bicara itu menolak …, tetapi …."""
    after = found.stop
    after += after < stop and phrases.words[after].text == ","
    after += after < stop and phrases.words[after].lower in cues().phrases["weekdays"]
    return after < stop and bool(VERB.fullmatch(phrases.words[after].lower))


def proper(phrases: Phrases, found: Phrase) -> bool:
    """Whether a phrase is a person, with no more than an office before the name."""
    if found.person is None:
        return found.kind is SpeakerKind.NAME
    opening = phrases.words[found.first]
    office = name_words().titles | cues().phrases["people"]
    begins = found.person.start == opening.start or opening.lower in office
    return bool(found.person.sure) and begins
