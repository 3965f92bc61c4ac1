"""Where in a run of capitals the office and the body end, and the name of a person begins."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from indexes.capitals import Capital
from indexes.name_words import name_words
from indexes.offices import INITIALS, leading_titles, places
from indexes.quotes.cues import cues
from indexes.quotes.given_names import bodies, given, personal

SURNAME = 4  # letters of a Korean one at most
INNER = frozenset({"abu", "bin", "binti", "ibn", "ben", "daeng", "van", "von", "de", "del", "al"})
LONGEST_PLACE = 3  # words
INDO = 6  # letters of a name that ends so; Gapkindo, Periklindo are associations
CLUB = re.compile(r"pers[ei](?!s)[a-z]{2,}")  # Persib, Persebaya
LONGEST = 5  # words of a name; more belong to an office or a body


@dataclass(frozen=True, slots=True)
class NameStart:
    """Finds it by what the same text calls people and places.

    `called` are words that stand alone in it, `placed` names that follow di, ke or a dateline.
    """

    language: str
    called: frozenset[str]
    placed: frozenset[str] = frozenset()

    def of(self, run: Sequence[Capital]) -> int:
        """The number of the first word of the name; the length of the run where none begins."""
        first, last = leading_titles(run), len(run)
        block = max(_block(run, self.called), self._placed(run), first)
        if block >= last:
            return self._before_place(run, first)
        likely = [n for n in range(block, last) if given(run[n].lower)]
        called = [n for n in range(block, last) if run[n].lower in self.called]
        if called and (not likely or called[0] < likely[0] or last - likely[0] > LONGEST):
            return self._widened(run, called[0], block)
        if likely and last - likely[0] <= LONGEST:
            ranked = block and run[block - 1].lower in cues().phrases["ranks"]
            whole = ranked and all(personal(run, n, self.language) for n in range(block, likely[0]))
            return block if whole else self._likely(run, likely[0], block)
        if any(each.lower in cues().phrases["firms"] for each in run):
            return last
        begin = self._suffix(run, block)
        of_body = begin == last - 1 and begin and run[begin - 1].lower in cues().phrases["forces"]
        return last if of_body else begin  # Kepolisian Hokkaido

    def _placed(self, run: Sequence[Capital]) -> int:
        """Behind a name that the text uses for a place: Bupati Lembah Sari Retno."""
        end = 0
        for first in range(len(run)):
            for stop in range(first + 1, min(len(run), first + LONGEST_PLACE) + 1):
                if " ".join(each.lower for each in run[first:stop]) in self.placed:
                    end = max(end, stop)
        return end

    def _before_place(self, run: Sequence[Capital], first: int) -> int:
        """Where a name begins that ends like a place or a body: Juliari P Batubara."""
        last, words = len(run) - 1, name_words()
        if any(stop > last and stop - start > 1 for start, stop in places(run)):
            return last + 1  # Sri Lanka
        if last > first and run[last].lower in words.directions:
            return last - 1 if self._known(run[last - 1].lower) else last + 1
        if last <= first or run[last].lower in words.listed:
            return last + 1
        if run[last].lower in words.titles and not given(run[last - 1].lower):
            return last + 1  # but Lukman Hakim
        begin = self.of(run[:last])
        return begin if begin < last and self._known(run[begin].lower) else last + 1

    def _known(self, word: str) -> bool:
        """Whether the text calls somebody so, or anybody is."""
        return word in self.called or given(word)

    def _widened(self, run: Sequence[Capital], number: int, block: int) -> int:
        """Further back where the word that somebody is called by is the last of the name."""
        alone = number == len(run) - 1
        while number > block:
            before = run[number - 1]
            known = given(before.lower) or before.end - before.start <= INITIALS
            if not known and not (alone and personal(run, number - 1, self.language)):
                break
            number -= 1
        return number

    def _likely(self, run: Sequence[Capital], number: int, block: int) -> int:
        """At a given name, or before its initial: M Fadjroel; a name has seldom one word."""
        while number > block and run[number - 1].end - run[number - 1].start == 1:
            if run[number - 1].lower == "h":  # haji
                break
            number -= 1
        alone = number == len(run) - 1 and number > block
        inner = number == block + 1 and run[number].lower in INNER  # Tawfiq Abu Khoussa
        return number - ((alone or inner) and personal(run, number - 1, self.language))

    def _suffix(self, run: Sequence[Capital], block: int) -> int:
        """Where the words begin, up to the end, that a person may be called."""
        number = len(run)
        while number > block and personal(run, number - 1, self.language):
            number -= 1
        if block < number < len(run) and "-" in run[number].lower:  # Ban Ki-moon
            number -= run[number - 1].end - run[number - 1].start <= SURNAME
        while number < len(run) and run[number].joint:
            number += 1
        return number


def _block(run: Sequence[Capital], called: frozenset[str]) -> int:
    """Behind the last word of a run that no person is called."""
    words = name_words()
    end = max((stop for _, stop in places(run)), default=0)
    for number, each in enumerate(run):
        people = each.lower in cues().phrases["peoples"]  # pemimpin Syiah Moqtada al-Sadr
        acronym = each.acronym and each.end - each.start > INITIALS
        title = each.lower in words.titles and not _belongs(run, number)
        if acronym or people or each.lower in words.listed or title:
            end = number + 1
        elif _of_body(each.lower) and not given(each.lower):
            end = max(end, number + 1)
        if not (number + 1 < len(run) and run[number + 1].lower in called):
            end = max(end, _completed(run, number))
    return end


def _of_body(word: str) -> bool:
    """Whether a word is of a body: a bank, a club such as Persikota."""
    joined = word.endswith("bank") or (word.endswith("indo") and len(word) > INDO)
    return word in bodies() or joined or bool(CLUB.fullmatch(word))


def _belongs(run: Sequence[Capital], number: int) -> bool:
    """Whether a title is part of a name: Lukman Hakim, Nurul Imam."""
    before = run[number - 1].lower if number else ""
    return bool(before) and (given(before) or before.endswith("ul"))


def _completed(run: Sequence[Capital], number: int) -> int:
    """Behind the word that ends the name of a body or a place: Universitas Airlangga."""
    head = run[number].lower
    if head in {"mahkamah", "kejaksaan", "jaksa"} and run[number + 1 : number + 2]:
        return number + 1 + (run[number + 1].lower == "agung")
    if head not in cues().phrases["completed"] or number + 1 >= len(run):
        return 0
    mayor = number and run[number - 1].lower == "wali"
    if mayor and given(run[number + 1].lower):
        return 0
    return min(len(run), number + (3 if head in cues().phrases["honouring"] else 2))
