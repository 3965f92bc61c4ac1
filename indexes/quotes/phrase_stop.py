"""Where the words that name a source end: at when, where and to whom it was said."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from indexes.name_words import name_words
from indexes.quotes.cast import Cast, Person
from indexes.quotes.cues import cues
from indexes.quotes.heads import THESE, head, somebody
from indexes.quotes.words import Word, Words

BRACKET = 14  # words in brackets, at most
AHEAD = 12  # words that may stand between an office and the name
NEAR, FAR = 80, 60  # characters of a name, and to a name behind a comma
VERB = re.compile(r"(?:me|ber|ter|di)\w{4,}")
TOLD = frozenset({"kepada", "mengutip", "seperti", "sebagaimana", "berbicara"})
INITIAL = 2  # letters of an initial at most


@dataclass(frozen=True, slots=True)
class PhraseStop:
    """Walks on from the first word of a phrase."""

    words: Words
    cast: Cast

    def of(self, first: int, limit: int) -> int:
        """Behind the last word that belongs to the phrase; `first` where none does."""
        stop = self._walk(first, limit)
        trailing = cues().phrases["trailing"]
        while stop > first:
            last = self.words[stop - 1]
            if _closes(last) and (stop == first + 1 or last.lower not in trailing):
                break
            stop -= 1
        return stop

    def _walk(self, first: int, limit: int) -> int:
        number, named = first, False
        while number < limit:
            step = self._step(first, number, limit, named=named)
            if step <= 0:
                return number - step
            apposed = self.words[number].text == ","
            named = not apposed and (named or self._named(first, number))
            if self.words[number].lower == "yang" and not self._people(first, number):
                return self._relative(number + step, limit)
            number += step
        return number

    def _people(self, first: int, number: int) -> bool:
        """Whether somebody is named between two words."""
        start, end = self.words[first].start, self.words[number].start
        return any(person.sure for person in self.cast.between(start, end))

    def _relative(self, number: int, limit: int) -> int:
        """The end of what tells of somebody without a name: yang tak mau disebutkan namanya."""
        behind = [self._mark(n) or self.words[n].lower in TOLD for n in range(number, limit)]
        end = number + behind.index(True) if True in behind else limit
        reach = range(number, min(end + 1, len(self.words)))
        cued = [n for n in reach if self.words[n].lower in cues().verbs]
        if len(cued) > 1 and cued[0] == number:  # yang meminta namanya dirahasiakan mengatakan
            cued = cued[1:]
        return min(cued[0], end) if cued else end

    def _mark(self, number: int) -> bool:
        word = self.words[number]
        return not (word.alphabetic or word.text.isdigit())

    def _step(self, first: int, number: int, limit: int, *, named: bool) -> int:
        """How many words to go on; 0 to stop before this one, -1 to stop behind it."""
        word = self.words[number]
        if word.text == "(":
            return self._bracket(number, limit)
        if word.text == ",":
            return int(self._apposed(first, number, limit))
        if word.text == "&" or (word.text == "." and self._initial(number)):
            return 1
        if not (word.alphabetic or word.text[0] == "@" or word.text.isdigit()):
            return 0
        if word.capital:
            return int(not self._dated(word, first, number))
        if not self._breaks(first, number, named=named):
            return 1
        if word.lower not in THESE:
            return 0
        following = self.words[number + 1] if number + 1 < limit else None
        if following and following.text == "," and number + 2 < limit:  # jubir tim itu, Budi
            following = self.words[number + 2] if somebody(head(self.words, first)) else None
        return 1 if following and following.capital and self._sure_at(following.start) else -1

    def _initial(self, number: int) -> bool:
        """Whether a dot belongs to an initial or a short title: M., Prof., dr."""
        before = self.words[number - 1]
        short = len(before.text) <= INITIAL and before.capital
        return number > 0 and (short or before.lower in name_words().dotted)

    def _bracket(self, number: int, limit: int) -> int:
        """Over a pair of brackets; to the end where it does not close soon."""
        for place in range(number + 1, min(len(self.words), number + BRACKET)):
            if self.words[place].text == ")":
                return place + 1 - number
        return limit - number

    def _named(self, first: int, number: int) -> bool:
        start, end = self.words[first].start, self.words[number].end
        return any(p.end == end and p.sure for p in self.cast.between(start, end))

    def _dated(self, word: Word, first: int, number: int) -> bool:
        if number == first:
            return False
        month = word.lower in name_words().calendar and not self.words[number - 1].capital
        return word.lower in cues().phrases["weekdays"] or month

    def _breaks(self, first: int, number: int, *, named: bool) -> bool:
        """Whether a word in small letters ends the phrase."""
        word = self.words[number].lower
        groups = cues().phrases
        if cues().ties(word) or word in THESE:
            return True
        if word == "yang":
            of = head(self.words, first)
            named_behind = any(each.capital for each in self.words[first + 1 : number])
            if of in groups["documents"] and named_behind:
                return True  # laporan lembaga riset Samudra yang terbit Selasa
            one = of not in groups["several"]  # warga yang …, but: Presiden, yang …
            office = one and self._titles(first, number)
            return named or office or self._proper(first, number)
        if number == first:
            return word in groups["ends"] or word in groups["adjuncts"]
        if self._body(first) and self.words[number - 1].capital and word not in groups["joints"]:
            return True
        if named or word not in groups["ends"] or self._aged(number):
            return named
        if word not in groups["placing"]:
            return True
        return not self._name_follows(number) and self._finished(first, number)

    def _aged(self, number: int) -> bool:
        """Perempuan 52 tahun itu."""
        after = self.words[number + 1].lower if number + 1 < len(self.words) else ""
        return self.words[number - 1].text.isdigit() and after in THESE

    def _body(self, first: int) -> bool:
        """Whether a phrase begins with a name, not with an office or with what somebody is."""
        of = head(self.words, first)
        known = cues().phrases["documents"] | cues().phrases["media"]
        return self.words[first].capital and of not in known and not somebody(of)

    def _proper(self, first: int, stop: int) -> bool:
        """Whether the words so far are the name of a body: Bank Dunia."""
        run = self.words[first:stop]
        if len(run) <= 1 or not all(word.capital for word in run):
            return False
        return run[0].lower in name_words().bodies or run[0].lower in name_words().marks

    def _titles(self, first: int, stop: int) -> bool:
        titles = name_words().titles
        return all(word.capital and word.lower in titles for word in self.words[first:stop])

    def _name_follows(self, number: int) -> bool:
        """Whether the name comes behind a place: jurubicara kementerian di Teheran …."""
        for place in range(number + 1, min(len(self.words), number + AHEAD)):
            word = self.words[place]
            if word.text in "()":
                continue
            if not word.alphabetic or word.lower in cues().verbs:
                return False
            if self._sure_at(word.start):
                return True
        return False

    def _sure_at(self, start: int) -> bool:
        return any(p.start == start and p.sure for p in self.cast.between(start, start + NEAR))

    def _finished(self, first: int, number: int) -> bool:
        """Whether what stands so far is a name of its own: a body or a place, not an office."""
        of = head(self.words, first)
        if self._titles(first, number) and first and self.words[first - 1].alphabetic:
            return True  # kata Presiden di Istana Merdeka
        if not self.words[first].capital:
            placed = of in cues().phrases["placed"]
            return self.words[number].lower in {"di", "pada"} and not placed
        return not somebody(of)

    def _apposed(self, first: int, comma: int, limit: int) -> bool:
        """Whether who is named goes on behind a comma: an office behind a name, or a name."""
        if comma + 1 >= limit:
            return False
        after = self.words[comma + 1]
        if after.lower == "dan" and self.words[first].capital:
            return not self._named(first, comma - 1) and self._name_follows(comma + 1)
        if after.lower in name_words().dotted and self._name_follows(comma):
            return True
        start, end = self.words[first].start, self.words[comma].start
        people = self.cast.between(start, end)
        if people and (people[-1].end == end or self.words[comma - 1].text == ")"):
            return self._after_name(people, first, comma)
        near = after.capital and self._person_at(after.start, FAR)
        roles = [
            head(self.words, first),
            *(w.lower for w in self.words[first:comma] if not w.capital),
        ]
        return near and any(map(somebody, roles))

    def _after_name(self, people: Sequence[Person], first: int, comma: int) -> bool:
        """Whether behind a name and a comma an office comes, or the one who is really meant."""
        after = self.words[comma + 1]
        if not people[-1].sure and after.capital and self._person_at(after.start, FAR):
            return True
        relations = cues().phrases["relations"]
        related = any(word.lower in relations for word in self.words[first:comma])
        led = people[0].start != self.words[first].start
        if related and led and after.capital and self._person_at(after.start, 0):
            return True
        if after.lower in {"seorang", "yang", "mantan"}:
            return True
        return after.lower in name_words().titles and not self._acts(comma + 2)

    def _acts(self, number: int) -> bool:
        """Whether a verb stands there, so that a clause begins: …, korban sempat berteriak."""
        word = self.words[number].lower if number < len(self.words) else ""
        return bool(VERB.fullmatch(word)) or word in cues().phrases["adverbs"]

    def _person_at(self, start: int, within: int) -> bool:
        people = self.cast.between(start, start + NEAR + within)
        return any(p.start <= start + within for p in people)


def _closes(word: Word) -> bool:
    return word.text == ")" or word.alphabetic or word.text[0] == "@" or word.text.isdigit()
