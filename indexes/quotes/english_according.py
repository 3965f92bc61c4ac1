"""What is so according to somebody, in front of it or behind it."""

from indexes.quotes.english_draft import EnglishDraft, Verb
from indexes.quotes.english_drafting import EnglishDrafting, starting
from indexes.quotes.english_ending import DASHES, Region, ending
from indexes.quotes.english_object import object_of
from indexes.quotes.english_relaying import cited
from indexes.quotes.english_source import Source, named

FEWEST = 3  # words of what stands before its cue
VIEWS = frozenset({"view", "opinion", "words", "estimation", "reckoning", "telling"})
FAR = 20  # words of who somebody is


def according(
    drafting: EnglishDrafting, region: Region, used: frozenset[int]
) -> EnglishDraft | None:
    """According to Tolliver, it is closed; It is closed, according to Tolliver."""
    words = drafting.words
    for number in range(region.first, region.stop - 2):
        two = words[number].lower, words[number + 1].lower
        if two != ("according", "to") or number in used or not region.free(number):
            continue
        source = object_of(words, number + 2, region.stop)
        if source is None:
            return None
        verb = Verb(number, number + 2, "according to")
        begin = starting(words, region.begin(number), number)
        if number - begin < FEWEST:
            return _before(drafting, verb, source, region)
        if not used.isdisjoint(range(begin, number)):
            return None
        end = number - 1 if words[number - 1].text in DASHES | {","} else number
        return drafting.draft(verb, source, (begin, end), "according-behind")
    return None


def viewed(drafting: EnglishDrafting, region: Region) -> EnglishDraft | None:
    """In Tolliver's view, it is closed."""
    words, first = drafting.words, region.first
    limit = min(region.stop - FEWEST, first + FAR)
    for number in range(first + 2, limit):
        if words[number].lower not in VIEWS or words[number + 1].text != ",":
            continue
        owner = words[number - 1].lower.endswith("'s") and words[first].lower == "in"
        source = named(words, number - 1, first + 1) if owner else None
        place = number + 2, ending(words, number + 2, region)
        verb = Verb(number, number + 1, words[number].lower)
        return drafting.draft(verb, source, place, "according-before") if source else None
    return None


def _before(
    drafting: EnglishDrafting, verb: Verb, source: Source, region: Region
) -> EnglishDraft | None:
    words, stop = drafting.words, region.end(verb.first)
    limit = min(stop, source.stop + FAR)
    comma = next((n for n in range(source.stop, limit) if words[n].text == ","), limit)
    if comma + 2 >= stop:
        return None
    if origin := cited(words, comma + 1, stop):
        comma = next((n for n in range(origin.stop, stop) if words[n].text == ","), stop)
        if comma + 2 >= stop:
            return None
    place = comma + 1, ending(words, comma + 1, region)
    return drafting.draft(verb, source, place, "according-before")
