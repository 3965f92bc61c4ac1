"""Cues beside what was said: menurut Budi, …; …, kata Budi; diungkapkan Budi; mengutip Budi."""

from dataclasses import dataclass, replace

from indexes.quotes.around import Around, goes_on
from indexes.quotes.content import FAR, FEWEST, Content
from indexes.quotes.cues import cues
from indexes.quotes.draft import Draft
from indexes.quotes.drafting import Drafting
from indexes.quotes.marks import DOUBLE
from indexes.quotes.phrase import Phrase
from indexes.quotes.quote import QuoteClass, SpeakerKind
from indexes.quotes.subject import subject
from indexes.quotes.tail import Tail, tail

CALLED = frozenset({"sapaan", "panggilan"})  # Menurut Ninis, sapaan akrabnya, …
CHAINED = 4  # words between a source and its verb, and before a medium at the start of a sentence


@dataclass(frozen=True, slots=True)
class Aside:
    """Reads a cue at a number in the sentence of the words `first` to `stop` (half-open)."""

    drafting: Drafting
    content: Content

    def according(self, number: int, first: int, stop: int) -> Draft | None:
        """Menurut Budi, …; …, menurut Budi; Menurutnya, …."""
        words, phrases = self.drafting.phrases.words, self.drafting.phrases
        who, after = None, number + 1
        if words[number].lower == "menurut":
            if after >= stop or words[after].lower in cues().phrases["no_source"]:
                return None
            fronted = number <= first + 1
            who = phrases.at(after, self._told(after, stop) if fronted else stop)
            if who is None:
                return None
            who = self._cut(who, stop)
            after = who.stop
        comma = number > first + 1 and words[number - 1].text == ","
        if number > first and words[number - 1 - comma].lower in cues().phrases["opening"]:
            first = number  # …, namun, menurut Budi, …
        told = number > first and words[number - 1].lower == "yang"  # yang menurut mereka langka
        if number <= first + 1 or told:
            return self._through(after, stop, who) or self.fronted(number, after, stop, who)
        behind = tail(phrases, after, stop)
        return self._trailing((first, number, after, stop), who, behind, "according")

    def _cut(self, who: Phrase, stop: int) -> Phrase:
        """Menurut Barris, kepala polisi akan …: what a verb goes on with is no part of Barris."""
        words = self.drafting.phrases.words
        inside = (n for n in range(who.first + 1, who.stop) if words[n].text == ",")
        comma = next(inside, None)
        if comma is None or who.stop >= stop or not words[who.stop].alphabetic:
            return who
        small = not words[comma + 1].capital  # petani di desa itu kesulitan pupuk
        cut = small or goes_on(words[who.stop].lower)
        return (cut and self.drafting.phrases.at(who.first, comma)) or who

    def _told(self, after: int, stop: int) -> int:
        """Menurut Budi, yang lepas adalah katrol: the comma before what was said, else `stop`."""
        comma = next((n for n in range(after, stop) if self._relative(n, stop)), None)
        return stop if comma is None or self._closed(comma, stop) else comma

    def _relative(self, comma: int, stop: int) -> bool:
        words = self.drafting.phrases.words
        return words[comma].text == "," and comma + 1 < stop and words[comma + 1].lower == "yang"

    def _closed(self, comma: int, stop: int) -> int | None:
        """Budi, yang juga saksi, …: the comma that closes what tells of him and equates nothing."""
        words, equating = self.drafting.phrases.words, cues().phrases["equating"]
        end = next((n for n in range(comma + 1, stop) if words[n].text == ","), None)
        equates = end and any(word.lower in equating for word in words[comma:end])
        return None if equates else end

    def _through(self, after: int, stop: int, medium: Phrase | None) -> Draft | None:
        """Menurut laporan Yonhap, mengutip seorang pejabat, …: the origin behind the medium."""
        words = self.drafting.phrases.words
        cue = after + 1 + (after + 1 < stop and words[after + 1].lower == "yang")
        cites = cue < stop and words[after].text == "," and words[cue].lower in cues().citing
        who = self.drafting.phrases.at(cue + 1, stop) if cites else None
        made = self.fronted(cue, who.stop, stop, who) if who else None
        return replace(made, via=(medium, *made.via)) if made and medium else made

    def behind(self, number: int, first: int, stop: int) -> Draft | None:
        """…, kata Budi; …, katanya."""
        words, phrases = self.drafting.phrases.words, self.drafting.phrases
        if number == first:
            return self._opening(number, stop)
        before = words[number - 1]
        tied = before.text in {",", "”", "“", '"'} or before.lower in {"demikian", "begitu"}
        if number <= first + 1 or not tied:
            return None
        who, after = None, number + 1
        if cues().implicit(words[number].lower) is None:
            while after < stop and words[after].lower in {"lagi", "juga", "pula"}:
                after += 1
            who = phrases.at(after, stop) or self._anybody(number, stop)
            if who is None:
                return None
            after = who.stop
        rule = "after" if who else "after.nya"
        return self._trailing((first, number, after, stop), who, tail(phrases, after, stop), rule)

    def _opening(self, number: int, stop: int) -> Draft | None:
        """Kata dia, ….: the plain cue first, and a comma behind whoever it is."""
        words, phrases = self.drafting.phrases.words, self.drafting.phrases
        who = phrases.at(number + 1, stop)
        if who is None or words[number].lower not in cues().phrases["plain"]:
            return None
        comma = who.stop < stop and words[who.stop : who.stop + 1] and words[who.stop].text == ","
        known = who.person or who.kind is SpeakerKind.PRONOUN
        made = self.fronted(number, who.stop, stop, who) if comma and known else None
        return made if made and not self.drafting.quoted(made.start) else None

    def such(self, number: int, first: int, stop: int) -> Draft | None:
        """…, demikian Menteri Keuangan Yanis Varoufakis."""
        who = self.drafting.phrases.at(number + 1, stop)
        words = self.drafting.phrases.words
        if words[number - 1].text != "," or who is None:
            return None
        if who.stop < stop and words[who.stop].lower in cues().verbs:
            behind = tail(self.drafting.phrases, who.stop + 1, stop)
            made = self._trailing((first, number, who.stop + 1, stop), who, behind, "after")
            verb = words[who.stop]
            return made and replace(made, cue=(verb.start, verb.end))
        if not (who.person and who.person.sure):
            return None
        behind = tail(self.drafting.phrases, who.stop, stop)
        return self._trailing((first, number, who.stop, stop), who, behind, "after")

    def _anybody(self, number: int, stop: int) -> Phrase | None:
        """…, kata kawula keraton itu: whoever stands behind a plain cue, known or not."""
        words = self.drafting.phrases.words
        plain = words[number].lower in cues().phrases["plain"] and words[number - 1].text == ","
        return self.drafting.phrases.anybody(number + 1, stop) if plain else None

    def report(self, number: int, first: int, stop: int) -> Draft | None:
        """…, demikian laporan Yonhap."""
        words, phrases = self.drafting.phrases.words, self.drafting.phrases
        from_whom = number + 1 < stop and words[number + 1].lower == "dari"
        who = phrases.at(number + 1 + from_whom, stop) or phrases.at(number, stop)
        if who is None or number - first <= FEWEST:
            return None
        last = who.kind is SpeakerKind.BODY and who.stop >= stop - 1
        if words[number - 1].text == "," and not last:  # …, laporan the Washington Post.
            return None
        behind = tail(phrases, who.stop, stop)
        return self._trailing((first, number, who.stop, stop), who, behind, "after")

    def agent(self, number: int, stop: int) -> Phrase | None:
        """Who did it, behind a passive: disampaikan (oleh) Budi."""
        words = self.drafting.phrases.words
        after = number + 1
        if after < stop and words[after].lower == "oleh":
            after += 1
        who = self.drafting.phrases.at(after, stop)
        speaks = {SpeakerKind.PRONOUN, SpeakerKind.BODY}
        if words[number - 1].lower == "demikian":
            speaks.add(SpeakerKind.PHRASE)
        return who if who and (who.person or who.kind in speaks) else None

    def passive(self, number: int, first: int, stop: int, who: Phrase) -> Draft | None:
        """Seperti diungkapkan Budi, …; kabar bahwa … dibantah Budi."""
        words = self.drafting.phrases.words
        done = cues().class_of(words[number].lower)
        if done in {QuoteClass.DENIAL, QuoteClass.CONFIRMATION}:
            told = next((n for n in range(first, number) if words[n].lower == "bahwa"), first)
            report = words[told - 1].lower in cues().phrases["reports"]
            if told > first and report and number - told > FEWEST:
                return self.drafting.draft((told + 1, number), number, who, "passive")
            heads = [n for n in range(first, number) if words[n].lower in cues().phrases["reports"]]
            if heads and number - heads[0] > FEWEST:  # tudingan adanya pungutan itu dibantah Budi
                return self.drafting.draft((heads[0] + 1, number), number, who, "passive")
        before = [word.lower for word in words[first:number]]
        if not before or (len(before) == 1 and before[0] in {"seperti", "sebagaimana"}):
            return self.fronted(number, who.stop, stop, who)
        closed = who.stop < stop and words[who.stop].text == ","
        inside = before[-1] == "," and closed and done is QuoteClass.SPEECH
        if (before[-1] == "demikian" or inside) and len(before) > FEWEST:
            cited = tail(self.drafting.phrases, who.stop, stop) if not inside else Tail()
            return self._trailing((first, number, who.stop, stop), who, cited, "after")
        return None

    def citing(self, number: int, first: int, stop: int) -> Draft | None:
        """Yonhap mengutip pejabat yang mengatakan bahwa …; Mengutip Yonhap, …."""
        words, phrases = self.drafting.phrases.words, self.drafting.phrases
        who = phrases.at(number + 1, stop)
        if who is None:
            return None
        if number == first:
            return self.fronted(number, who.stop, stop, who)
        through = subject(phrases, first, number)
        if through is None or through.first > first + CHAINED:
            return None
        for verb in range(who.stop, min(stop, who.stop + CHAINED)):
            said = words[verb].lower in cues().verbs and self.content.of(verb, stop)
            if said:
                made = self.drafting.draft((said.begin, said.end), verb, who, "citing")
                return replace(made, addressee=said.addressee, via=(through, *said.via))
        return None

    def fronted(self, cue: int, after: int, stop: int, who: Phrase | None) -> Draft | None:
        """What was said stands behind the one who said it, and mostly a comma."""
        words = self.drafting.phrases.words
        near = range(after, min(stop, after + FAR))
        commas = (
            n for n in near if words[n].text == "," and not self.content.within_frame(n, stop)
        )
        comma = next(commas, None)
        if comma is not None and self._relative(comma, stop):
            comma = self._closed(comma, stop) or comma
        elif comma and comma + 1 < stop and words[comma + 1].lower in CALLED:
            comma = next(commas, comma)
        begin = after if comma is None else comma + 1
        end, via = self.content.end(begin, stop)
        if end - begin < FEWEST:
            return None
        made = self.drafting.draft((begin, end), cue, who, "according.first")
        return replace(made, via=via)

    def _trailing(
        self, places: tuple[int, int, int, int], who: Phrase | None, behind: Tail, rule: str
    ) -> Draft | None:
        """What was said stands before the cue, or around it."""
        first, cue, after, stop = places
        words = self.drafting.phrases.words
        first = self.drafting.clause_start(first, cue)
        end = cue - (words[cue - 1].lower in cues().phrases["like"])
        end -= words[end - 1].text == ","
        if words[first].lower in cues().after and rule == "according":
            return None  # ”…,” kata Budi, menurut …: the direct quote has it
        closed = words[end - 1].text in DOUBLE
        if not behind.origin and not behind.via and end > first and not closed:
            around = Around(self.drafting, self.content).draft(
                (first, end, after, stop), cue, who, rule
            )
            if around:
                return replace(around, addressee=behind.addressee)
        plain = words[cue].lower in cues().phrases["plain"]
        last = plain and not any(word.text == "," for word in words[after:stop])
        fewest = FEWEST - last  # Pertemuan ditunda, kata seorang pejabat.
        if len([word for word in words[first:end] if word.alphabetic]) < fewest:
            return None
        via, span = behind.via, None
        if behind.origin:
            via, who, span = ((who, *via) if who else via), behind.origin, behind.cue
        made = self.drafting.draft((first, end), cue, who, rule)
        return replace(made, cue=span or made.cue, addressee=behind.addressee, via=via)
