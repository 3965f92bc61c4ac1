"""Everybody an English article names, and whom a surname, a title or a pronoun stands for."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from indexes.quotes.english_cues import english_cues
from indexes.quotes.words import Words

PARTICLES = frozenset(
    {"de", "van", "von", "der", "den", "al", "bin", "la", "da", "di", "del", "el", "ben"}
)
SUFFIXES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"})
HEADLINE, CROWDED = 4, 0.6  # words of a headline, and the share of them with a capital
LONGEST = 6  # words of one name
MALE, FEMALE = "m", "f"


@dataclass(frozen=True, slots=True)
class Mention:
    """Words with capitals that name somebody or something: numbers of words, `stop` excluded."""

    first: int
    stop: int
    start: int
    end: int
    words: tuple[str, ...]
    titles: frozenset[str]  # that stand before it, in small letters, without dots


@dataclass(frozen=True, slots=True)
class EnglishCast:
    """Who is named in a text, in its order."""

    words: Words
    mentions: tuple[Mention, ...]
    full: dict[str, tuple[Mention, ...]]  # by last and by first word, names of two words or more
    genders: dict[str, str]  # by last word
    addressed: dict[str, str]  # the same, only by Mr and Ms before a last name alone

    @classmethod
    def of(cls, words: Words) -> "EnglishCast":
        """Read a text for those it names."""
        mentions = tuple(_mentions(words))
        full: defaultdict[str, list[Mention]] = defaultdict(list)
        for mention in mentions:
            if len(mention.words) > 1:
                for word in {mention.words[0], mention.words[-1]}:
                    full[word].append(mention)
        named = {word: tuple(found) for word, found in full.items()}
        addressed = _addressed(words, mentions)
        return cls(words, mentions, named, _genders(words, mentions), addressed)

    def canonical(self, name: Sequence[str], place: int, gender: str | None = None) -> str | None:
        """The fullest name for some words of one; None where it may be of several people."""
        if not name:
            return None
        bare = tuple(word for word in name if word not in SUFFIXES) or tuple(name)
        known = [m for m in self.full.get(bare[-1], ()) if _within(bare, m.words)]
        if len(bare) == 1 and (told := gender or self.addressed.get(bare[0])):
            known = [m for m in known if self._told(m) in {told, None}]
        if not known and len(bare) == 1:
            known = [m for m in self.full.get(bare[0], ()) if m.words[0] == bare[0]]
        if not known:
            return None
        kinds = {m.words for m in known}
        longest = max(kinds, key=len)
        if not all(_within(kind, longest) for kind in kinds):
            chosen = self._chief([m for m in known if m.start < place] or known, gender)
            if chosen is None:
                return None
            longest = max((k for k in kinds if _within(chosen, k)), key=len)
        first = next(m for m in known if m.words == longest)
        return self.words.text[first.start : first.end]

    def _chief(self, known: Sequence[Mention], gender: str | None) -> tuple[str, ...] | None:
        """Who is meant by a last name that several bear: the first and most often named one."""
        fit = [m for m in known if gender is None or self._told(m) in {gender, None}]
        counts = Counter(m.words for m in fit)
        ranked = [name for name, _ in counts.most_common(2)]
        if not ranked:
            return None
        alone = len(ranked) == 1 or counts[ranked[0]] > counts[ranked[1]]
        first = _within(fit[0].words, ranked[0]) or _within(ranked[0], fit[0].words)
        return ranked[0] if alone and first else None

    def _told(self, mention: Mention) -> str | None:
        return given_genders().get(mention.words[0])

    def gender(self, name: Sequence[str]) -> str | None:
        """What the article tells of the gender of a name."""
        return self.genders.get(name[-1]) if name else None

    def holder(self, title: str, place: int) -> str | None:
        """Who is called by a title alone, where only one who bears it was named before."""
        wanted = english_cues().holders.get(title, frozenset())
        bearing = (m for m in self.mentions[: self.before(place)] if m.titles & wanted)
        names = {
            self.canonical(m.words, m.start) or self.words.text[m.start : m.end] for m in bearing
        }
        return names.pop() if len(names) == 1 else None

    def before(self, place: int) -> int:
        """How many mentions begin before a place of the text."""
        return bisect_left(self.mentions, place, key=lambda m: m.start)


def is_title(word: str) -> bool:
    """Whether a word in small letters stands before names and is no part of them."""
    return word.rstrip(".") in english_cues().groups["titles"]


def _within(few: Sequence[str], many: Sequence[str]) -> bool:
    rest = iter(many)
    return all(word in rest for word in few)


def _mentions(words: Words) -> list[Mention]:
    found: list[Mention] = []
    for first, stop in _lines(words):
        capitals = sum(word.capital for word in words[first:stop])
        longer = sum(word.alphabetic for word in words[first:stop])
        headline = longer >= HEADLINE and capitals >= CROWDED * longer
        if not headline or words[stop - 1].text in {"”", '"'}:
            found += _in_line(words, first, stop)
    return found


def _lines(words: Words) -> Iterator[tuple[int, int]]:
    first = 0
    for number in range(1, len(words) + 1):
        ends = number == len(words)
        if ends or "\n" in words.text[words[number - 1].end : words[number].start]:
            yield first, number
            first = number


def _in_line(words: Words, number: int, count: int) -> list[Mention]:
    found: list[Mention] = []
    while number < count:
        if not words[number].capital:
            number += 1
            continue
        stop = _run(words, number)
        found += _named(words, number, stop)
        number = stop
    return found


def _run(words: Words, first: int) -> int:
    """Where the capitals end that stand together; a dot belongs to an initial or a title."""
    text, number = words.text, first + 1
    while number < len(words):
        word, last = words[number], words[number - 1]
        gap = text[last.end : word.start]
        if "\n" in gap or len(gap) > 1:
            break
        if (
            (
                word.text == "."
                and (len(last.text) == 1 or is_title(last.lower) or last.lower in SUFFIXES)
            )
            or (word.capital and word.alphabetic)
            or (word.lower in PARTICLES and number + 1 < len(words) and words[number + 1].capital)
        ):
            number += 1
        else:
            break
    return number


def _named(words: Words, first: int, stop: int) -> list[Mention]:
    """The name in a run of capitals, without the titles before it."""
    begin, groups = first, english_cues().groups
    small = groups["breaks"] | groups["determiners"] | groups["prepositions"]
    while first < stop and (
        is_title(words[first].lower) or words[first].text == "." or words[first].lower in small
    ):
        first += 1
    if first < stop and words[stop - 1].text == "." and words[stop - 2].lower not in SUFFIXES:
        stop -= 1
    for number in range(stop - 2, first, -1):  # Clinton campaign spokesman Brian, Clinton Chairman
        if is_title(words[number].lower):
            first = number + 1
            break
    while first < stop and words[first].text == ".":
        first += 1
    if (
        first >= stop
        or stop - first > LONGEST
        or words[first].lower in groups["pronouns"] | groups["days"]
    ):
        return []
    names = tuple(_bare(w.lower) for w in words[first:stop] if w.text != ".")
    start, end = words[first].start, words[stop - 1].end
    end -= len(words[stop - 1].lower) - len(_bare(words[stop - 1].lower))
    near = words[max(0, begin - 2) : first]
    titles = frozenset(w.lower.rstrip(".") for w in near if is_title(w.lower))
    return [Mention(first, stop, start, end, names, titles)]


def _bare(word: str) -> str:
    return word.removesuffix("'s")


def _addressed(words: Words, mentions: Sequence[Mention]) -> dict[str, str]:
    found: dict[str, str] = {}
    for mention in mentions:
        told = _titled(words, mention) if len(mention.words) == 1 else None
        if told:
            found.setdefault(mention.words[0], told)
    return found


def _titled(words: Words, mention: Mention) -> str | None:
    """The gender that Mr or Ms before a mention tells."""
    groups = english_cues().groups
    before = words[mention.first - 1].lower if mention.first else ""
    if before == "." and mention.first > 1:
        before = words[mention.first - 2].lower
    if before in groups["male"]:
        return MALE
    return FEMALE if before in groups["female"] else None


def _genders(words: Words, mentions: Sequence[Mention]) -> dict[str, str]:
    """The gender of last names, by Mr and Ms and by first names."""
    firsts = given_genders()
    found: dict[str, str] = {}
    for mention in mentions:
        told = _titled(words, mention) or firsts.get(mention.words[0])
        if told:
            found.setdefault(mention.words[-1], told)
    return found


@cache
def given_genders() -> dict[str, str]:
    """The gender of given names."""
    groups = english_cues().groups
    return {**dict.fromkeys(groups["men"], MALE), **dict.fromkeys(groups["women"], FEMALE)}
