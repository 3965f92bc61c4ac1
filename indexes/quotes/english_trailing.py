"""Who said it stands behind what was said, or in the midst of it."""

from dataclasses import dataclass, replace

from indexes.quotes.english_cues import Frame, english_cues
from indexes.quotes.english_draft import EnglishDraft, Verb, span
from indexes.quotes.english_drafting import EnglishDrafting, starting
from indexes.quotes.english_ending import DASHES, ENDS, Region, ending
from indexes.quotes.english_hearer import hearer
from indexes.quotes.english_mentions import is_title
from indexes.quotes.english_object import object_of
from indexes.quotes.english_opening import has_verb
from indexes.quotes.english_source import Source
from indexes.quotes.english_subject import subject
from indexes.quotes.quote import SpeakerKind
from indexes.quotes.words import Words

FEWEST = 3  # words of what stands before its cue
FAR = 20  # words of where something was said
MOST = 7  # words of a source behind its verb
REASONS = frozenset({"because", "since", "after", "before", "while", "when"})  # he spoke so
LONG = 6  # words before a cue that are more than a thing
OFFICE = 10  # words of what somebody is
PERSONS = ("er", "or", "ist", "ian", "man", "woman", "ess", "ant", "ent", "ion")  # defender
TITLED = frozenset({"state", "press", "report"})  # Secretary of State, press secretary
FRONTED = frozenset({"though", "although", "after", "as", "if", "while", "when", "despite"})
FOLLOWS = frozenset({".", ",", "!", "in", "on", "at", "during", "who", "after", "as", "while"})


@dataclass(frozen=True, slots=True)
class EnglishTrailing:
    """Reads back from a verb."""

    words: Words
    drafting: EnglishDrafting

    def read(self, verb: Verb, region: Region, lowest: int) -> EnglishDraft | None:
        """What stands before a verb and its subject, from a word on."""
        return self._inverted(verb, region, lowest) or self._trailing(verb, region, lowest)

    def closing(self, verb: Verb, region: Region) -> EnglishDraft | None:
        """What a whole sentence says that ends with its source and a verb."""
        if verb.participle:
            return None
        found = self.read(verb, region, region.first)
        ends = self._rest(self._hearer_stop(verb, region), region)
        whole = ends is None or ends + 1 >= region.stop
        return found if found and whole and not found.parts else None

    def _inverted(self, verb: Verb, region: Region, lowest: int) -> EnglishDraft | None:
        """The bridge is closed, said Tolliver."""
        words, groups, comma = self.words, english_cues().groups, verb.first - 1
        comma -= comma > lowest and words[comma].text in '”"'
        if (
            verb.form not in groups["inverted"]
            or comma - lowest < FEWEST
            or words[comma].text != ","
        ):
            return None
        source = object_of(words, verb.stop, region.stop)
        if (
            source is None
            or source.kind is SpeakerKind.PRONOUN
            or source.stop - source.first > MOST
        ):
            return None
        follows = words[source.stop].lower if source.stop < region.stop else "."
        ends = follows == "." and source.stop - source.first <= FEWEST
        named = source.kind is not SpeakerKind.PHRASE or words[source.first].lower == "the"
        told = (ends and named and comma - lowest >= LONG) or has_verb(words, lowest, comma)
        if follows not in FOLLOWS | groups["days"] or not told:
            return None
        return self.drafting.draft(verb, source, (lowest, comma), "reported-verb-name")

    def _trailing(self, verb: Verb, region: Region, lowest: int) -> EnglishDraft | None:
        """The bridge is closed, Tolliver said; The bridge, Tolliver said, is closed."""
        words, source = self.words, subject(self.words, verb.first, lowest)
        comma = self._comma_before(source, lowest) if source else None
        if source is None or comma is None:
            return None
        begin = starting(self.words, lowest, comma)
        rest = self._rest(self._hearer_stop(verb, region), region)
        if rest is None or comma - begin < FEWEST - 1:
            return None
        more = rest < region.stop and words[rest].text == "," and rest + 2 < region.end(rest)
        if more and not self._participle(rest + 1, begin):
            right = rest + 1, ending(words, rest + 1, region)
            return self._around(verb, source, (begin, comma), right)
        if comma - begin < FEWEST:
            return None
        draft = self.drafting.draft(verb, source, (begin, comma), "reported-name-verb")
        who = range(source.first, source.stop)
        return replace(draft, addressee=hearer(words, verb, region.end(verb.stop), who))

    def _participle(self, number: int, begin: int) -> bool:
        """Whether another cue comes, or what he did meanwhile: adding that, pointing at it."""
        lower = self.words[number].lower
        if self.words[begin].lower in FRONTED:  # Though it rains, Tolliver said, going is safe.
            return lower.endswith("ing") and lower in english_cues().forms
        return lower.endswith("ing") and not self.words[number].capital

    def _comma_before(self, source: Source, lowest: int) -> int | None:
        """The comma that parts what is said from who said it; before a closing mark, too."""
        words, comma = self.words, self._office(source, lowest) - 1
        while comma > lowest and words[comma].lower in {"but", "the", "a"}:
            comma -= 1
        if comma > lowest + 1 and words[comma].text in "”\"’'":
            comma -= 2 if words[comma - 1].text == "'" else 1
        parts = comma > lowest and words[comma].text in DASHES | {","}
        return comma if parts else None

    def _office(self, source: Source, lowest: int) -> int:
        """Where it begins what somebody is before his name: police spokesman Ann Lee."""
        words, groups, first = self.words, english_cues().groups, source.begin
        if source.kind not in {SpeakerKind.NAME, SpeakerKind.BODY}:
            return first
        limit = max(lowest, first - OFFICE)
        while first > limit and words[first - 1].text not in DASHES | {",", "”", '"'}:
            before = words[first - 1]
            verbal = before.lower in groups["auxiliaries"] | groups["pronouns"]
            plain = before.alphabetic or before.text.isdigit() or before.text in "'’"
            if not plain or verbal or (before.lower in english_cues().forms - TITLED):
                return source.begin
            first -= 1
        office = [word.lower for word in words[first : source.first]]
        known = any(is_title(word) or word.endswith(PERSONS) for word in office)
        moved = len(office) < FEWEST + 1 and office[:1] in (["a"], ["an"], ["the"])
        whose = all(word.capital or word.text == "." for word in words[first : source.begin])
        return first if known or moved or whose else source.begin  # a relieved Nadal; Iran's army

    def _around(
        self, verb: Verb, source: Source, left: tuple[int, int], right: tuple[int, int]
    ) -> EnglishDraft:
        """What stands on both sides of its cue: the longer half, and both."""
        longer = max(left, right, key=lambda half: half[1] - half[0])
        parts = (span(self.words, *left), span(self.words, *right))
        return replace(self.drafting.draft(verb, source, longer, "reported-around"), parts=parts)

    def _rest(self, first: int, region: Region) -> int | None:
        """Where an aside with its cue ends: a comma, or the sentence; None where it goes on."""
        words, groups, stop = self.words, english_cues().groups, region.end(first)
        first += first < stop and words[first].lower == "here"
        if first >= stop or words[first].text in ENDS | DASHES | {",", ";"}:
            return first
        framing = groups["days"] | groups["prepositions"] - {"if"}
        if words[first].lower not in framing and not words[first].lower.endswith("ing"):
            return None
        limit = min(stop, first + FAR)
        for number in range(first, limit):
            word = words[number]
            if word.text in {",", ";"} or (word.text in ENDS and number + 1 >= stop):
                return number
            if word.lower in REASONS and number > first:
                return number
            if word.lower in groups["auxiliaries"] or word.lower == "that":
                return None
        return limit

    def _hearer_stop(self, verb: Verb, region: Region) -> int:
        """The word behind who was told."""
        if not verb.fits(Frame.HEARER) or verb.fits(Frame.CLAUSE):
            return verb.stop
        source = object_of(self.words, verb.stop, region.end(verb.stop))
        return source.stop if source and source.stop - source.first <= MOST else verb.stop
