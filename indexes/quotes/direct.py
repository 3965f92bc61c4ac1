"""Words between marks, and the cue and the name beside them."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from indexes.quotes.cues import cues
from indexes.quotes.draft import Draft
from indexes.quotes.marks import Marked
from indexes.quotes.phrase import Phrase, Phrases
from indexes.quotes.quote import QuoteType
from indexes.quotes.subject import subject
from indexes.quotes.tail import tail

ENDED = re.compile(r"[.!?…][”\"“»'’]*\s*\Z|[.!?…]\Z")
STOP = re.compile(r"[.!?](?=\s)")
FEWEST = 2  # words between marks that are more than a name
BETWEEN = 260  # characters of attribution between a quote and the one that goes on from it
LEADING = 14  # words between a cue and the quote that it leads to
DASHES = frozenset({",", "-", "–", "—"})


@dataclass(frozen=True, slots=True)
class Direct:
    """Attributes what stands between marks; `sentences` are the bounds of the article's."""

    phrases: Phrases
    sentences: Sequence[tuple[int, int]]

    def drafts(self, stretches: Sequence[Marked]) -> Iterator[Draft]:
        """The quotes among the marked stretches, in order."""
        last: Draft | None = None
        for stretch in stretches:
            found = self._after(stretch) or self._before(stretch) or self._told(stretch)
            found = found or self._on(stretch, last)
            if found and last and found.cue == last.cue and not found.continues:
                found = replace(found, continues=last.continues or last)
            if found:
                last = found
                yield found

    @property
    def _text(self) -> str:
        return self.phrases.cast.text

    def _sentence(self, place: int) -> int:
        """The number, from 0, of the sentence that a place stands in or that ends before it."""
        return max(0, bisect_right(self.sentences, place, key=lambda bounds: bounds[0]) - 1)

    def _limit(self, place: int) -> int:
        """The number of the first word behind the sentence that holds a place."""
        return self.phrases.words.at(self.sentences[self._sentence(place)][1])

    def _after(self, stretch: Marked) -> Draft | None:
        """”…,” kata Budi; ”…,” katanya; ”…,” Budi menuturkan."""
        words = self.phrases.words
        number = words.at(stretch.end)
        while number < len(words) and words[number].text in DASHES:
            number += 1
        if number >= len(words) or "\n" in self._text[stretch.end : words[number].start]:
            return None
        limit = self._limit(words[number].start)
        such = words[number].lower in cues().phrases["like"] and number + 1 < limit
        if such and not self._cue(number + 1):
            return self._such(stretch, number, limit)
        number += such
        word = words[number]
        passive = such and word.lower in cues().passives
        if (word.lower in cues().after or passive) and not word.capital:
            return self._named(stretch, number, limit)
        if cues().implicit(word.lower) and not word.capital:
            return self._implicit(stretch, number, limit)
        return self._subject(stretch, number, limit)

    def _cue(self, number: int) -> bool:
        word = self.phrases.words[number].lower
        known = word in cues().after or word in cues().passives
        return known or cues().implicit(word) is not None

    def _such(self, stretch: Marked, number: int, limit: int) -> Draft | None:
        """”…,” demikian Budi Santoso dalam pidatonya."""
        phrase = self.phrases.at(number + 1, limit)
        sure = phrase and phrase.person and phrase.person.sure
        return self._draft(stretch, number, phrase, "direct.after", limit) if sure else None

    def _named(self, stretch: Marked, number: int, limit: int) -> Draft | None:
        words = self.phrases.words
        first = number + 1
        while first < limit and words[first].lower in cues().phrases["lagi"]:
            if words[first].capital:
                break
            first += 1
        phrase = self.phrases.at(first, limit)
        return self._draft(stretch, number, phrase, "direct.after", limit) if phrase else None

    def _implicit(self, stretch: Marked, number: int, limit: int) -> Draft:
        words = self.phrases.words
        if number + 1 < limit and words[number + 1].capital:  # ujarnya Ma'mun: a slip
            phrase = self.phrases.at(number + 1, limit)
            if phrase and phrase.person:
                return self._draft(stretch, number, phrase, "direct.after", limit)
        return self._draft(stretch, number, None, "direct.nya", limit)

    def _subject(self, stretch: Marked, number: int, limit: int) -> Draft | None:
        """”…,” Budi menuturkan."""
        words = self.phrases.words
        inner = self._text[stretch.start : stretch.end - 1]
        if ENDED.search(inner) and inner[-1:] not in {"?", "!"}:
            return None
        if len(inner.split()) < FEWEST and inner[-1:].isalpha():
            return None  # Agung ”Kebo” Prasetyo
        phrase = self.phrases.at(number, limit)
        if phrase is None or phrase.stop >= limit:
            return None
        verb = phrase.stop
        while verb < limit - 1 and words[verb].lower in cues().phrases["adverbs"]:
            verb += 1
        if words[verb].lower not in cues().verbs and words[verb].lower not in cues().after:
            return None
        return self._draft(stretch, verb, phrase, "direct.subject", limit)

    def _before(self, stretch: Marked) -> Draft | None:
        """Budi mengatakan, ”…”; Kata Budi: ”…”."""
        words = self.phrases.words
        if len(words.between(stretch.start, stretch.end)) < FEWEST + 2:
            return None
        last = words.at(stretch.start) - 1
        while last >= 0 and words[last].text in {",", ":", "-", "–"}:
            last -= 1
        if last < 0 or "\n\n" in self._text[words[last].end : stretch.start]:
            return None
        bare = not self._text[words[last].end : stretch.start].strip()
        if bare and words[last].lower not in cues().verbs:
            return None
        start = self.sentences[self._sentence(words[last].start)][0]
        return self._led(stretch, words.at(start), last)

    def _led(self, stretch: Marked, first: int, last: int) -> Draft | None:
        """The cue before a quote: the last one of the clause that leads to it."""
        words = self.phrases.words
        for cue in range(last, max(first - 1, last - LEADING), -1):
            lower = words[cue].lower
            if lower in cues().verbs:
                phrase = subject(self.phrases, first, cue)
                leads = phrase is not None and self._bridges(cue + 1, last + 1)
            elif lower in cues().after or cues().implicit(lower) or lower == "menurut":
                phrase = self.phrases.at(cue + 1, last + 1)
                leads = phrase is not None and phrase.stop > last
            else:
                continue
            return self._draft(stretch, cue, phrase, "direct.before", last + 1) if leads else None
        return None

    def _bridges(self, first: int, stop: int) -> bool:
        """Whether between the verb and the quote stands no more than to whom, where or when."""
        if first >= stop:
            return True
        opening, groups = self.phrases.words[first].lower, cues().phrases
        framing = groups["adjuncts"] | groups["weekdays"] | groups["manner"]
        return opening in framing or opening in {"bahwa", ",", "demikian", "begini", "("}

    def _told(self, stretch: Marked) -> Draft | None:
        """Hal itu disampaikan Budi. ”…”; ”…” Pernyataan itu disampaikan Budi."""
        here = self._sentence(stretch.start)
        inner = self._text[stretch.start : stretch.end]
        if stretch.start > self.sentences[here][0] or not ENDED.search(inner):
            return None
        for sentence in (self._sentence(stretch.end - 1) + 1, here - 1):
            if 0 <= sentence < len(self.sentences):
                start, end = self.sentences[sentence]
                found = self._passive(self.phrases.words.at(start), self.phrases.words.at(end))
                if found:
                    return self._draft(stretch, *found, "direct.before", found[0] + 1)
        return None

    def _passive(self, first: int, stop: int) -> tuple[int, Phrase] | None:
        """The passive of a sentence that only points to what was said, and who said it."""
        words, groups = self.phrases.words, cues().phrases
        if first >= stop or words[first].lower not in groups["pointing"]:
            return None
        for number in range(first + 1, min(stop, first + LEADING)):
            if words[number].lower in cues().passives:
                after = number + 1 + (words[number + 1].lower == "oleh")
                who = self.phrases.at(after, stop)
                return (number, who) if who and who.person else None
        return None

    def _on(self, stretch: Marked, last: Draft | None) -> Draft | None:
        """A whole sentence between marks without a cue, right behind a quote that has one."""
        if last is None:
            return None
        inner = self._text[stretch.start : stretch.end]
        if len(inner.split()) < FEWEST or not ENDED.search(inner):
            return None
        between = self._text[last.end : stretch.start]
        led = between.rstrip()
        cued = last.end <= last.cue[0] < stretch.start and not STOP.search(between)
        if led and led[-1] not in ('.!?…”"“:,' if cued else '.!?…”"“:'):
            return None
        if len(between) > BETWEEN or between.count("\n") > FEWEST or len(STOP.findall(between)) > 1:
            return None
        origin = last.continues or last
        return replace(
            origin,
            start=stretch.start,
            end=stretch.end,
            rule="direct.continued",
            addressee=None,
            continues=origin,
        )

    def _draft(
        self, stretch: Marked, cue: int, phrase: Phrase | None, rule: str, limit: int
    ) -> Draft:
        word = self.phrases.words[cue]
        behind = tail(self.phrases, phrase.stop if phrase else cue + 1, limit)
        via, span = behind.via, (word.start, word.end)
        if behind.origin and phrase:
            via, phrase, span = (phrase, *via), behind.origin, behind.cue or span
        return Draft(stretch.start, stretch.end, QuoteType.DIRECT, cues().class_of(word.lower),
                     span, phrase, rule, addressee=behind.addressee, via=via)  # fmt: skip
