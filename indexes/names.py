"""Names of people, bodies and places in a text, by capitals and word lists; no model."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from indexes.capitals import Capital, runs
from indexes.name_words import name_words
from indexes.offices import INITIALS, Holders, is_body, leading_titles, offices, places

WORD = re.compile(r"[^\W_]+")
AGE = re.compile(r" \(\d\d?\)| \(\d\d? tahun\)|, \d\d,")
SMALL_BEFORE = re.compile(r"\b([^\W\d_]+)\s+\Z")
SMALL_AFTER = re.compile(r"(?:, [a-z][^,”“\"\n]{1,80},|\s*\([^)\n]{1,20}\))?\s+([^\W\d_]+)")
APPOSED = re.compile(r", (?:(?:se)?orang |the |an? )?([^\W\d_]+)")
APPOSES = re.compile(r"\b([^\W\d_]+), \Z")
NEAR = 24  # characters that are looked at before a name: a word and a space
FAR = 120  # and after it, past who the person is: Tolliver, the captain, said


class NameKind(StrEnum):
    """What bears a name, as far as cheap rules can tell."""

    PERSON = "person"
    PLACE = "place"
    ORGANISATION = "organisation"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Name:
    """A name in a text: `text[start:end]` holds; the titles right before it begin at `titled`."""

    start: int
    end: int
    text: str
    kind: NameKind = NameKind.UNKNOWN
    titled: int = -1

    def __post_init__(self) -> None:
        if self.titled < 0:
            object.__setattr__(self, "titled", self.start)


def names(text: str, language: str) -> tuple[Name, ...]:
    """The names in a text, in order."""
    found = list(runs(text, language))
    alone = [run for run in found if len(run) == 1]
    speaking = (run for run in alone if _kind(text, run) is NameKind.PERSON)
    holders = Holders(language, *(frozenset(r[0].lower for r in rs) for rs in (alone, speaking)))
    named = [name for run in found for name in _names(text, run, holders)]
    return tuple(_known_again(named))


def same_person(shorter: str, longer: str) -> bool:
    """Whether the shorter name is the longer one, or some of its words in their order."""
    few, many = (_bare(name) for name in (shorter, longer))
    rest = iter(many)
    return bool(few) and all(word in rest for word in few)


def _bare(name: str) -> list[str]:
    """The words of a name without its titles, in lower case."""
    found = [word.lower() for word in WORD.findall(name)]
    titles = name_words().titles
    while len(found) > 1 and found[0] in titles:
        del found[0]
    return found


def _names(text: str, run: Sequence[Capital], holders: Holders) -> Iterator[Name]:
    """The names in a run of capitals: office, body or place, then who holds it."""
    begin = _led(text, run[0].start)
    for part in offices(run):
        titles = leading_titles(part)
        rest, titled = part[titles:], min(begin, part[0].start)
        begin = len(text)
        if not rest:
            if len(part) > 1:
                yield _name(text, part, titled, NameKind.PERSON)
            continue
        led = titled < rest[0].start
        cut = holders.begin(rest, led=led)
        office = _kind(text, rest[:cut]) if cut else NameKind.UNKNOWN
        if office is not NameKind.UNKNOWN:
            yield _name(text, rest[:cut], rest[0].start, office)
        held = rest[cut:]
        kind = _kind(text, held, titled=led)
        yield _name(text, held, titled if led else held[0].start, kind)


def _name(text: str, part: Sequence[Capital], titled: int, kind: NameKind) -> Name:
    start, end = part[0].start, part[-1].end
    return Name(start, end, text[start:end], kind, titled)


def _led(text: str, start: int) -> int:
    """Where the titles in small letters before a name begin; its start where there is none."""
    titles = name_words().titles
    while found := SMALL_BEFORE.search(text, max(0, start - NEAR), start):
        if found[1] not in titles:
            break
        start = found.start()
    return start


def _kind(text: str, part: Sequence[Capital], *, titled: bool = False) -> NameKind:
    words = name_words()
    acronyms = [each for each in part if each.acronym and each.lower not in words.places]
    if is_body(part) or any(
        each.end - each.start > INITIALS or len(part) == 1 for each in acronyms
    ):
        return NameKind.ORGANISATION
    if part[0].lower in words.grounds or part[-1].lower in words.ground_ends:
        return NameKind.PLACE
    if any((first, last) == (0, len(part)) for first, last in places(part)):
        return NameKind.PLACE
    if titled or any(each.joint and each.lower in words.particles for each in part):
        return NameKind.PERSON
    start, end = part[0].start, part[-1].end
    near = max(0, start - NEAR)
    apposed = {_word(APPOSED.match(text, end)), _word(APPOSES.search(text, near, start))}
    if AGE.match(text, end) or apposed & words.titles:
        return NameKind.PERSON
    before = _word(SMALL_BEFORE.search(text, near, start))
    if before in words.before_places:
        return NameKind.PLACE
    after = _word(SMALL_AFTER.match(text, end, end + FAR))
    return NameKind.PERSON if {before, after} & words.speech else NameKind.UNKNOWN


def _word(match: re.Match[str] | None) -> str:
    return match[1].lower() if match else ""


def _known_again(found: Sequence[Name]) -> Iterator[Name]:
    """Names of no known kind that share their last word with a person's are that person's."""
    told = (name for name in found if name.kind is NameKind.PERSON)
    people = {word for name in told for word in _bare(name.text)}
    for name in found:
        own = _bare(name.text)
        again = name.kind is NameKind.UNKNOWN and own and own[-1] in people
        yield replace(name, kind=NameKind.PERSON) if again else name
