"""Whom the sources of an English article mean, and how sure that is."""

import tomllib
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from importlib import resources
from operator import itemgetter

from indexes.name_words import ordinary
from indexes.quotes.english_acting import acts, is_person
from indexes.quotes.english_cast import EnglishCast
from indexes.quotes.english_cues import english_cues
from indexes.quotes.english_draft import EnglishDraft
from indexes.quotes.english_source import Source, is_medium
from indexes.quotes.quote import Medium, Span, Speaker, SpeakerKind

SURE = 0.5  # below this a speaker is not named
ASIDE = 10  # words between a name and a place behind it, before who
PLACED = frozenset({"in", "from", "of", "at", "near", "for"})
NEAR = 3  # sentences back in which the one is looked for whom a pronoun means


@dataclass(frozen=True, slots=True)
class Known:
    """A speaker, and how often such a one is right."""

    speaker: Speaker
    confidence: float
    via: tuple[Medium, ...] = ()


@dataclass(slots=True)
class Resolving:
    """Reads the sources of an article in their order and remembers who spoke."""

    cast: EnglishCast
    bounds: Sequence[tuple[int, int]]
    spoke: list[tuple[int, str]] = field(default_factory=list)
    said: list[tuple[int, int]] = field(default_factory=list)  # where quotes stand
    media: list[str] = field(default_factory=list)  # those that were named, the last one last
    meant: dict[str, str] = field(default_factory=dict)  # genders by last word, from pronouns

    def known(self, drafts: Sequence[EnglishDraft]) -> list[Known]:
        """The speaker of each draft, in their order; these begin where the cues stand."""
        self.said = sorted((draft.start, draft.end) for draft in drafts)
        order = sorted(range(len(drafts)), key=lambda n: drafts[n].cue)
        found: dict[int, Known] = {number: self._known(drafts[number]) for number in order}
        return [found[number] for number in range(len(drafts))]

    def _known(self, draft: EnglishDraft) -> Known:
        via = tuple(self._medium(source) for source in draft.via)
        return replace(self._speaking(draft), via=via)

    def _medium(self, source: Source) -> Medium:
        """A medium; the report is the one that was named last before."""
        span = self._span(source)
        named = any(word.capital for word in self.cast.words[source.first + 1 : source.stop])
        if span.text.lower().startswith("the ") and not named and self.media:
            return Medium(span, self.media[-1])
        if is_medium(self.cast.words, source):
            self.media.append(span.text)
        return Medium(span, span.text)

    def _span(self, source: Source) -> Span:
        text, words = self.cast.words.text, self.cast.words
        return Span.cut(
            text, words[source.first].start, _bare_end(text, words[source.stop - 1].end)
        )

    def _speaking(self, draft: EnglishDraft) -> Known:
        source, table = draft.source, _table()
        if source is None:
            return Known(Speaker(SpeakerKind.UNKNOWN), 0.0)
        name, kind, way = self._name(source)
        text, words = self.cast.words.text, self.cast.words
        span = self._span(source)
        sure = min(table["rule"][draft.rule], table["way"][way]) if name else 0.0
        if sure < SURE:
            return Known(Speaker(SpeakerKind.UNKNOWN, span), 0.0 if name is None else sure)
        role = None
        if source.begin < source.first:
            role = Span.cut(text, words[source.begin].start, words[source.first - 1].end)
        return Known(Speaker(kind, span, name, role), sure)

    def _name(self, source: Source) -> tuple[str | None, SpeakerKind, str]:
        """The canonical name of a source, what it is, and the way it was found."""
        words, cast = self.cast.words, self.cast
        place = words[source.first].start
        text = words.text[place : _bare_end(words.text, words[source.stop - 1].end)]
        if source.kind is SpeakerKind.PRONOUN:
            name = self._meant(source, words[source.first].lower)
            return name, SpeakerKind.PRONOUN, "pronoun"
        if source.kind in {SpeakerKind.NAME, SpeakerKind.BODY}:
            return self._named(source, text)
        body = [words[number].lower for number in range(source.first, source.stop)]
        if source.kind is SpeakerKind.DOCUMENT:
            return text, SpeakerKind.DOCUMENT, "document"
        if body[0] == "the" and body[-1] in english_cues().holders and len(body) <= 3:
            holder = cast.holder(body[-1], place)
            self._remember(place, holder)
            return holder, SpeakerKind.COREF, "title"
        if len(body) == 2 and body[0] == "the" and (full := self._body(body[1], place)):
            return full, SpeakerKind.COREF, "body"
        return text, SpeakerKind.PHRASE, "phrase"

    def _body(self, word: str, place: int) -> str | None:
        """The one body that was named with a word before: the ministry is the Water Ministry."""
        if word not in english_cues().groups["bodies"] - english_cues().groups["documents"]:
            return None
        text = self.cast.words.text
        before = (m for m in self.cast.full.get(word, ()) if m.start < place)
        names = {text[m.start : m.end] for m in before if m.words[-1] == word}
        return names.pop() if len(names) == 1 else None

    def _named(self, source: Source, text: str) -> tuple[str | None, SpeakerKind, str]:
        words, groups = self.cast.words, english_cues().groups
        place = words[source.first].start
        name = tuple(
            words[number].lower.removesuffix("'s")
            for number in range(source.first, source.stop)
            if words[number].text != "."
        )
        full = self.cast.canonical(name, place, self._addressed(source))
        body = source.kind is SpeakerKind.BODY or name[-1] in groups["bodies"]
        if body or (full is None and _initials(text)):
            if is_medium(words, source):
                self.media.append(text)
            return text, SpeakerKind.BODY, "body"
        common = (
            len(name) == 1
            and full is None
            and source.begin == source.first
            and ordinary(name[0], "en")
        )
        if common or (len(name) == 1 and name[0] in groups["people"]):
            return text, SpeakerKind.PHRASE, "phrase"
        if full is None and len(name) == 1 and len(self.cast.full.get(name[0], ())) > 1:
            return None, SpeakerKind.UNKNOWN, "name"
        found = full or text
        self._remember(place, found)
        again = len(found.split()) > len(name)
        kind = SpeakerKind.COREF if again else SpeakerKind.NAME
        return found, kind, "again" if again else "name" if len(name) > 1 else "single"

    def _addressed(self, source: Source) -> str | None:
        """The gender in Mr. or Ms. before a name."""
        words, groups = self.cast.words, english_cues().groups
        titles = {words[number].lower for number in range(source.begin, source.first)}
        if titles & groups["male"]:
            return "m"
        return "f" if titles & groups["female"] else None

    def _remember(self, place: int, name: str | None) -> None:
        if name:
            self.spoke.append((place, name))

    def _gender(self, name: Sequence[str]) -> str | None:
        """What the article tells of the gender of a name, also by whom a pronoun meant before."""
        return self.cast.gender(name) or (self.meant.get(name[-1]) if name else None)

    def _meant(self, source: Source, word: str) -> str | None:
        """Whom a pronoun means; nobody where two may be meant."""
        words, groups = self.cast.words, english_cues().groups
        place = words[source.first].start
        if word in {"who", "which"}:
            return self._related(source)
        gender = "m" if word in groups["male"] else "f" if word in groups["female"] else None
        if gender is None:
            return None
        number = bisect_right(self.bounds, place, key=itemgetter(0)) - 1
        lowest = self.bounds[max(0, number - NEAR)][0] if self.bounds else 0
        near = [each for each in self.spoke if lowest <= each[0] < place]
        spoke = [each for each in near if self._gender(_words(each[1])) in {gender, None}]
        rivals = self._rivals(lowest, place, gender)
        since = spoke[-1][0] if spoke else lowest
        newer = {
            name for where, name in rivals if where >= since and acts(self.cast, self.bounds, where)
        }
        names = newer | {spoke[-1][1]} if spoke else newer or self._described(rivals, place)
        chosen = names.pop() if len(names) == 1 else None
        self._remember(place, chosen)
        if chosen:
            self.meant.setdefault(_words(chosen)[-1], gender)
        return chosen

    def _described(self, rivals: Sequence[tuple[int, str]], place: int) -> set[str]:
        """Those whom the paragraph of a pronoun names without that they do anything."""
        paragraph = self.cast.words.text.rfind("\n", 0, place) + 1
        return {name for where, name in rivals if where >= paragraph}

    def _related(self, source: Source) -> str | None:
        """Tolliver, who said: the name before it."""
        number = self.cast.before(self.cast.words[source.first].start)
        if not number:
            return None
        words, last = self.cast.words, self.cast.mentions[number - 1]
        if source.first - last.stop > 1:
            return None
        while number > 1 and words[last.first - 1].lower in PLACED:
            before = self.cast.mentions[number - 2]
            if last.first - before.stop > ASIDE:
                break
            number, last = number - 1, before
        text = words.text
        return self.cast.canonical(last.words, last.start) or text[last.start : last.end]

    def _rivals(self, lowest: int, place: int, gender: str) -> list[tuple[int, str]]:
        """The people of a gender who are named in a stretch of the text."""
        mentions = self.cast.mentions[self.cast.before(lowest) : self.cast.before(place)]
        found = []
        for mention in mentions:
            if self._reported(mention.start):
                continue
            told = self._gender(mention.words)
            if told == gender or (told is None and is_person(self.cast, mention)):
                text = self.cast.words.text[mention.start : mention.end]
                found.append(
                    (mention.start, self.cast.canonical(mention.words, mention.start) or text)
                )
        return found

    def _reported(self, place: int) -> bool:
        """Whether a name stands in what somebody said, so that it does nothing itself."""
        last = bisect_right(self.said, place, key=itemgetter(0)) - 1
        return last >= 0 and place < self.said[last][1]


def _bare_end(text: str, end: int) -> int:
    """Where a name ends without its 's."""
    return end - 2 if text[end - 2 : end] in {"'s", "’s"} else end


def _words(name: str) -> list[str]:
    return name.lower().replace("’", "'").split()


def _initials(text: str) -> bool:
    return text.isupper() and text.isalpha() and len(text) > 1


@cache
def _table() -> Mapping[str, Mapping[str, float]]:
    file = resources.files("indexes") / "lexicon" / "quotes_confidence_en.toml"
    table: Mapping[str, Mapping[str, float]] = tomllib.loads(file.read_text("utf-8"))
    return table
