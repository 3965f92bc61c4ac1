"""What English sentences report without marks, or with marks round a piece of it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from indexes.quotes.english_according import according, viewed
from indexes.quotes.english_cues import Frame, english_cues
from indexes.quotes.english_draft import EnglishDraft, Verb, passive, unsaid, verbs
from indexes.quotes.english_drafting import EnglishDrafting
from indexes.quotes.english_ending import Region, ending
from indexes.quotes.english_nouns import nouns
from indexes.quotes.english_object import object_of
from indexes.quotes.english_opening import Opened, Opening
from indexes.quotes.english_relaying import QUOTED, quoted_as, relayed
from indexes.quotes.english_source import Source, is_medium
from indexes.quotes.english_subject import slips, subject
from indexes.quotes.english_trailing import EnglishTrailing
from indexes.quotes.quote import QuoteClass, SpeakerKind
from indexes.quotes.words import Words

FEWEST = 3  # words of what stands before its cue
MOST = 7  # words of a source behind its verb
SPEECH = QuoteClass.SPEECH
NEAR = 4  # words between two marked pieces of what something is called
FIRST = frozenset({"i", "we", "i've", "we've", "i'm", "we're", "i'd", "we'd", "i'll", "we'll"})
NOBODY = frozenset({"neither", "nobody", "none", "no"})
BELONGS = frozenset({"of", "against", "for", "to", "that", "who"})


@dataclass(frozen=True, slots=True)
class EnglishReported:
    """Finds indirect and mixed quotes."""

    words: Words
    drafting: EnglishDrafting
    used: frozenset[int]  # first words of the cues of direct quotes

    def drafts(self, region: Region) -> Iterator[EnglishDraft]:
        """What a sentence reports."""
        opening = according(self.drafting, region, self.used) or viewed(self.drafting, region)
        if opening:
            yield from self._relayed(opening, region)
            return
        if nested := self._nested(region):
            yield from nested
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
                yield from self._relayed(draft, region)

    def owned(self, region: Region) -> Iterator[EnglishDraft]:
        """What is so by somebody's claim, where no other cue is in the sentence."""
        yield from nouns(self.drafting, region)

    def _nested(self, region: Region) -> list[EnglishDraft]:
        """Lee believes that it is closed, aides said: what the aides say, and through them Lee."""
        cues = [] if region.taken else list(verbs(self.words, region.first, region.stop))
        if len(cues) < 2 or cues[-1].form not in english_cues().groups["closing"]:
            return []
        trailing = EnglishTrailing(self.words, self.drafting)
        outer = trailing.closing(cues[-1], region)
        if outer is None or outer.source is None:
            return []
        inside = Region(self.words.at(outer.start), self.words.at(outer.end), region.taken)
        inner = [replace(each, via=(*each.via, outer.source)) for each in self.drafts(inside)]
        if outer.source.kind is SpeakerKind.PRONOUN and any(map(_named, inner)):
            return []
        if is_medium(self.words, outer.source) and any(map(_spoken, inner)):
            return inner
        return [relayed(self.words, outer, region.stop), *inner] if inner else []

    def _relayed(self, draft: EnglishDraft, region: Region) -> Iterator[EnglishDraft]:
        """A draft, and what a medium says that others said."""
        outer = relayed(self.words, draft, region.stop)
        yield outer
        if draft.source is None or draft.parts or not is_medium(self.words, draft.source):
            return
        place = self.words.at(draft.start), self.words.at(draft.end)
        for inner in self.drafts(Region(*place, region.taken)):
            yield replace(inner, via=(*inner.via, draft.source))

    def _read(
        self, verb: Verb, region: Region, lowest: int, last: Source | None
    ) -> EnglishDraft | None:
        words = self.words
        if passive(words, verb, lowest) or unsaid(words, verb, lowest) or self._noun(verb, lowest):
            return None
        if verb.form in QUOTED:
            return quoted_as(self.drafting, verb, region)
        spoken = verb.fits(Frame.CLAUSE, Frame.HEARER) and not verb.participle
        trailing = EnglishTrailing(self.words, self.drafting)
        shown = verb.form in english_cues().groups["shows"]
        if (spoken or shown) and (found := trailing.read(verb, region, lowest)):
            written = found.source and found.source.kind is SpeakerKind.DOCUMENT
            if spoken or written:
                return found
        source = self._source(verb, lowest, region, last)
        if source and words[source.first].lower in FIRST | NOBODY:
            return None
        return self._following(verb, region, source) if source else None

    def _noun(self, verb: Verb, lowest: int) -> bool:
        """Whether a word that may be a verb is a noun: the report."""
        groups = english_cues().groups
        if verb.form not in groups["nouns"]:
            return False
        if verb.first <= lowest or self.words[verb.first].capital:
            return True
        before = self.words[verb.first - 1].lower
        behind = self.words[verb.stop].lower if verb.stop < len(self.words) else "."
        if behind in english_cues().forms or (verb.form == "state" and behind != "that"):
            return True
        bound = groups["determiners"] | groups["prepositions"] - {"that"}
        if verb.form in {"report", "claim", "note"} and not before.endswith("s"):
            near = {word.lower for word in self.words[max(lowest, verb.first - 3) : verb.first]}
            if behind == "," or not near.isdisjoint(bound):
                return True
        article = verb.first - 2 >= lowest and self.words[verb.first - 2].lower in {"a", "an"}
        return article or before in bound | {"that"} or before.endswith("'s")

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
        begins = range(first + 1, verb.first)
        limit = next((n for n in begins if self._verbal(n)), verb.first)
        source = object_of(words, first, limit)
        short = source is not None and (
            source.kind is not SpeakerKind.PHRASE or source.stop - source.first < MOST
        )
        return source if short else None

    def _verbal(self, number: int) -> bool:
        """Whether a subject ends before a word."""
        word, cues = self.words[number], english_cues()
        if word.capital or word.lower in cues.groups["nouns"]:
            return False
        known = word.lower in cues.forms or word.lower.endswith("ed")
        return known or word.lower in cues.groups["auxiliaries"] or slips(self.words, number)

    def _joins(self, number: int) -> bool:
        """Whether a word opens a sentence before its subject: But, Meanwhile,."""
        lower = self.words[number].lower
        adverb = lower.endswith(("ly", "while", "more")) and self.words[number + 1].text == ","
        return adverb or lower in english_cues().groups["breaks"]

    def _following(self, verb: Verb, region: Region, source: Source) -> EnglishDraft | None:
        """Tolliver said that the bridge is closed."""
        words, stop = self.words, region.end(verb.stop)
        opening = Opening(words, self.drafting.stretches)
        heard, first = opening.heard(verb, stop)
        opened = opening.opened(verb, first, stop, source) if first < stop else None
        if opened is None:
            return None
        end = self._end(verb, source, opened, region)
        short = opened.frame is Frame.THING and verb.form in ("denied", "denies", "deny")
        if end - opened.number < (1 if short else FEWEST - 1):
            return None
        place = opened.number, end
        draft = self.drafting.draft(verb, source, place, opened.rule, opened.frame)
        return replace(draft, addressee=heard)

    def _end(self, verb: Verb, source: Source, opened: Opened, region: Region) -> int:
        words, end = self.words, ending(self.words, opened.number, region)
        if opened.rule == "reported-called":
            return self._called(verb, source, opened.number, end)
        if opened.frame is Frame.THING:
            inside = range(opened.number + 1, end)
            end = next((n for n in inside if words[n].text == "," or self._occasion(n)), end)
        return end

    def _called(self, verb: Verb, source: Source, first: int, end: int) -> int:
        """Where it ends what something is called: with the marks, or what belongs to them."""
        words, start = self.words, self.words[first].start
        inside = [e for e in self.drafting.stretches if start <= e.start < words[end - 1].end]
        if not inside:
            return end
        close = words.at(inside[0].end)
        if words[max(0, source.begin - 1)].lower == "what":
            return close
        for each in inside[1:]:
            if words.at(each.start) - close > NEAR:
                break
            close = words.at(each.end)
        return end if close < end and words[close].lower in BELONGS else close

    def _occasion(self, number: int) -> bool:
        """Whether it was said there: in a statement, during a visit."""
        words, lower = self.words, self.words[number].lower
        if lower == "in" and number + 2 < len(words):
            near = {words[number + 1].lower, words[number + 2].lower}
            return not near.isdisjoint(english_cues().groups["occasions"])
        return lower in {"during", "when", "as", "after"}


def _spoken(draft: EnglishDraft) -> bool:
    return draft.rule in {"reported-that", "reported-bare"} and draft.quote_class is SPEECH


def _named(draft: EnglishDraft) -> bool:
    return draft.source is not None and draft.source.kind is SpeakerKind.NAME
