"""The medium that a whole sentence came through: Dilansir dari AFP, Kamis, …."""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from indexes.quotes.content import FEWEST, Content
from indexes.quotes.cues import cues
from indexes.quotes.draft import Draft
from indexes.quotes.drafting import Drafting
from indexes.quotes.phrase import Phrase, Phrases
from indexes.quotes.quote import SpeakerKind

ACTIVE = frozenset({"melansir", "menyitat"})
FAR = 16  # words of a medium and a day
PAGES = frozenset({"laman", "situs", "akun", "unggahan", "siaran", "rilis", "kanal"})


class Carrier(NamedTuple):
    """Who it is, and by number its cue and the word behind the comma."""

    medium: Phrase
    cue: int
    begin: int


def carried_by(
    drafting: Drafting, content: Content, place: tuple[int, int], found: Sequence[Draft]
) -> list[Draft]:
    """What a sentence reports, with the medium that it begins with; else all as that one's."""
    phrases, (first, stop) = drafting.phrases, place
    through = _carrier(phrases, content, first, stop)
    if through is None or drafting.marked(through.medium.start):
        return list(found)
    start = phrases.words[through.begin].start
    inner = [
        replace(each, via=(*each.via, through.medium)) for each in found if each.start >= start
    ]
    end, via = content.end(through.begin, stop)
    if inner or end - through.begin < FEWEST or drafting.quoted(start):
        return inner
    made = drafting.draft((through.begin, end), through.cue, through.medium, "according.first")
    return [replace(made, via=via)]


def _carrier(phrases: Phrases, content: Content, first: int, stop: int) -> Carrier | None:
    """The medium that a sentence of the words `first` to `stop` begins with."""
    words = phrases.words
    if first >= stop:
        return None
    cue = first + (words[first].lower in cues().phrases["like"])
    if cue + 2 >= stop or words[cue].lower not in cues().cited | ACTIVE:
        return None
    begin = cue + 1
    while begin < stop and words[begin].lower in {"dari", "oleh"}:
        begin += 1
    medium = phrases.at(begin, stop)
    if medium is None or not (_public(medium) or words[begin].lower in PAGES):
        return None
    near = range(medium.stop, min(stop - 1, medium.stop + FAR))
    comma = next(
        (n for n in near if words[n].text == "," and not content.within_frame(n, stop)), None
    )
    return None if comma is None else Carrier(medium, cue, comma + 1)


def _public(medium: Phrase) -> bool:
    return medium.kind in {SpeakerKind.BODY, SpeakerKind.DOCUMENT, SpeakerKind.NAME}
