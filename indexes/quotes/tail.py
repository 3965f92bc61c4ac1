"""What stands behind the one who speaks: to whom it was said, and through whom the words came."""

from dataclasses import dataclass

from indexes.quotes.cues import cues
from indexes.quotes.phrase import Phrase, Phrases
from indexes.quotes.quote import QuoteClass, SpeakerKind

TO = frozenset({"kepada", "pada", "terhadap"})
FAR = 40  # words


@dataclass(frozen=True, slots=True)
class Tail:
    """The hearer, the media from the inner to the outer one, and the origin that they cite."""

    addressee: tuple[int, int] | None = None
    via: tuple[Phrase, ...] = ()
    origin: Phrase | None = None
    cue: tuple[int, int] | None = None  # of the origin


def tail(phrases: Phrases, first: int, stop: int) -> Tail:
    """Read the words from `first` to `stop`, behind who is named beside the cue."""
    words = phrases.words
    addressee, via, origin, cue = None, [], None, None
    number, limit = first, min(stop, first + FAR)
    while number < limit:
        word = words[number]
        found = _named(phrases, number, limit)
        if found is None:
            number += 1
            continue
        if word.lower in TO:
            addressee = addressee or (found.start, found.end)
        elif word.lower in cues().citing:
            origin, cue = found, (word.start, word.end)
        else:
            via.append(found)
        number = found.stop
    return Tail(addressee, tuple(via), origin, cue)


def _named(phrases: Phrases, number: int, limit: int) -> Phrase | None:
    """Who is named behind a word that tells of a hearer, a medium or an origin."""
    word = phrases.words[number].lower
    if word in TO:
        found = phrases.at(number + 1, limit)
        return found if found and hears(phrases, found, word) else None
    if word in cues().citing:
        return phrases.at(number + 1, limit)
    if not carried(phrases, number) and word != "menurut":
        return None
    begin = number + 1
    while begin < limit and phrases.words[begin].lower in {"oleh", "dari"}:
        begin += 1
    dated = begin < limit and phrases.words[begin].lower in cues().phrases["weekdays"]
    return None if dated else phrases.at(begin, limit)  # dikutip Selasa (21/1)


def carried(phrases: Phrases, number: int) -> bool:
    """Whether a word tells that a medium carried the words: dikutip, seperti dilaporkan."""
    word, known = phrases.words[number].lower, cues()
    like = number > 0 and phrases.words[number - 1].lower in known.phrases["like"]
    told = known.passives.get(word) is QuoteClass.REPORT
    return word in known.cited or (told and like)


def hears(phrases: Phrases, found: Phrase, word: str) -> bool:
    """Whether somebody behind kepada or pada is told something, and is no place or meeting."""
    if found.kind in {SpeakerKind.PRONOUN, SpeakerKind.DOCUMENT}:
        return False
    opening = phrases.words[found.first].lower
    return word == "kepada" or opening in cues().phrases["hearers"]
