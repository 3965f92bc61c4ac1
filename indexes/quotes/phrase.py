"""The words that name who speaks: where they begin and end, and the name in them."""

from collections.abc import Sequence
from dataclasses import dataclass

from indexes.name_words import name_words
from indexes.quotes.apposition import Apposition
from indexes.quotes.cast import GIVEN, Cast, Person
from indexes.quotes.cues import cues
from indexes.quotes.heads import THESE, again, head
from indexes.quotes.phrase_stop import PhraseStop
from indexes.quotes.quote import SpeakerKind
from indexes.quotes.unnamed import Unnamed
from indexes.quotes.words import Words

LONGEST = 30  # words
ALSO = frozenset({"alias", "atau", "disapa", "dipanggil"})  # before another name of somebody


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words `first` to `stop` (half-open, by number) that name a source; `name` is in them.

    `start`, `end` and `name` are places in the text, `canonical` is None for a pronoun.
    """

    first: int
    stop: int
    start: int
    end: int
    kind: SpeakerKind
    name: tuple[int, int]
    canonical: str | None
    person: Person | None = None


@dataclass(frozen=True, slots=True)
class Phrases:
    """Reads who is named at a place of an article."""

    words: Words
    cast: Cast

    def at(self, first: int, limit: int) -> Phrase | None:
        """The source that begins with word `first` and ends before `limit`; None if none does."""
        if first >= limit:
            return None
        opening = self.words[first]
        if opening.lower in cues().phrases["pronouns"]:
            return self._pronoun(first)
        stop = PhraseStop(self.words, self.cast).of(first, min(limit, first + LONGEST))
        return self._read(first, stop) if stop > first else None

    def anybody(self, first: int, limit: int) -> Phrase | None:
        """The words at a place where somebody has to be named, whatever they are."""
        stop = PhraseStop(self.words, self.cast).of(first, min(limit, first + LONGEST))
        if stop <= first or self.words[first].capital or not self.words[first].alphabetic:
            return None
        span = (self.words[first].start, self.words[stop - 1].end)
        return Phrase(first, stop, *span, SpeakerKind.PHRASE, span, self.cast.text[slice(*span)])

    def _pronoun(self, first: int) -> Phrase | None:
        word = self.words[first]
        if word.lower in {"saya", "kami", "kita"}:
            return None
        span = (word.start, word.end)
        return Phrase(first, first + 1, *span, SpeakerKind.PRONOUN, span, None)

    def _read(self, first: int, stop: int) -> Phrase | None:
        start, end = self.words[first].start, self.words[stop - 1].end
        if account := Unnamed(self.words, self.cast).account(first, stop):
            return Phrase(first, stop, start, end, *account)
        if again(self.words, first) and self._called(first, stop):
            return Phrase(first, stop, start, end, SpeakerKind.PHRASE, (start, end), None)
        medium = head(self.words, first) in cues().phrases["media"]
        bar = GIVEN if medium else 1 if self._placed(first, stop) else 0
        people = self._people(first, stop)
        if any(p.sure >= bar for p in people):
            return self._by_name(first, stop, people)
        found = Unnamed(self.words, self.cast).read(first, stop)
        return Phrase(first, stop, start, end, *found) if found else None

    def _people(self, first: int, stop: int) -> Sequence[Person]:
        """Who is named in a phrase, without what only looks like the name of a person."""
        start, end = self.words[first].start, self.words[stop - 1].end
        comma = next((n for n in range(first, stop) if self.words[n].text == ","), None)
        if comma and Apposition(self.words, self.cast).listed(first, comma):
            return []  # Badan Meteorologi, Klimatologi, dan Geofisika
        if self.words[first].lower in cues().phrases["plural"]:
            return []  # para ahli Maya
        once_more = self.words[stop - 1].lower in THESE  # pejabat Marokko itu
        return [
            person
            for person in self.cast.between(start, end)
            if (person.start == start or self._before(person) not in ALSO)
            and (
                person.sure == GIVEN
                or not (self._of_body(person, start) or (once_more and len(person.words) == 1))
            )
        ]

    def _before(self, person: Person) -> str:
        return self.words[self.words.at(person.start) - 1].lower

    def _called(self, first: int, stop: int) -> bool:
        """Perempuan yang akrab disapa Yu Tum itu: told by another name."""
        return any(word.lower in {"disapa", "dipanggil"} for word in self.words[first:stop])

    def _placed(self, first: int, stop: int) -> bool:
        """Whether somebody without a name is told to be from a body: narasumber dari Unit …."""
        small = not self.words[first].capital
        return small and any(word.lower in {"dari", "di"} for word in self.words[first:stop])

    def _of_body(self, person: Person, start: int) -> bool:
        """Whether a single word behind a small one is what a body is of: parlemen Korvania."""
        if len(person.words) > 1 or person.start == start:
            return False
        before = self.words[self.words.at(person.start) - 1]
        if before.lower in cues().phrases["naming_bodies"]:
            return True
        led = before.lower in name_words().titles or before.lower in name_words().dotted
        return before.alphabetic and not before.capital and not led

    def _by_name(self, first: int, stop: int, people: Sequence[Person]) -> Phrase:
        start, end = self.words[first].start, self.words[stop - 1].end
        person = self._speaker(people, first, stop)
        last = people[-1]
        office = self.words.between(start, person.start)
        related = any(word.lower in cues().phrases["relations"] for word in office)
        if last is not person and related and "," in self.cast.text[person.end : last.start]:
            person = last
        full = self.cast.canonical(person.text, person.start)
        office = self.words.between(start, person.start)
        last_word = office[-1].lower if office else ""
        belongs = last_word in cues().phrases["belonging"] and full != person.text
        if belongs or last_word in {"bagi", "untuk"}:
            span = (start, person.end)
            text = self.cast.text[slice(*span)]
            return Phrase(first, stop, start, end, SpeakerKind.PHRASE, span, text)
        kind = SpeakerKind.NAME if full == person.text else SpeakerKind.COREF
        return Phrase(first, stop, start, end, kind, (person.start, person.end), full, person)

    def _speaker(self, people: Sequence[Person], first: int, stop: int) -> Person:
        """Of several names the surest; in the office before a comma, the last."""
        words = self.words[first:stop]
        begin = words[0].start
        comma = next((word.start for word in words if word.text == ","), words[-1].end)
        nearest = [p for p in people if p.end <= comma]
        far = [p for p in people if p.start > comma and len(p.words) > 1 and p.sure]
        led = all(p.start > begin for p in nearest)
        if far and nearest and led and all(" " not in p.text or p.sure < GIVEN for p in nearest):
            return far[0]
        if nearest and nearest[0].start == begin and " " in nearest[0].text:
            return nearest[0]
        best = max(p.sure for p in people)
        sure = [p for p in nearest if p.sure == best]
        if sure:
            return sure[0] if people[0].start == begin else sure[-1]
        return next(p for p in people if p.sure == best)
