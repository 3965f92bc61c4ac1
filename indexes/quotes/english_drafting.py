"""Drafts of what English sentences report, mixed where marks stand inside."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from indexes.quotes.english_cues import Frame, english_cues
from indexes.quotes.english_draft import EnglishDraft, Verb, span
from indexes.quotes.english_ending import DASHES
from indexes.quotes.english_source import Source
from indexes.quotes.marks import Marked
from indexes.quotes.quote import QuoteType
from indexes.quotes.words import Words

SKIPPED = DASHES | {",", ";", ")", "but", "and"}
UNOPENED = re.compile(r",?[”\"]")  # We will go,” said Tolliver: the opening mark is missing
POINTED = re.compile(r"(?<!\S)[‘'](?=\w)[^‘'’\n]{3,80}(?<=\w)[’'](?!\w)")  # said it was 'a scandal'
NEAR = 3  # characters of a closing mark and what stands before it


@dataclass(frozen=True, slots=True)
class EnglishDrafting:
    """Makes drafts; the stretches are those between marks that are no direct quotes."""

    words: Words
    stretches: Sequence[Marked]

    def draft(
        self,
        verb: Verb,
        source: Source,
        place: tuple[int, int],
        rule: str,
        frame: Frame = Frame.CLAUSE,
    ) -> EnglishDraft:
        """A draft of some words."""
        start, end = span(self.words, *place)
        inside = [each for each in self.stretches if each.start < end and start < each.end]
        if inside and not inside[-1].open and 0 < inside[-1].end - end <= NEAR:
            end = inside[-1].end
        pointed = POINTED.search(self.words.text, start, end)
        kind = QuoteType.MIXED if inside or pointed else QuoteType.INDIRECT
        if not inside and (closing := UNOPENED.match(self.words.text, end)):
            kind, end = QuoteType.DIRECT, closing.end()
        return EnglishDraft(
            start=start,
            end=end,
            type=kind,
            quote_class=english_cues().class_of(verb.form, frame),
            cue=span(self.words, verb.first, verb.stop),
            source=source,
            rule=rule,
        )


def starting(words: Words, lowest: int, stop: int) -> int:
    """Where what is said begins before a word, without what joins it to what was before."""
    while lowest < stop and words[lowest].lower in SKIPPED:
        lowest += 1
    return lowest
