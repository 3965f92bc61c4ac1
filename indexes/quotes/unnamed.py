"""Sources without a person's name: bodies, documents, media, offices, and what somebody is."""

from collections.abc import Sequence
from dataclasses import dataclass

from indexes.name_words import name_words, ordinary
from indexes.quotes.cast import Cast
from indexes.quotes.cues import cues
from indexes.quotes.given_names import bodies, common
from indexes.quotes.heads import head, somebody
from indexes.quotes.quote import SpeakerKind
from indexes.quotes.words import Word, Words

Named = tuple[SpeakerKind, tuple[int, int], str]
SHORT = 4  # words that the name of a person has at most
GAP = 12  # characters before a word that tell whether a sentence begins with it
ENDED = '.!?…”"“:'


@dataclass(frozen=True, slots=True)
class Unnamed:
    """Reads a phrase in which no person is known."""

    words: Words
    cast: Cast

    def read(self, first: int, stop: int) -> Named | None:
        """The kind, where the name stands, and the fullest name; None for no source at all."""
        part = self.words[first:stop]
        if part[0].capital and (office := self._office(part)):
            return office
        of = head(self.words, first)
        if of in cues().phrases["naming_bodies"] and (name := _behind_comma(part)):
            return self._whole(name, SpeakerKind.BODY)
        if of in cues().phrases["documents"] or of in cues().phrases["media"]:
            return self._medium(part, of)
        several = part[0].lower in cues().phrases["articles"] and somebody(of)  # Tiga warga
        if part[0].capital and not several and not self._nameable(part):
            return None
        if part[0].capital:
            return self._capital(part, stop)
        known = somebody(of) or part[0].lower in cues().phrases["articles"]
        if not known:
            return None
        return self._bearer(part) or self._whole(part, SpeakerKind.PHRASE)

    def account(self, first: int, stop: int) -> Named | None:
        """The name behind the sign: akun Instagram @info_sukamaju."""
        found = next((word for word in self.words[first:stop] if word.text.startswith("@")), None)
        return found and self._whole([found], SpeakerKind.NAME)

    def _bearer(self, part: Sequence[Word]) -> Named | None:
        """An unknown name right behind an office: jurubicara Qin Gang."""
        name = _last_capitals(part)
        led = part[-len(name) - 1] if 0 < len(name) < len(part) else None
        if led is None or not 1 < len(name) <= SHORT or led.lower not in name_words().titles:
            return None
        strange = not any(common(word.lower, self.cast.language) for word in name[:1])
        body = any(w.lower in name_words().signs or w.lower in bodies() for w in name)
        acronym = any(word.text.isupper() for word in name)
        return self._whole(name, SpeakerKind.NAME) if strange and not (body or acronym) else None

    def _whole(self, part: Sequence[Word], kind: SpeakerKind) -> Named:
        span = (part[0].start, part[-1].end)
        return kind, span, self.cast.text[slice(*span)]

    def _office(self, part: Sequence[Word]) -> Named | None:
        """Presiden, Panglima TNI: the one who was named with it before."""
        titles = name_words().titles
        lower = [word.lower for word in part]
        if lower[0] not in titles:
            return None
        holder = self.cast.holder(lower, part[0].start)
        kind, span, name = self._whole(part, SpeakerKind.COREF)
        if holder or all(each in titles for each in lower):
            return kind, span, holder or name
        return None

    def _medium(self, part: Sequence[Word], of: str) -> Named:
        """A document or a medium: the body behind it, where that is named."""
        document = of in cues().phrases["documents"]
        body = len(part) > 1 and part[1].capital and part[1].lower in name_words().bodies
        whole = document and body  # Data Dinas Perairan (DP) Selatan
        capitals = part[1:] if whole else _last_capitals(part[1:] if document else part)
        name = " ".join(word.lower for word in capitals)
        named = capitals and capitals[0] is not part[0] and name not in name_words().places
        if named:
            return self._whole(capitals, SpeakerKind.BODY)
        return self._whole(part, SpeakerKind.DOCUMENT if document else SpeakerKind.PHRASE)

    def _capital(self, part: Sequence[Word], stop: int) -> Named:
        """What begins with a capital and is no known person."""
        if self._introduced(part, stop):
            return self._whole(part, SpeakerKind.NAME)
        kind, span, name = self._whole(part, SpeakerKind.BODY)
        word = part[0].lower
        of_name = word in self.cast.by_word and not somebody(word)
        if len(part) == 1 and (word in self.cast.called or of_name):
            return SpeakerKind.COREF, span, self.cast.canonical(name, span[0])
        what = somebody(word) and len(_last_capitals(part)) < len(part)
        return (SpeakerKind.PHRASE if what else kind), span, name

    def _introduced(self, part: Sequence[Word], stop: int) -> bool:
        """Whether somebody unknown is told to be a person: Oh Min-seok, seorang anggota …."""
        short = 1 < len(part) <= SHORT and all(word.capital for word in part)
        if not short or stop + 1 >= len(self.words) or self.words[stop].text != ",":
            return False
        after = self.words[stop + 1].lower
        body = any(word.lower in name_words().listed for word in part)
        return not body and (after == "seorang" or after in name_words().titles)

    def _nameable(self, part: Sequence[Word]) -> bool:
        """Whether a phrase that begins with a capital names more than the start of a sentence."""
        opening = part[0]
        if opening.lower in self.cast.called or somebody(opening.lower.split("-")[0]):
            return True
        acronym = opening.text.isupper() and len(opening.text) > 1
        if acronym or not self._opens(opening):
            return True
        if opening.lower in cues().phrases["openers"]:
            return False
        if any(word.capital for word in part[1:]):
            return part[-1].lower not in cues().phrases["pronouns"]
        known = opening.lower in name_words().signs or opening.lower in bodies()
        known = known or opening.text in self.cast.inside
        return known or not ordinary(opening.lower, self.cast.language)

    def _opens(self, word: Word) -> bool:
        """Whether a sentence begins with a word."""
        before = self.cast.text[max(0, word.start - GAP) : word.start]
        bare = before.rstrip()
        return not bare or bare[-1] in ENDED or "\n" in before[len(bare) :]


def _behind_comma(part: Sequence[Word]) -> Sequence[Word]:
    """The capitals behind the comma of kelompok pegiat, Human Rights Watch."""
    comma = next((n for n, word in enumerate(part) if word.text == ","), len(part))
    name = part[comma + 1 :]
    return name if all(word.capital for word in name) else []


def _last_capitals(part: Sequence[Word]) -> Sequence[Word]:
    """The last stretch of capitals among words, without places before it."""
    begin = len(part)
    while begin and part[begin - 1].capital:
        begin -= 1
    found = part[begin:]
    places = name_words().places
    if " ".join(word.lower for word in found) in places:
        return []
    for length in (3, 2, 1):
        if length < len(found) and " ".join(w.lower for w in found[:length]) in places:
            return found[length:]
    return found
