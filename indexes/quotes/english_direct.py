"""Words between marks in English, and by whom: from what stands behind or before them."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from indexes.quotes.english_continuing import continuing
from indexes.quotes.english_cues import Frame, english_cues
from indexes.quotes.english_draft import EnglishDraft, Verb, passive, span, unsaid, verbs
from indexes.quotes.english_hearer import hearer
from indexes.quotes.english_object import object_of
from indexes.quotes.english_relaying import QUOTED
from indexes.quotes.english_source import Source
from indexes.quotes.english_stretch import begins, closed, sentence_stop, whole
from indexes.quotes.english_subject import subject
from indexes.quotes.marks import Marked
from indexes.quotes.quote import QuoteClass, QuoteType
from indexes.quotes.words import Words

SPOKEN = (Frame.CLAUSE, Frame.MARKED, Frame.THAT, Frame.HEARER)
AFTER = 45  # words behind a mark in which the verb stands
BEFORE = 24
NEAR = 9  # words from a cue to the end of its sentence, with a quote behind it
MARKS = frozenset("“”\"„«»‘’'`")
ENDS = frozenset(".!?")
BESIDE = 8  # words before a name that say what somebody is, with the comma
FEWEST = 4  # words of a quote that stands alone


@dataclass(frozen=True, slots=True)
class EnglishDirect:
    """Finds the direct quotes of a text."""

    words: Words
    bounds: Sequence[tuple[int, int]]

    def drafts(self, stretches: Sequence[Marked]) -> Iterator[EnglishDraft | Marked]:
        """A draft of each stretch that is a quote; a stretch that nobody is named for, itself."""
        before: EnglishDraft | None = None
        for number, stretch in enumerate(stretches):
            last = stretches[number - 1].end if number else 0
            following = stretches[number + 1].start if number + 1 < len(stretches) else None
            found = self._attributed(stretch, last, following, before)
            if found is None and number:
                pair = stretches[number - 1], stretch
                found = continuing(self.words, self.bounds, before, pair)
            found = found or self._after_sentence(stretch, last)
            if found is not None:
                before = found
                yield found
            elif whole(self.words.text, stretch):
                yield stretch

    def _attributed(
        self, stretch: Marked, last: int, following: int | None, before: EnglishDraft | None
    ) -> EnglishDraft | None:
        if not self._worded(stretch):
            return None
        behind = self._behind(stretch, following)
        if behind is not None:
            return behind
        found = self._ahead(stretch, last)
        if found is None:
            return None
        same = before is not None and before.cue == found.cue
        return (
            replace(found, continues=before.continues or before, rule="direct-resumed")
            if same and before
            else found
        )

    def _worded(self, stretch: Marked) -> bool:
        return any(w.text[0].isalnum() for w in self.words.between(stretch.start, stretch.end))

    def _behind(self, stretch: Marked, following: int | None) -> EnglishDraft | None:
        """“…,” said Tolliver; “…,” Tolliver said."""
        words, text = self.words, self.words.text
        if stretch.open or not begins(self.words.text, stretch):
            return None
        ends = closed(self.words.text, stretch) or self._opens_sentence(stretch)
        line = text.find("\n", stretch.end)
        limit = min(n for n in (line, following, len(text)) if n is not None and n >= 0)
        first = words.at(stretch.end)
        if first < len(words) and words[first].text == ",":
            first += 1
        stop = sentence_stop(self.words, first, min(words.at(limit), first + AFTER))
        for verb in verbs(words, first, stop):
            if not verb.fits(*SPOKEN) or verb.participle:
                continue
            if passive(words, verb, first):
                return None
            if not ends and verb.stop < stop:
                return None
            if quoted := self._quoted(stretch, verb, range(first, stop)):
                return quoted
            source, rule = self._near(verb, first, stop)
            return self._draft(stretch, verb, source, rule) if source else None
        return None

    def _quoted(self, stretch: Marked, verb: Verb, place: range) -> EnglishDraft | None:
        """“…,” Reuters quoted Tolliver as saying."""
        words = self.words
        ends = next((n for n in place[:-1] if words[n].lower == "as"), 0)
        if verb.form not in QUOTED or ends < verb.stop or words[ends + 1].lower != "saying":
            return None
        origin, medium = object_of(words, verb.stop, ends), subject(words, verb.first, place.start)
        draft = self._draft(stretch, verb, origin, "direct-name-verb") if origin else None
        return replace(draft, via=(medium,)) if draft and medium else draft

    def _near(self, verb: Verb, first: int, stop: int) -> tuple[Source | None, str]:
        words = self.words
        slip = words[first].lower.endswith("ly") or words[first].lower in {"then", "also"}
        if verb.first == first or (slip and verb.first == first + 1):
            return object_of(words, verb.stop, stop), "direct-verb-name"
        source = subject(words, verb.first, first)
        if source is None or not (source.begin - first <= 2 or self._beside(first, source.begin)):
            return None, ""
        return source, "direct-name-verb"

    def _beside(self, first: int, begin: int) -> bool:
        """Whether only what somebody is stands before the name: her lawyer, Ann Lee, said."""
        before = self.words[first:begin]
        commas = [number for number, word in enumerate(before) if word.text == ","]
        return len(before) <= BESIDE and commas == [len(before) - 1]

    def _opens_sentence(self, stretch: Marked) -> bool:
        place = bisect_right(self.bounds, (stretch.start, len(self.words.text))) - 1
        full = self.words.text[stretch.start : stretch.end].rstrip("“”\"„«»‘’'`")[-1:] not in ENDS
        return full and place >= 0 and self.bounds[place][0] == stretch.start

    def _ahead(self, stretch: Marked, last: int) -> EnglishDraft | None:
        """Tolliver said: “…”; Tolliver, laughing, shouted “…”."""
        words, text = self.words, self.words.text
        at = words.at(stretch.start)
        if not at or words[at - 1].start < last:
            return None
        mark = words[at - 1].text
        inside = text[stretch.start : stretch.end].lstrip("“”\"„«»‘’'` (")
        lowest = max(
            words.at(last), words.at(self._sentence_start(words[at - 1].start)), at - BEFORE * 2
        )
        stop = at - 1 if mark in {",", ":"} else at
        if mark not in {",", ":"} and not inside[:1].isupper():
            return None
        near = at - BEFORE if mark != ":" else lowest
        found = [
            v
            for v in verbs(words, max(lowest, near), stop)
            if v.fits(*SPOKEN) and not passive(words, v, lowest)
        ]
        if not found and mark == ",":
            return self._according(stretch, lowest, stop)
        if not found or (mark not in {",", ":"} and found[-1].stop != at):
            return None
        verb = found[-1]
        if self._compared(verb, lowest) and len(found) > 1:
            verb = found[-2]
        if mark == "," and not inside[:1].isupper() and verb.stop != at - 1:
            return None
        if verb.participle:
            source = self._main_subject(lowest, verb)
        else:
            source = subject(words, verb.first, lowest)
            if source is None and mark == "," and verb.stop != at - 1:
                source = object_of(words, verb.stop, at - 1)
        if source is None:
            return None
        return self._draft(stretch, verb, source, "direct-before")

    def _compared(self, verb: Verb, lowest: int) -> bool:
        """Whether it is in a comparison: friendlier than television suggested."""
        source = subject(self.words, verb.first, lowest)
        return source is not None and self.words[source.begin - 1].lower == "than"

    def _according(self, stretch: Marked, lowest: int, stop: int) -> EnglishDraft | None:
        """According to Tolliver, “…”."""
        for number in range(lowest, stop - 1):
            if self.words[number].lower == "according" and self.words[number + 1].lower == "to":
                source = object_of(self.words, number + 2, stop)
                verb = Verb(number, number + 2, "according to")
                return self._draft(stretch, verb, source, "direct-before") if source else None
        return None

    def _main_subject(self, lowest: int, verb: Verb) -> Source | None:
        """The subject of the clause that a participle hangs on."""
        earlier = [v for v in verbs(self.words, lowest, verb.first) if not v.participle]
        for each in reversed(earlier):
            if source := subject(self.words, each.first, lowest):
                return source
        if self.words[lowest].lower.endswith("ing"):
            return None
        return object_of(self.words, lowest, verb.first)

    def _sentence_start(self, place: int) -> int:
        number = bisect_right(self.bounds, (place, len(self.words.text))) - 1
        return self.bounds[number][0] if number >= 0 else 0

    def _after_sentence(self, stretch: Marked, last: int) -> EnglishDraft | None:
        """Tolliver spoke to the crowd, shouting. “…”: the cue ends the sentence before."""
        words, at = self.words, self.words.at(stretch.start)
        if (
            not whole(self.words.text, stretch)
            or at < 2
            or words[at - 1].text != "."
            or words[at - 1].start < last
        ):
            return None
        if "\n" in words.text[words[at - 1].end : stretch.start]:
            return None
        lowest = max(words.at(last), words.at(self._sentence_start(words[at - 1].start)))
        for verb in verbs(words, max(lowest, at - NEAR), at - 1):
            if not verb.fits(Frame.CLAUSE, Frame.MARKED) or verb.participle:
                continue
            if passive(words, verb, lowest) or unsaid(words, verb, lowest):
                continue
            if source := subject(words, verb.first, lowest):
                return self._draft(stretch, verb, source, "direct-following")
        return None

    def _draft(self, stretch: Marked, verb: Verb, source: Source, rule: str) -> EnglishDraft:
        kind = english_cues().class_of(verb.form, *SPOKEN)
        stop = sentence_stop(self.words, verb.stop, min(len(self.words), verb.stop + AFTER))
        return EnglishDraft(
            start=stretch.start,
            end=stretch.end,
            type=QuoteType.DIRECT,
            quote_class=QuoteClass(kind),
            cue=span(self.words, verb.first, verb.stop),
            source=source,
            rule=rule,
            addressee=hearer(self.words, verb, stop, range(source.first, source.stop)),
        )
