"""What somebody said without marks, mengatakan bahwa …, and who was heard of in each sentence."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cache, cached_property

from indexes.quotes.aside import Aside
from indexes.quotes.carrier import carried_by
from indexes.quotes.clause import opened
from indexes.quotes.content import BY, FEWEST, Content
from indexes.quotes.cues import cues
from indexes.quotes.draft import Draft
from indexes.quotes.drafting import Drafting
from indexes.quotes.nesting import nested
from indexes.quotes.phrase import Phrase
from indexes.quotes.quote import SpeakerKind
from indexes.quotes.relaying import between, cited, origin
from indexes.quotes.subject import subject

LED = 6  # words before a cue at the end of its sentence
SOON = 8  # words behind it in which bahwa shows that what was said follows
QUOTING = 12  # words before yang mengatakan in which a medium cites


@dataclass(frozen=True)
class Reported:
    """Reads one sentence after the other; `heard` are those who spoke, also where not what."""

    drafting: Drafting
    heard: list[Phrase] = field(default_factory=list)

    @cached_property
    def _content(self) -> Content:
        return Content(self.drafting.phrases)

    @cached_property
    def _aside(self) -> Aside:
        return Aside(self.drafting, self._content)

    def drafts(self, start: int, end: int) -> Iterator[Draft]:
        """What is reported in the sentence between two places of the text."""
        phrases = self.drafting.phrases
        words, first, stop = phrases.words, phrases.words.at(start), phrases.words.at(end)
        found: list[Draft] = []
        if not self.drafting.marked(start):
            self._introduce(first, stop)
        for number in range(first, stop):
            word = words[number]
            if word.lower not in _starters() and not word.lower.endswith("nya"):
                continue
            if self.drafting.marked(word.start):
                continue
            draft = self._draft(number, first, stop, found)
            if draft:
                found.append(draft)
        yield from nested(carried_by(self.drafting, self._content, (first, stop), found))

    def _introduce(self, first: int, stop: int) -> None:
        """Somebody whom a sentence begins with speaks next, whatever he does in it."""
        phrases = self.drafting.phrases
        who = phrases.at(opened(phrases, first, stop), stop)
        person = who.person if who else None
        if who and person and person.sure and (len(person.words) > 1 or person.office):
            self.heard.append(who)

    def _draft(self, number: int, first: int, stop: int, found: list[Draft]) -> Draft | None:
        word = self.drafting.phrases.words[number]
        lower = word.lower
        if lower in {"menurut", "menurutnya"}:
            return self._aside.according(number, first, stop)
        if lower in cues().citing:
            cited = found and found[-1].cue == (word.start, word.end)
            return None if cited else self._aside.citing(number, first, stop)
        if lower in cues().verbs:
            return self._verb(number, first, stop, found)
        if lower in cues().after or (cues().implicit(lower) and not word.capital):
            return self._aside.behind(number, first, stop)
        if lower in cues().passives:
            return self._passive(number, first, stop)
        if lower == "demikian" and number > first:
            return self._aside.such(number, first, stop)
        if lower.removesuffix("nya") in cues().passives and number == first:
            return self._aside.fronted(number, number + 1, stop, None)
        before = self.drafting.phrases.words[number - 1].lower
        if lower in cues().phrases["nouns"] and before in {"demikian", ","}:
            return self._aside.report(number, first, stop)
        return None

    def _verb(self, number: int, first: int, stop: int, found: list[Draft]) -> Draft | None:
        """Budi mengatakan, …; … dan menambahkan, …: with the subject of the cue before."""
        words = self.drafting.phrases.words
        first = self.drafting.clause_start(first, number)
        if words[number - 1].lower == "yang" and (who := self._told(first, number)):
            return self._made(first, number, stop, who, "verb.relative")
        if self._negated(number, first):
            return None
        before = found[-1] if found else None
        joined = words[number - 1].lower in cues().phrases["joining"]
        own = None if joined and before else subject(self.drafting.phrases, first, number)
        if own is not None and not self._speaks(own, number):
            own = None
        if own is None and (before is None or not self._goes_on(number)):
            return None
        if own and not any(each.start <= words[number].start < each.end for each in found):
            self.heard.append(own)
        if own:
            return self._made(first, number, stop, own, "verb") or self._led(
                number, first, stop, own
            )
        adds = joined or words[number - 1].lower in BY
        if not adds and not self._content.formal(number, stop):
            return None
        return self._made(first, number, stop, before.phrase if before else None, "verb.more")

    def _made(
        self, first: int, number: int, stop: int, who: Phrase | None, rule: str
    ) -> Draft | None:
        said = self._content.of(number, stop)
        if said is None:
            return None
        if relayed := cited(self.drafting, (first, stop), said, who):
            return relayed
        made = self.drafting.draft((said.begin, said.end), number, who, rule)
        if self.drafting.quoted(made.start):
            return None
        heard = said.addressee or (self._content.hearer(who.stop, number) if who else None)
        made = replace(
            made, addressee=heard, via=(*said.via, *between(self.drafting.phrases, who, number))
        )
        return origin(self.drafting.phrases, made, (said.end, stop), who)

    def _told(self, first: int, number: int) -> Phrase | None:
        """Hal senada ditegaskan Budi, yang mengatakan …: who did it, named right before."""
        phrases = self.drafting.phrases
        words = phrases.words
        by = next((n for n in range(number - 2, first, -1) if words[n].lower == "oleh"), None)
        if by is not None and words[number].lower in cues().phrases["saying"]:
            agent = phrases.at(by + 1, number - 1)
            return agent if agent and agent.stop >= number - 2 else None
        passive = any(word.lower in cues().passives for word in words[first:number])
        near = self.heard[-1].start >= words[first].start if self.heard else False
        return self.heard[-1] if passive and near else None

    def _led(self, number: int, first: int, stop: int, who: Phrase) -> Draft | None:
        """…, Kremlin mengumumkan Senin: what was said stands before."""
        words = self.drafting.phrases.words
        place = who.first - 1
        if who.first <= first + FEWEST or words[place].text not in ',”“"':
            return None
        end = place if words[place].text == "," else place + 1
        if end - opened(self.drafting.phrases, first, end) < LED:
            return None
        near = [word.lower for word in words[number : min(stop, number + SOON)]]
        if "bahwa" in near[: near.index(",") if "," in near else None]:
            return None
        if not self._framed(number + 1, stop):
            return None
        return self.drafting.draft((first, end), number, who, "verb.trailing")

    def _framed(self, number: int, stop: int) -> bool:
        """Whether behind a cue stands no more than when, where or to whom."""
        if number >= stop:
            return True
        word, groups = self.drafting.phrases.words[number], cues().phrases
        framing = groups["adjuncts"] | groups["weekdays"] | groups["lately"]
        return not word.alphabetic or word.lower in framing

    def _passive(self, number: int, first: int, stop: int) -> Draft | None:
        if self.drafting.phrases.words[number - 1].lower in cues().phrases["away"]:
            return None  # saat dikonfirmasi Kompas.com
        who = self._aside.agent(number, stop)
        relative = self.drafting.phrases.words[number - 1].lower == "yang"
        if who is None or (self._negated(number, first) and not relative):
            return None
        self.heard.append(who)
        return None if relative else self._aside.passive(number, first, stop, who)

    def _negated(self, number: int, first: int) -> bool:
        """Whether nothing was said: tidak mengatakan, akan mengumumkan, yang mengatakan."""
        words, groups = self.drafting.phrases.words, cues().phrases
        place = number - 1
        while place >= first and words[place].lower in groups["weak"]:
            if words[place].lower in groups["hypothetical"]:
                return True
            place -= 1
        if place < first:
            return False
        lower = words[place].lower
        if lower == "yang":
            before = words[max(first, number - QUOTING) : number]
            return number - first > 1 and not any(w.lower in cues().citing for w in before)
        return lower in groups["negations"] or lower in groups["hypothetical"] - {"sempat", "terus"}

    def _speaks(self, who: Phrase, number: int) -> bool:
        """Whether a subject is somebody who can speak."""
        words, groups = self.drafting.phrases.words, cues().phrases
        opening = words[who.first].lower
        if words[number].lower in groups["showing"]:
            return who.kind is SpeakerKind.DOCUMENT or opening in groups["documents"]
        if who.person or who.kind in {SpeakerKind.PRONOUN, SpeakerKind.COREF}:
            return True
        return opening not in groups["mute"]

    def _goes_on(self, number: int) -> bool:
        """Whether a cue without a subject has the one of the cue before it in the sentence."""
        previous = self.drafting.phrases.words[number - 1].lower
        groups = cues().phrases
        return previous == "," or previous in groups["joining"] | groups["same_speaker"]


@cache
def _starters() -> frozenset[str]:
    known = cues()
    words = (known.verbs, known.after, known.prepositions, known.passives, known.citing)
    return frozenset({"demikian"}).union(*words, known.phrases["nouns"])
