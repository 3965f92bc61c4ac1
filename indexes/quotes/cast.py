"""Everybody an article names: full names, what they are called by later, and their offices."""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from indexes.capitals import Capital, runs
from indexes.name_words import name_words
from indexes.quotes.cues import cues
from indexes.quotes.full_name import FullName
from indexes.quotes.given_names import bodies, given, personal
from indexes.quotes.name_start import LONGEST, NameStart
from indexes.quotes.nicknames import bare, nickname, same_office, within

TO = frozenset({"di", "ke", "menuju"})
DATELINE = re.compile(r"^([A-Z][A-Z ]{2,30}?)(?:,[^\n]{1,30}?)? ?(?:—|–|-|\()", re.MULTILINE)
HERE = re.compile(  # the same in small letters: Lubuk Rengas (Antara) -
    r"^([A-Z][\w’']+(?: [A-Z][\w’']+){0,2})(?:, [^\n—–-]{1,30}?)?(?: \([^)\n]{2,30}\))? [—–-] ",
    re.MULTILINE,
)
FULL = 2  # words of a full name at least
GIVEN = 3  # how sure a name is that holds a given name
SPEAKS = re.compile(  # what stands alone beside a cue is what somebody is called by
    r"(?:[Mm]enurut|kata|ujar|tutur|ucap|ungkap|papar|imbuh|jelas|tegas|lanjut)"
    r" (?P<after>[A-Z][\w’']+)(?=[,.;]| [a-z(])"
    r"|(?<![\w”“\"] )(?P<before>[A-Z][\w’']+)(?= (?:juga |pun )?(?:mengatakan|menambahkan"
    r"|menjelaskan|menuturkan|menyampaikan|menyatakan|mengungkapkan|menyebut|berharap|menilai))"
)
INSIDE = re.compile(r"(?<=[a-z,] )[A-Z][\w’']*")
LAST = re.compile(r"[^\W\d_][\w-]* \Z")
ACRONYM = re.compile(r" \([A-Z]{2,}\)")
NUMERAL = re.compile(r"[ivx]+")
ALIAS = re.compile(
    r"\s*(?:\(|,? (?:atau )?(?:yang )?(?:akrab|biasa|kerap|karib|sering)(?:nya)? "
    r"(?:disapa|dipanggil) |,? alias )"
    r"(?P<whole>(?:[A-Z][\w’']+ )?(?P<alias>[A-Z][\w’']+))\)?"
)

CALLED = re.compile(  # Ahok, sapaan akrab Basuki Tjahaja Purnama
    r"([A-Z][\w’']+)(?:,| \() ?(?:sapaan|panggilan)(?: akrab)?(?: dari| untuk| bagi)? \Z"
)
ALSO = re.compile(  # Pria yang akrab disapa Kang Emil itu; Menurut Ninis, sapaan akrabnya, …
    r"(?:(?:akrab|biasa|kerap|karib|sering) (?:disapa|dipanggil)|[Mm]enurut|kata|ujar|tutur) "
    r"(?P<whole>(?:[A-Z][\w’']+ )?(?P<alias>[A-Z][\w’']+))"
    r"(?: itu| tersebut| ini|, (?:begitu )?(?:sapaan|panggilan) akrab(?:nya|\b))"
)


class Person(NamedTuple):
    """One mention by name: where it stands, its words in small letters, the office before it."""

    start: int
    end: int
    text: str
    words: tuple[str, ...]
    office: tuple[str, ...]
    sure: int  # from 0, where only a capital tells that it is a name, to a known given name


@dataclass(frozen=True, slots=True)
class Cast:
    """Who is named in an article, in the order of the text."""

    text: str
    language: str
    called: frozenset[str]  # words that also stand alone: what somebody is called by later
    people: tuple[Person, ...]
    by_word: dict[str, list[Person]]  # full names only
    aliases: dict[str, Person]
    inside: frozenset[str]  # words that have a capital inside a sentence
    _nicknames: dict[str, list[Person]] = field(default_factory=dict, repr=False)

    @classmethod
    def of(cls, text: str, language: str) -> "Cast":
        """Read a text for the people in it."""
        found = [run for run in runs(text, language) if run]
        placed = _placed(text, found)
        called = _called(text, language, found) - placed
        starts = NameStart(language, called, placed)
        people = tuple(person for run in found for person in _people(text, run, starts))
        by_word: defaultdict[str, list[Person]] = defaultdict(list)
        aliases: dict[str, Person] = {}
        for person in people:
            if len(person.words) > 1:
                for word in dict.fromkeys(person.words):
                    by_word[word].append(person)
                if match := ALIAS.match(text, person.end):
                    aliases.setdefault(match["alias"].lower(), person)
                    aliases.setdefault(match["whole"].lower(), person)
                if match := CALLED.search(text, max(0, person.start - 50), person.start):
                    aliases.setdefault(match[1].lower(), person)
        _also(text, people, aliases)
        inside = frozenset(INSIDE.findall(text))
        return cls(text, language, called, people, dict(by_word), aliases, inside)

    def between(self, start: int, end: int) -> Sequence[Person]:
        """Who is named in a stretch of the text."""
        first = bisect_left(self.people, start, key=lambda p: p.start)
        last = bisect_right(self.people, end, key=lambda p: p.end)
        return self.people[first:last]

    def canonical(self, name: str, place: int) -> str:
        """The fullest name of the one who is called so at a place of the text."""
        words = bare(name)
        holding = self.by_word.get(words[0], []) if words else []
        full = [p for p in holding if len(p.words) > len(words) and within(words, p.words)]
        alias = self.aliases.get(" ".join(words))
        if not full and alias:
            full = [alias]
        elif not full and len(words) == 1:
            full = self._nicknamed(words[0])
        if not full:
            return name
        before = [p for p in full if p.start < place]
        nearest = before[-1] if before else full[0]
        longest = [p for p in full if within(nearest.words, p.words)]
        return max(longest, key=lambda p: len(p.words)).text

    def holder(self, office: Sequence[str], place: int) -> str | None:
        """Who holds an office that is named alone: the last one named with it before a place."""
        wanted = [word for word in office if word not in {"pak", "bapak", "ibu", "bu"}]
        last = bisect_left(self.people, place, key=lambda p: p.start)
        for person in reversed(self.people[:last] if wanted else ()):
            if person.office and same_office(wanted, person.office):
                return self.canonical(person.text, person.end + 1)
        return None

    def _nicknamed(self, word: str) -> list[Person]:
        """Who has a name that a word is a nickname of; kept, as words come again."""
        if word not in self._nicknames:
            named = {p.words for people in self.by_word.values() for p in people}
            known = {words for words in named if nickname(word, words)}
            self._nicknames[word] = [p for p in self.people if p.words in known] if known else []
        return self._nicknames[word]


def _also(text: str, people: Sequence[Person], aliases: dict[str, Person]) -> None:
    """Adds what the last one with a full name before is called by, too."""
    for match in ALSO.finditer(text):
        last = bisect_left(people, match.start(), key=lambda p: p.start)
        full = next((p for p in reversed(people[:last]) if len(p.words) > 1), None)
        known = match["alias"].lower() in aliases or match["whole"].lower() in aliases
        sapa = "sapa" in match[0] or "panggil" in match[0]
        if full and sapa and not known and match["alias"].lower() not in full.words:
            aliases[match["alias"].lower()] = aliases[match["whole"].lower()] = full


def _called(text: str, language: str, found: Sequence[Sequence[Capital]]) -> frozenset[str]:
    """What somebody is called by: single capitals beside a cue, or to whom something is done."""
    alone = {
        run[0].lower
        for run in found
        if len(run) == 1 and personal(run, 0, language) and _addressed(text, run[0].start)
    }
    alone |= {each[each.lastgroup or 0].lower() for each in SPEAKS.finditer(text)}
    words = name_words()
    no_names = words.listed | words.titles | bodies() | words.places
    return frozenset(word for word in alone - no_names if not NUMERAL.fullmatch(word))


def _people(text: str, run: Sequence[Capital], starts: NameStart) -> Iterator[Person]:
    begin = starts.of(run)
    if begin and begin < len(run) and _whole(text, run, begin, starts.language):
        begin = 0
    name = run[begin:]
    if not name or len(name) > LONGEST:
        return
    before = run[begin - 1].lower if begin else _word_before(text, name[0].start)
    if before in cues().phrases["titled"]:  # UU Cipta Kerja; Kartu Prakerja Denni Purbasari
        rest = range(begin + 1, len(run))
        if len(rest) < FULL or not all(personal(run, n, starts.language) for n in rest):
            return
        name = name[1:]
    acronym = ACRONYM.match(text, name[-1].end)
    body = any(each.lower in name_words().signs for each in run[:begin])
    if acronym and (body or not any(given(each.lower) for each in name)):
        return  # Komisi Perlindungan Anak Indonesia (KPAI)
    whole = FullName.of(text, name, starts.language)
    if text[whole.start - 1 : whole.start] == "(":
        return
    office = (*_small_office(text, run[0].start), *(each.lower for each in run[:begin]))
    sure = GIVEN
    if not any(given(word) for word in whole.words):
        foreign = any(each.joint for each in run[:begin])
        alone = any(word in starts.called for word in whole.words)
        sure = (len(whole.words) > 1 and not foreign) + alone
    yield Person(whole.start, whole.end, whole.said, whole.words, office, int(sure))


def _whole(text: str, run: Sequence[Capital], begin: int, language: str) -> bool:
    """Whether capitals behind a cue or between commas all are a name: ujar Renova Ida Siahaan."""
    told = _word_before(text, run[0].start) in cues().after
    before, after = text[: run[0].start].rstrip(" "), text[run[-1].end : run[-1].end + 1]
    if len(run) > LONGEST or not (told or (before.endswith(",") and after in {",", "("})):
        return False
    return all(personal(run, number, language) for number in range(begin))


def _addressed(text: str, place: int) -> bool:
    """Whether a word before a capital tells that it is somebody: kepada, oleh, dengan."""
    before = text[max(0, place - 16) : place].split()
    return bool(before) and before[-1].lower() in cues().phrases["with"]


def _placed(text: str, found: Sequence[Sequence[Capital]]) -> frozenset[str]:
    """What the text uses for places: behind di and ke, and where its report comes from."""
    lines = (*DATELINE.finditer(text), *HERE.finditer(text))
    here = {match[1].strip().lower() for match in lines}
    for run in found:
        before = text[max(0, run[0].start - 8) : run[0].start].split()
        if before and before[-1].lower() in TO:
            here.add(" ".join(each.lower for each in run))
    return frozenset(here)


def _word_before(text: str, place: int) -> str:
    """The word that ends right before a place, in small letters; "" where a mark does."""
    found = LAST.search(text, max(0, place - 24), place)
    return found[0].strip().lower() if found else ""


def _small_office(text: str, place: int) -> tuple[str, ...]:
    """The words of an office in small letters before a name: juru bicara, anggota."""
    before = re.findall(r"[^\W\d_]+", text[max(0, place - 24) : place])
    titles = name_words().titles
    found: list[str] = []
    for word in reversed(before):
        if word.lower() not in titles:
            break
        found.insert(0, word.lower())
    return tuple(found)
