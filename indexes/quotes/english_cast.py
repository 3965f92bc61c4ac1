"""Everybody an English article names, and whom a surname, a title or a pronoun stands for."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cache

from indexes.quotes.english_cues import english_cues
from indexes.quotes.english_mentions import SUFFIXES, Mention, mentions_of
from indexes.quotes.words import Words

MOST = 40  # names with one last name, or one title
MALE, FEMALE = "m", "f"


@dataclass(frozen=True, slots=True)
class EnglishCast:
    """Who is named in a text, in its order."""

    words: Words
    mentions: tuple[Mention, ...]
    full: dict[str, tuple[Mention, ...]]  # each longer name once, by its first and its last word
    titled: dict[str, tuple[Mention, ...]]  # each name with a title once, by the title
    counts: Counter[tuple[str, ...]]  # how often each name stands in the text
    genders: dict[str, str]  # by last word
    addressed: dict[str, str]  # the same, only by Mr and Ms before a last name alone

    @classmethod
    def of(cls, words: Words) -> "EnglishCast":
        """Read a text for those it names."""
        mentions = tuple(mentions_of(words))
        return cls(
            words,
            mentions,
            _once(mentions, lambda m: {m.words[0], m.words[-1]} if len(m.words) > 1 else set()),
            _once(mentions, lambda m: m.titles),
            Counter(mention.words for mention in mentions),
            _genders(words, mentions),
            _addressed(words, mentions),
        )

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
            chosen = self._chief([m for m in known if m.start < place] or known[:1], gender)
            if chosen is None:
                return None
            longest = max((k for k in kinds if _within(chosen, k)), key=len)
        first = next(m for m in known if m.words == longest)
        return self.words.text[first.start : first.end]

    def _chief(self, known: Sequence[Mention], gender: str | None) -> tuple[str, ...] | None:
        """Who is meant by a last name that several bear: the first and most often named one."""
        fit = [m for m in known if gender is None or self._told(m) in {gender, None}]
        ranked = sorted((m.words for m in fit), key=lambda name: -self.counts[name])
        if not ranked:
            return None
        alone = len(ranked) == 1 or self.counts[ranked[0]] > self.counts[ranked[1]]
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
        named = (m for word in sorted(wanted) for m in self.titled.get(word, ()))
        bearing = [m for m in named if m.start < place]
        names = {
            self.canonical(m.words, m.start) or self.words.text[m.start : m.end] for m in bearing
        }
        return names.pop() if len(names) == 1 else None

    def before(self, place: int) -> int:
        """How many mentions begin before a place of the text."""
        return bisect_left(self.mentions, place, key=lambda m: m.start)


def _once(
    mentions: Sequence[Mention], keys: Callable[[Mention], AbstractSet[str]]
) -> dict[str, tuple[Mention, ...]]:
    """The first mention of each name under each of its keys, of as many names as an article has."""
    found: defaultdict[str, dict[tuple[str, ...], Mention]] = defaultdict(dict)
    for mention in mentions:
        for key in keys(mention):
            if len(found[key]) < MOST:
                found[key].setdefault(mention.words, mention)
    return {key: tuple(names.values()) for key, names in found.items()}


def _within(few: Sequence[str], many: Sequence[str]) -> bool:
    rest = iter(many)
    return all(word in rest for word in few)


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
