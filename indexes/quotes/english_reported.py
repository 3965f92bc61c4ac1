"""What English sentences report without marks, or with marks round a piece of it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from indexes.quotes.english_according import according
from indexes.quotes.english_cues import Frame, english_cues
from indexes.quotes.english_draft import EnglishDraft, Verb, passive, span, unsaid, verbs
from indexes.quotes.english_drafting import EnglishDrafting, starting
from indexes.quotes.english_ending import DASHES, ENDS, Region, ending
from indexes.quotes.english_opening import Opened, Opening, has_verb
from indexes.quotes.english_source import Source
from indexes.quotes.english_subject import object_of, slips, subject
from indexes.quotes.quote import SpeakerKind
from indexes.quotes.words import Words

FEWEST = 3  # words of what stands before its cue
FAR = 20  # words of where something was said
MOST = 7  # words of a source behind its verb
FOLLOWS = frozenset({".", ",", "!", "in", "on", "at", "during", "who", "after"})


@dataclass(frozen=True, slots=True)
class EnglishReported:
    """Finds indirect and mixed quotes."""

    words: Words
    drafting: EnglishDrafting
    used: frozenset[int]  # first words of the cues of direct quotes

    def drafts(self, region: Region) -> Iterator[EnglishDraft]:
        """What a sentence reports."""
        if opening := according(self.drafting, region, self.used):
            yield opening
            return
        done = region.first
        last: Source | None = None
        for verb in verbs(self.words, region.first, region.stop):
            if verb.first < done or verb.first in self.used or not region.free(verb.first):
                continue
            draft = self._read(verb, region, max(done, region.begin(verb.first)), last)
            if draft:
                last = draft.source
                done = max(self.words.at(draft.end), verb.stop)
                yield draft

    def _read(
        self, verb: Verb, region: Region, lowest: int, last: Source | None
    ) -> EnglishDraft | None:
        words = self.words
        if passive(words, verb, lowest) or unsaid(words, verb, lowest) or self._noun(verb, lowest):
            return None
        if verb.fits(Frame.CLAUSE, Frame.HEARER) and not verb.participle:
            found = self._inverted(verb, region, lowest) or self._trailing(verb, region, lowest)
            if found:
                return found
        source = self._source(verb, lowest, region, last)
        return self._following(verb, region, source) if source else None

    def _noun(self, verb: Verb, lowest: int) -> bool:
        """Whether a word that may be a verb is a noun: the report."""
        groups = english_cues().groups
        if verb.form not in groups["nouns"]:
            return False
        if verb.first <= lowest or self.words[verb.first].capital:
            return True
        before = self.words[verb.first - 1].lower
        return before in groups["determiners"] | groups["prepositions"] or before.endswith("'s")

    def _source(
        self, verb: Verb, lowest: int, region: Region, last: Source | None
    ) -> Source | None:
        words, groups = self.words, english_cues().groups
        before = words[verb.first - 1] if verb.first > region.first else None
        if verb.participle:
            if before and before.lower in groups["passive"]:
                return subject(words, verb.first, lowest)
            hangs = not before or before.text == "," or before.lower in groups["gerunds"]
            return last or (self._main(region, verb) if hangs or verb.first == lowest else None)
        number = verb.first - 1
        while number > lowest and slips(words, number):
            number -= 1
        joins = words[number].lower if number >= region.first else ""
        if joins in {"and", "but", "or"} or (joins == "," and verb.first == lowest):
            return last or self._main(region, verb)
        return subject(words, verb.first, lowest)

    def _main(self, region: Region, verb: Verb) -> Source | None:
        """The subject a sentence begins with."""
        words, groups, first = self.words, english_cues().groups, region.begin(verb.first)
        if words[first].lower in groups["prepositions"]:
            comma = next((n for n in range(first, verb.first) if words[n].text == ","), None)
            if comma is None:
                return None
            first = comma + 1
        while first < verb.first and self._joins(first):
            first += 2 if words[first + 1].text == "," else 1
        source = object_of(words, first, verb.first)
        return source if source and source.kind is not SpeakerKind.PHRASE else None

    def _joins(self, number: int) -> bool:
        """Whether a word opens a sentence before its subject: But, Meanwhile,."""
        lower = self.words[number].lower
        adverb = lower.endswith(("ly", "while", "more")) and self.words[number + 1].text == ","
        return adverb or lower in english_cues().groups["breaks"]

    def _inverted(self, verb: Verb, region: Region, lowest: int) -> EnglishDraft | None:
        """The bridge is closed, said Tolliver."""
        words, groups, comma = self.words, english_cues().groups, verb.first - 1
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
        if follows not in FOLLOWS | groups["days"] or not has_verb(words, lowest, comma):
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
        if rest < region.stop and words[rest].text == "," and rest + 2 < region.end(rest):
            right = rest + 1, ending(words, rest + 1, region)
            return self._around(verb, source, (begin, comma), right)
        if comma - begin < FEWEST:
            return None
        return self.drafting.draft(verb, source, (begin, comma), "reported-name-verb")

    def _comma_before(self, source: Source, lowest: int) -> int | None:
        """The comma that parts what is said from who said it; before a closing mark, too."""
        words, comma = self.words, source.begin - 1
        while comma > lowest and words[comma].lower in {"but", "the", "a"}:
            comma -= 1
        if comma > lowest + 1 and words[comma].text in "”\"’'":
            comma -= 2 if words[comma - 1].text == "'" else 1
        parts = comma > lowest and words[comma].text in DASHES | {","}
        return comma if parts else None

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
        if first >= stop or words[first].text in ENDS | DASHES | {",", ";"}:
            return first
        if words[first].lower not in groups["days"] | groups["prepositions"] - {"if"}:
            return None
        limit = min(stop, first + FAR)
        for number in range(first, limit):
            word = words[number]
            if word.text in {",", ";"} or (word.text in ENDS and number + 1 >= stop):
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

    def _following(self, verb: Verb, region: Region, source: Source) -> EnglishDraft | None:
        """Tolliver said that the bridge is closed."""
        words, stop = self.words, region.end(verb.stop)
        opening = Opening(words, self.drafting.stretches)
        heard, first = opening.heard(verb, stop)
        opened = opening.opened(verb, first, stop, source) if first < stop else None
        if opened is None:
            return None
        end = self._end(verb, source, opened, region)
        if end - opened.number < FEWEST - 1:
            return None
        place = opened.number, end
        draft = self.drafting.draft(verb, source, place, opened.rule, opened.frame)
        return replace(draft, addressee=heard)

    def _end(self, verb: Verb, source: Source, opened: Opened, region: Region) -> int:
        words, end = self.words, ending(self.words, opened.number, region)
        if verb.form.startswith("call") and words[max(0, source.begin - 1)].lower == "what":
            begin = words[opened.number].start
            end = next(
                (words.at(each.end) for each in self.drafting.stretches if each.end > begin), end
            )
        if opened.frame is Frame.THING:
            inside = range(opened.number + 1, end)
            end = next((n for n in inside if words[n].text == "," or self._occasion(n)), end)
        return end

    def _occasion(self, number: int) -> bool:
        """Whether it was said there: in a statement, during a visit."""
        words, lower = self.words, self.words[number].lower
        if lower == "in" and number + 2 < len(words):
            near = {words[number + 1].lower, words[number + 2].lower}
            return not near.isdisjoint(english_cues().groups["occasions"])
        return lower in {"during", "when", "as", "after"}
