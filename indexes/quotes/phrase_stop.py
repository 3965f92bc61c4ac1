"""Where the words that name a source end: at when, where and to whom it was said."""

import re
from dataclasses import dataclass

from indexes.name_words import name_words
from indexes.quotes.apposition import Apposition
from indexes.quotes.cast import Cast
from indexes.quotes.cues import cues
from indexes.quotes.heads import MARKS, THESE, again, head, somebody
from indexes.quotes.words import Word, Words

BRACKET = 14  # words in brackets, at most
DOES = re.compile(r"me(?:ng[a-z]|ny[aiueo]|m[bpf]|n[cdjstz]|[lrw][aiueo])[a-z]{3,}")
TOLD = frozenset({"kepada", "mengutip", "seperti", "sebagaimana", "berbicara"})
ALIAS = re.compile(
    r"(?P<sure>alias |atau (?:yang )?(?:akrab|biasa|kerap|karib|sering) (?:disapa|dipanggil) )?"
    r"(?:atau )?(?P<name>[A-Z][\w’']+(?: [A-Z][\w’']+)?)"
)
INITIAL = 2  # letters of an initial at most


@dataclass(frozen=True, slots=True)
class PhraseStop:
    """Walks on from the first word of a phrase."""

    words: Words
    cast: Cast

    @property
    def _apposition(self) -> Apposition:
        return Apposition(self.words, self.cast)

    def of(self, first: int, limit: int) -> int:
        """Behind the last word that belongs to the phrase; `first` where none does."""
        if first < limit and again(self.words, first) and (to := self._titled(first, limit)):
            return to
        stop = self._walk(first, limit)
        trailing = cues().phrases["trailing"]
        while stop > first:
            last = self.words[stop - 1]
            if _closes(last) and (stop == first + 1 or last.lower not in trailing):
                break
            stop -= 1
        return stop

    def _titled(self, first: int, limit: int) -> int:
        """Behind pelantun 'Sisa Hujan' itu: a title between marks, and itu; 0 without them."""
        near = range(first + 1, min(limit, first + BRACKET))
        marks = [n for n in near if self.words[n].text in MARKS]
        end = next((n for n in near if self.words[n].lower in THESE), 0)
        return end + 1 if marks and marks[-1] < end else 0

    def _walk(self, first: int, limit: int) -> int:
        number, named = first, False
        while number < limit:
            step = self._step(first, number, limit, named=named)
            if step <= 0:
                return number - step
            apposed = self.words[number].text == ","
            named = not apposed and (named or self._apposition.named(first, number))
            if self.words[number].lower == "yang" and not self._people(first, number):
                number = self._relative(number + step, limit)
                if not self._named_behind(number, limit):
                    return number
                continue
            number += step
        return number

    def _named_behind(self, comma: int, limit: int) -> bool:
        """Whether a full name follows: bos Milan yang juga mantan pemain, Carlo Ancelotti."""
        if comma + 1 >= limit or self.words[comma].text != ",":
            return False
        return self._apposition.full_name_at(self.words[comma + 1].start)

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
            return int(self._apposition.goes_on(first, number, limit))
        if word.text == "&" or (word.text == "." and self._initial(number)):
            return 1
        if not (word.alphabetic or word.text[0] == "@" or word.text.isdigit()):
            return 0
        if word.capital:
            return int(not self._dated(word, first, number))
        if not self._breaks(first, number, named=named):
            return 1
        if word.lower in {"alias", "atau"}:
            return self._alias(number, limit)
        if word.lower not in THESE:
            return 0
        following = self.words[number + 1] if number + 1 < limit else None
        if following and following.text == "," and number + 2 < limit:  # jubir tim itu, Budi
            following = self.words[number + 2] if somebody(head(self.words, first)) else None
        return (
            1
            if following and following.capital and self._apposition.sure_at(following.start)
            else -1
        )

    def _alias(self, number: int, limit: int) -> int:
        """Over another name of the one named before: alias Ahok, atau akrab disapa Ahok."""
        before = [p for p in self.cast.between(0, self.words[number].start) if len(p.words) > 1]
        match = ALIAS.match(self.cast.text, self.words[number].start)
        if match is None or not before or before[-1].end != self.words[number - 1].end:
            return 0
        same = self.cast.canonical(match["name"], match.end()) == before[-1].text
        stop = self.words.at(match.end())
        return stop - number if stop <= limit and (match["sure"] or same) else 0

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
            return self._told(first, number, named=named)
        if number == first:
            return word in groups["ends"] or word in groups["adjuncts"]
        if self._body(first) and self.words[number - 1].capital and word not in groups["joints"]:
            return True
        if word in {"pada", "sejak"} and self._when(number + 1):
            return True
        if not named and self._does(word):
            return True  # polisi mengubah keterangan dengan mengatakan
        if named or word not in groups["ends"] or self._aged(number):
            return named
        if word not in groups["placing"]:
            return True
        return not self._apposition.name_follows(number) and self._finished(first, number)

    def _told(self, first: int, number: int, *, named: bool) -> bool:
        """Whether yang tells more of who is named already, and ends the name."""
        groups, of = cues().phrases, head(self.words, first)
        following = self.words[number + 1].lower if number + 1 < len(self.words) else ""
        if following in cues().cited:
            return True  # sumber-sumber yang dikutip Yonhap
        named_behind = any(each.capital for each in self.words[first + 1 : number])
        if of in groups["documents"] and named_behind:
            return True  # laporan lembaga riset Samudra yang terbit Selasa
        one = of not in groups["several"]  # warga yang …, but: Presiden, yang …
        return named or (one and self._titles(first, number)) or self._proper(first, number)

    def _when(self, number: int) -> bool:
        """Whether a number or a day stands there: pada 7 Februari."""
        after = self.words[number] if number < len(self.words) else None
        days = cues().phrases["weekdays"] | {"hari"}
        return after is not None and (after.text.isdigit() or after.lower in days)

    def _does(self, word: str) -> bool:
        """Whether a word is a verb and neither a cue nor an ordinary noun that looks like one."""
        known = cues().phrases["verblike"] | name_words().titles
        return bool(DOES.fullmatch(word)) and word not in known and word not in cues().verbs

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

    def _finished(self, first: int, number: int) -> bool:
        """Whether what stands so far is a name of its own: a body or a place, not an office."""
        of = head(self.words, first)
        if self._titles(first, number) and first and self.words[first - 1].alphabetic:
            return True  # kata Presiden di Istana Merdeka
        if not self.words[first].capital:
            placed = of in cues().phrases["placed"]
            return self.words[number].lower in {"di", "pada"} and not placed
        return not somebody(of)


def _closes(word: Word) -> bool:
    return word.text == ")" or word.alphabetic or word.text[0] == "@" or word.text.isdigit()
