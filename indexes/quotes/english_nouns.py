"""What is said with a noun: his claim that the bridge is closed."""

from collections.abc import Iterator
from dataclasses import replace

from indexes.quotes.english_cues import english_cues
from indexes.quotes.english_draft import EnglishDraft, Verb
from indexes.quotes.english_drafting import EnglishDrafting
from indexes.quotes.english_ending import Region, ending
from indexes.quotes.english_source import Source, named
from indexes.quotes.quote import QuoteClass, SpeakerKind

OWN = frozenset({"his", "her", "their"})
NEAR = 4  # words of an owner, and of what tells more of a noun
CLASSES = {
    **dict.fromkeys(("belief", "view", "fear", "fears", "concern", "concerns"), QuoteClass.BELIEF),
    **dict.fromkeys(("promise", "pledge", "vow", "announcement"), QuoteClass.ANNOUNCEMENT),
    "hope": QuoteClass.WISH,
}


def nouns(drafting: EnglishDrafting, region: Region) -> Iterator[EnglishDraft]:
    """What is so by a claim, a belief, a promise of somebody."""
    words, spoken = drafting.words, english_cues().groups["said"]
    for number in range(region.first + 1, region.stop - 3):
        if words[number].lower not in spoken or words[number + 1].lower != "that":
            continue
        source = _owner(drafting, number, region)
        if source is None or not region.free(number):
            continue
        verb = Verb(number, number + 1, words[number].lower)
        place = number + 2, ending(words, number + 2, region)
        if place[1] - place[0] > 1:
            draft = drafting.draft(verb, source, place, "reported-noun")
            yield replace(draft, quote_class=CLASSES.get(verb.form, QuoteClass.SPEECH))


def _owner(drafting: EnglishDrafting, number: int, region: Region) -> Source | None:
    words = drafting.words
    for place in range(number - 1, max(region.first, number - NEAR) - 1, -1):
        lower = words[place].lower
        if lower in OWN:
            return Source(place, place + 1, SpeakerKind.PRONOUN, place)
        if lower.endswith("'s") and words[place].capital:
            first = place
            while first > region.first and (
                words[first - 1].capital or words[first - 1].text == "."
            ):
                first -= 1
            return named(words, place, first)
        if not words[place].alphabetic or lower in english_cues().groups["determiners"]:
            return None
    return None
