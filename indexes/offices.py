"""Offices in a run of capitals: where the body or the place ends and its holder begins."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from indexes.capitals import Capital
from indexes.name_words import name_words, ordinary

LONGEST = 3  # words of a listed place
FULL = 2  # words that a name has at least where only its neighbours tell that it begins
INITIALS = 2  # letters, at most: Bambang PS Brodjonegoro
LONG = 4  # words of a run that is hardly one name


def offices(run: Sequence[Capital]) -> Iterator[Sequence[Capital]]:
    """The run cut before each office inside it."""
    words = name_words()
    begin = 0
    for number in range(1, len(run) - 1):
        opens = run[number].lower in words.offices and run[number - 1].lower not in words.titles
        if opens and not is_body(run[begin:number]):
            yield run[begin:number]
            begin = number
    yield run[begin:]


def leading_titles(part: Sequence[Capital]) -> int:
    """How many titles the part begins with."""
    titles = name_words().titles
    return next((n for n, each in enumerate(part) if each.lower not in titles), len(part))


def is_body(part: Sequence[Capital]) -> bool:
    """Whether a word in it tells that it names a body."""
    words = name_words()
    return part[0].lower in words.bodies or any(each.lower in words.marks for each in part)


def places(part: Sequence[Capital]) -> Iterator[tuple[int, int]]:
    """Where listed places stand in a run, with the directions after them."""
    words = name_words()
    number = 0
    while number < len(part):
        for length in range(LONGEST, 0, -1):
            here = part[number : number + length]
            if " ".join(each.lower for each in here) in words.places:
                end = number + len(here)
                while end < len(part) and part[end].lower in words.directions:
                    end += 1
                yield number, end
                number = end - 1
                break
        number += 1


@dataclass(frozen=True, slots=True)
class Holders:
    """Finds holders of offices, by what the same text says of them elsewhere.

    `alone` are the words that also stand alone in it, `speaking` those of them that speak.
    """

    language: str
    alone: frozenset[str]
    speaking: frozenset[str]

    def begin(self, part: Sequence[Capital], *, led: bool) -> int:
        """Where, after a body or a place, a name begins; `led` tells that a title stands before."""
        last = self._suffix(part)
        for number in (last - 1, last):
            if 0 < number <= len(part) - FULL and part[number].lower in self.speaking:
                return number
        if not led:
            return self._after_place(part, last)
        if last < len(part):
            return self._again(part, self._after_head(part, last))
        ends = (end for _, end in places(part) if end < len(part))
        return next((end for end in ends if self._personal(part, end)), 0)

    def _after_head(self, part: Sequence[Capital], last: int) -> int:
        """One word further where the first belongs to a body: Partai Sejuk Norman Tolliver."""
        words = name_words()
        if not 0 < last <= len(part) - FULL or part[last - 1].lower not in words.heads:
            return last
        told = part[last + 1].lower in self.speaking
        return last + 1 if told or last + FULL < len(part) else last

    def _suffix(self, part: Sequence[Capital]) -> int:
        """Where the words that can be of a person's name begin, up to the end of the part."""
        last = len(part)
        while last and self._personal(part, last - 1):
            last -= 1
        while last < len(part) and part[last].joint:
            last += 1
        return last

    def _again(self, part: Sequence[Capital], last: int) -> int:
        """Where in them a word stands that the text also calls the holder by."""
        for number in range(len(part) - FULL, last, -1):
            before = any(each.lower in self.alone for each in part[last:number])
            if part[number].lower in self.alone and (before or len(part) - last >= LONG):
                return number
        return last

    def _after_place(self, part: Sequence[Capital], last: int) -> int:
        """Where a place ends that a place, an acronym or a full name follows: Rusia Vladivostok."""
        found = list(places(part))
        if not found or found[0][0] != 0 or found[0][1] == len(part):
            return 0
        end = found[0][1]
        pair = len(found) > 1 and found[1] == (end, len(part))
        acronym = len(part) == end + 1 and part[end].acronym
        full = len(part) >= end + FULL and last <= end
        return end if pair or acronym or full else 0

    def _personal(self, part: Sequence[Capital], number: int) -> bool:
        """Whether a word in a run can be of a person's name."""
        words = name_words()
        own = part[number]
        if own.joint:
            return own.lower in words.particles
        if number and own.end - own.start <= INITIALS and own.lower not in words.places:
            return True
        listed = own.lower in words.listed
        if listed or own.acronym or ordinary(own.lower, self.language):
            return False
        return not any(first <= number < last for first, last in places(part))
