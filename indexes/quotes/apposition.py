"""Whether who is named goes on behind a comma: an office behind a name, or a name behind it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from indexes.name_words import name_words
from indexes.quotes.cast import GIVEN, Cast, Person
from indexes.quotes.cues import cues
from indexes.quotes.heads import head, somebody
from indexes.quotes.words import Words

LIST = 6  # words from a comma to the end of a list
PLACED = 6  # words of a place with its preposition
BODY = 7  # words of the name of a body and the comma behind it
AHEAD = 12  # words that may stand between an office and the name
NEAR, FAR = 80, 60  # characters of a name, and to a name behind a comma
VERB = re.compile(r"(?:me|ber|ter|di)\w{4,}")


@dataclass(frozen=True, slots=True)
class Apposition:
    """Reads what stands round a comma in a phrase."""

    words: Words
    cast: Cast

    def goes_on(self, first: int, comma: int, limit: int) -> bool:
        """Whether who is named goes on behind a comma: an office behind a name, or a name."""
        if comma + 1 >= limit:
            return False
        after = self.words[comma + 1]
        if self.listed(first, comma):
            return True
        if after.lower == "dan" and self.words[first].capital:
            return not self.named(first, comma - 1) and self.name_follows(comma + 1)
        if after.lower in name_words().dotted and self.name_follows(comma):
            return True
        start, end = self.words[first].start, self.words[comma].start
        people = self.cast.between(start, end)
        if people and (people[-1].end == end or self.words[comma - 1].text == ")"):
            return self._after_name(people, first, comma)
        of = head(self.words, first)
        if of in cues().phrases["naming_bodies"] and self._body(comma + 1):
            return True
        titled = after.lower == "mantan" and self.name_follows(comma)
        near = titled or (after.capital and self._person_at(after.start, FAR))
        if near and self.lies(comma):
            return False
        roles = [of, *(w.lower for w in self.words[first:comma] if not w.capital)]
        return near and any(map(somebody, roles))

    def listed(self, first: int, comma: int) -> bool:
        """Whether the name of a body goes on: Badan Meteorologi, Klimatologi, dan Geofisika."""
        near = self.words[comma + 1 : comma + LIST]
        last = next((n for n, word in enumerate(near[:-1]) if word.lower in {"dan", "serta"}), -1)
        named = all(word.capital or word.text == "," for word in near[:last])
        head_of = self.words[first].lower in name_words().bodies
        goes_on = last >= 0 and near[last + 1].capital
        return goes_on and named and head_of and self.words[comma - 1].capital

    def lies(self, comma: int) -> bool:
        """Whether a single word behind a comma says where a place lies: di Portland, Oregon."""
        back = self.words[max(0, comma - PLACED) : comma]
        alone = not self.words[comma + 2].capital if comma + 2 < len(self.words) else True
        after = self.words[comma + 1]
        sure = any(p.sure == GIVEN for p in self.cast.between(after.start, after.end))
        titled = after.lower in name_words().titles
        placing = any(word.lower in {"di", "dari", "asal"} for word in back)
        return placing and back[-1].capital and alone and not sure and not titled

    def _body(self, number: int) -> bool:
        """Whether a name between commas stands there: harian lokal, Suara Sarwa, …."""
        near = self.words[number : number + BODY]
        end = next((n for n, word in enumerate(near) if word.text == ","), 0)
        name = near[:end]
        other = cues().phrases["weekdays"] | name_words().places
        return bool(name) and all(word.capital and word.lower not in other for word in name)

    def _after_name(self, people: Sequence[Person], first: int, comma: int) -> bool:
        """Whether behind a name and a comma an office comes, or the one who is really meant."""
        after = self.words[comma + 1]
        if not people[-1].sure and after.capital and self._person_at(after.start, FAR):
            return True
        relations = cues().phrases["relations"]
        related = any(word.lower in relations for word in self.words[first:comma])
        led = people[0].start != self.words[first].start
        # juru bicara Macan Hitam, Rudi Hartono; dokter pribadi Burhan, Lie Hok Tjwan
        unsure = people[-1].sure < GIVEN or len(people[-1].words) == 1
        if related and led and after.capital and self._person_at(after.start, 0):
            return True
        if unsure and led and self.full_name_at(after.start):
            return True
        if after.lower == "salah" and comma + 3 < len(self.words):
            of = self.words[comma + 3].lower  # salah satu pendiri, but: salah satu penyebab
            if of in cues().phrases["people"] or of in name_words().titles:
                return True
        if after.lower in {"seorang", "yang", "mantan"}:
            return True
        return after.lower in name_words().titles and not self._acts(comma + 2)

    def _acts(self, number: int) -> bool:
        """Whether a verb stands there, so that a clause begins: …, korban sempat berteriak."""
        word = self.words[number].lower if number < len(self.words) else ""
        return bool(VERB.fullmatch(word)) or word in cues().phrases["adverbs"]

    def full_name_at(self, start: int) -> bool:
        """Whether a name of several words begins at a place of the text."""
        people = self.cast.between(start, start + NEAR)
        return any(p.start == start and len(p.words) > 1 for p in people)

    def _person_at(self, start: int, within: int) -> bool:
        people = self.cast.between(start, start + NEAR + within)
        return any(p.start <= start + within for p in people)

    def named(self, first: int, number: int) -> bool:
        """Whether the name of a person ends with a word of the phrase that begins at `first`."""
        start, end = self.words[first].start, self.words[number].end
        return any(p.end == end and p.sure for p in self.cast.between(start, end))

    def name_follows(self, number: int) -> bool:
        """Whether the name comes behind a place: jurubicara kementerian di Teheran …."""
        for place in range(number + 1, min(len(self.words), number + AHEAD)):
            word = self.words[place]
            if word.text in "()":
                continue
            if not word.alphabetic or word.lower in cues().verbs:
                return False
            if self.sure_at(word.start):
                return True
        return False

    def sure_at(self, start: int) -> bool:
        """Whether the name of a person begins at a place of the text."""
        return any(p.start == start and p.sure for p in self.cast.between(start, start + NEAR))
