"""What stands behind an English verb of saying: who heard it, and where what is said begins."""

from collections.abc import Sequence
from dataclasses import dataclass

from indexes.quotes.english_cues import Frame, english_cues
from indexes.quotes.english_draft import Verb, span
from indexes.quotes.english_ending import DASHES, ENDS
from indexes.quotes.english_object import object_of
from indexes.quotes.english_relaying import cited
from indexes.quotes.english_source import Source
from indexes.quotes.english_subject import OPENERS
from indexes.quotes.marks import Marked
from indexes.quotes.quote import QuoteClass, SpeakerKind
from indexes.quotes.words import Words

FAR = 14  # words of a hearer, or of where it was said
CLOSED = frozenset({"for", "in", "on", "upon", "to", "out", "off", "up", "into", "from"})
NO_CLAUSE = frozenset({"of", "and", "or", "but", "so", "to", "for", "by", "from", "as", "with"})
PEOPLE = frozenset({"he", "she", "they", "it", "there", "i", "we"})
ANAPHORS = frozenset({"it", "this", "them", "him", "her"})
NAMED = 4  # words of a name between commas
WHEN = 3  # words that tell when before what is denied or announced
AGENCIES = frozenset({"reuters", "afp", "ap", "bbc", "cnn", "xinhua", "antara", "bloomberg"})
JOINS = frozenset({"that", "who", "which", "where", "to", "since", "so", "but", "because", "when"})
AGAIN = frozenset({"here", "again", "afterwards", "afterward", "separately"})
THERE = frozenset(
    {"in", "on", "at", "during", "after", "to", "before", "earlier", "outside", "through"}
)


@dataclass(frozen=True, slots=True)
class Opened:
    """Where what is said begins, the frame of its verb, and how that was seen."""

    number: int
    frame: Frame
    rule: str


@dataclass(frozen=True, slots=True)
class Opening:
    """Reads on from a verb."""

    words: Words
    stretches: Sequence[Marked]

    def heard(self, verb: Verb, stop: int) -> tuple[tuple[int, int] | None, int]:
        """Who was told, and the word behind."""
        words, first, groups = self.words, verb.stop, english_cues().groups
        if first >= stop:
            return None, first
        told = verb.form.startswith(("tell", "told"))
        if words[first].text == "," and (origin := cited(words, first + 1, stop)):
            ends = origin.stop < stop and words[origin.stop].text == ","
            return None, origin.stop + ends
        if told or (
            verb.fits(Frame.HEARER) and words[first].lower not in groups["complementisers"]
        ):
            limit = min(stop, first + FAR)
            number = next((n for n in range(first, limit) if self._ends_hearer(n, first)), limit)
            tensed = any(w.lower in groups["auxiliaries"] for w in words[first:number])
            heard = first < number < limit and not tensed
            return (span(words, first, number), number) if heard else (None, first)
        if first + 1 < stop and words[first].lower == "to":
            hearer = words[first + 1]
            known = hearer.capital or hearer.lower in groups["hearers"]
            source = object_of(words, first + 1, stop) if known else None
            if source:
                return span(words, source.first, source.stop), source.stop
        return None, first

    def _ends_hearer(self, number: int, first: int) -> bool:
        words, groups = self.words, english_cues().groups
        lower = words[number].lower
        if words[number].text == "," or lower == "to":
            return True
        if lower in groups["complementisers"] - {"who", "which"}:
            return True
        if lower in groups["days"] and words[number - 1].text not in OPENERS:
            return True
        behind = {"in", "on", "at", "during", "about", "for"}
        openers = groups["clause_openers"] - {"the", "a", "an", "no"}
        before = words[number - 1].lower
        small = groups["prepositions"] | {"outside", "inside", "following", "ahead"}
        if lower in {"the", "a", "an", "two", "three"} and before not in small:
            return number > first
        if number > first and words[first].lower in AGENCIES and not words[number].capital:
            return True
        return number > first and lower in openers | behind

    def opened(self, verb: Verb, first: int, stop: int, source: Source) -> Opened | None:
        """Where what is said begins behind its verb, by what the verb may have."""
        number = self._past_occasion(first, stop)
        if number >= stop:
            return None
        groups, lower = english_cues().groups, self.words[number].lower
        if lower == ":" and verb.fits(Frame.CLAUSE) and self._capital(number + 1, stop):
            return Opened(number + 1, Frame.CLAUSE, "reported-that")
        if verb.fits(Frame.CLAUSE, Frame.THAT, Frame.HEARER):
            if lower == "that" and number + 2 < stop:
                return Opened(number + 1, Frame.CLAUSE, "reported-that")
            if lower in groups["complementisers"] - {"that"}:
                return Opened(number, Frame.CLAUSE, "reported-how")
        if number == first and (found := self._framed(verb, number, stop)):
            return found
        clause = verb.fits(Frame.CLAUSE)
        tensed = self._bare(number, stop) and self._tensed(number, stop)
        things = verb.fits(Frame.THING) and number - first <= WHEN
        shown = source.kind is SpeakerKind.DOCUMENT and verb.form in groups["shows"]
        if not (clause and tensed) and (things or shown) and self._thing(number, stop):
            return Opened(number, Frame.THING, "reported-thing")
        if not clause and not (verb.fits(Frame.HEARER) and first > verb.stop):
            return None
        plain = verb.form in groups["plain"] and self._bare(number, stop)
        return Opened(number, Frame.CLAUSE, "reported-bare") if tensed or plain else None

    def _capital(self, number: int, stop: int) -> bool:
        return number < stop and self.words[number].capital

    def _framed(self, verb: Verb, number: int, stop: int) -> Opened | None:
        """What is asked of somebody, what he is called, what is to be done."""
        if verb.fits(Frame.ASKED) and (found := self._asked(verb, number, stop)):
            return found
        if verb.fits(Frame.INFINITIVE) and self.words[number].lower == "to":
            return Opened(number, Frame.INFINITIVE, "reported-to")
        return None

    def _asked(self, verb: Verb, number: int, stop: int) -> Opened | None:
        words = self.words
        if verb.form in {"call", "called", "calls", "calling"}:
            closed = words[number].lower in CLOSED or not words[number].alphabetic
            fits = not closed and (self._marked(number, stop) or self._renamed(number, stop))
            return Opened(number, Frame.ASKED, "reported-called") if fits else None
        if verb.fits(Frame.ASKED) and not self._hears(verb):
            named = self._marked(number, stop) and words[number].lower not in CLOSED
            return Opened(number, Frame.ASKED, "reported-called") if named else None
        wanted = "of" if verb.form.startswith("accus") else "to"
        if verb.stop < number < stop - 1 and words[number].lower == wanted:  # told them to go
            return Opened(number, Frame.ASKED, "reported-asked")
        for place in range(number + 1, min(stop, number + FAR + 2)):
            if words[place].lower == wanted:
                told = number > verb.stop  # who hears it stands before
                return Opened(place if told else number, Frame.ASKED, "reported-asked")
            apposed = words[place].text == "," and self._apposed(number, place, stop)
            if words[place].text in {",", ";"} and not apposed:
                break
        return None

    def _apposed(self, first: int, comma: int, stop: int) -> bool:
        """Whether a comma is one of two round a name: accused the operator, Norlines, of."""
        near = range(max(first, comma - NAMED), min(stop, comma + NAMED + 1))
        others = [n for n in near if n != comma and self.words[n].text == ","]
        between = range(min(comma, *others) + 1, max(comma, *others)) if others else range(0)
        return bool(between) and all(self.words[n].capital for n in between)

    def _hears(self, verb: Verb) -> bool:
        """Whether somebody is to do something, not only called something."""
        kind = english_cues().class_of(verb.form, Frame.ASKED)
        return kind in {QuoteClass.REQUEST, QuoteClass.BELIEF} or verb.form.startswith("accus")

    def _marked(self, number: int, stop: int) -> bool:
        start, end = span(self.words, number, stop)
        return any(each.start < end and start < each.end for each in self.stretches)

    def _renamed(self, number: int, stop: int) -> bool:
        """Whether a thing and what it is called come next: it a common ailment."""
        limit = min(stop, number + 6)
        return any(self.words[n].lower in {"a", "an"} for n in range(number + 1, limit))

    def _past_occasion(self, number: int, stop: int) -> int:
        """The word behind on Friday, in a statement, during a visit."""
        words, groups = self.words, english_cues().groups
        while number < stop and words[number].lower in groups["days"] | AGAIN:
            number += 1
        if number < stop and words[number].lower in THERE:
            limit = min(stop, number + FAR)
            places = (self._after(n, number, stop) for n in range(number + 1, limit))
            number = next((place for place in places if place is not None), number)
        return number + 1 if number < stop and words[number].text == "," else number

    def _after(self, place: int, first: int, stop: int) -> int | None:
        """Where a clause begins, if it does at a word behind an occasion."""
        words, groups = self.words, english_cues().groups
        lower, days = words[place].lower, groups["days"]
        told = words[place - 1].lower in groups["occasions"]
        if told and lower not in groups["prepositions"] and self._tensed(place, stop):
            return place
        if lower == "that" or words[place].text == "," or (lower in PEOPLE and place > first + 1):
            return place
        if lower in days - {"this", "last"} and place + 1 < stop:
            behind = days | groups["prepositions"] | {","}
            return place + 1 if words[place + 1].lower not in behind else None
        return None

    def _thing(self, number: int, stop: int) -> bool:
        word = self.words[number]
        small = english_cues().groups["prepositions"] | {"and", "or", "but", "to"}
        named = word.lower not in small | ANAPHORS and not word.lower.endswith("ly")
        return word.alphabetic and named and stop - number > 1

    def _bare(self, number: int, stop: int) -> bool:
        """Whether a clause may begin here though no word opens it."""
        word = self.words[number]
        if word.lower in PEOPLE and stop - number > 1:
            return True
        if word.lower == "about":
            return number + 1 < stop and self.words[number + 1].text[0].isdigit()
        if word.text in {",", ";", ":", "(", ")"} | ENDS | DASHES or word.lower in NO_CLAUSE:
            return False
        return has_verb(self.words, number, min(stop, number + 25))

    def _tensed(self, number: int, stop: int) -> bool:
        """Whether a clause with a tense begins here, surer than `has_verb`."""
        words, groups = self.words, english_cues().groups
        if words[number].lower in PEOPLE - {"it"}:
            return True
        for place in range(number + 1, min(stop, number + FAR)):
            lower = words[place].lower
            if words[place].text == "," or lower in JOINS:
                return False
            past = (lower.endswith("ed") or lower in groups["pasts"]) and not words[place].capital
            if past or lower in groups["auxiliaries"]:
                return True
        return False


def has_verb(words: Words, first: int, stop: int) -> bool:
    """Whether words have a verb, as far as lists and endings can tell."""
    cues = english_cues()
    return any(
        word.lower in cues.groups["auxiliaries"]
        or word.lower in cues.forms | cues.groups["pasts"]
        or (word.lower.endswith(("ed", "s")) and not word.capital)
        for word in words[first:stop]
    )
