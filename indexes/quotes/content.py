"""What was said behind a cue verb: where it begins, past to whom and when, and where it ends."""

import re
from dataclasses import dataclass
from typing import NamedTuple

from indexes.quotes.cues import cues
from indexes.quotes.phrase import Phrase, Phrases
from indexes.quotes.tail import carried, hears, tail

FEWEST = 3  # words of what was said
SOON = 20  # words within which agar or bahwa makes a clause of a request
FAR = 34  # words of where and when between a verb and what was said
DATED, BRIEF, NAMED = 16, 6, 12  # words of a date, of a place in it, before sebagai
FINITE, FIGURE, COMMENT = (
    25,
    4,
    5,
)  # words that are looked at for a sign of a clause, a number, yang
BY = frozenset({"sambil", "seraya", "sembari", "dengan"})  # … menambahkan
CLAUSE = 7  # words in which somebody else and his cue come
VERB = re.compile(r"(?:me[mn]|meng|meny|me[lrwy]|ber|di(?!\b))\w{4,}")


class Said(NamedTuple):
    """Words `begin` to `end` (half-open), to whom, and through whom they came."""

    begin: int
    end: int
    addressee: tuple[int, int] | None
    via: tuple[Phrase, ...]


@dataclass(frozen=True, slots=True)
class Content:
    """Reads what stands behind a cue, up to the end of its sentence at word `stop`."""

    phrases: Phrases

    def of(self, verb: int, stop: int) -> Said | None:
        """What was said by the verb at that number; None where only a thing follows it."""
        words, groups = self.phrases.words, cues().phrases
        word = words[verb].lower
        confirms = word in cues().confirming
        begin, addressee = self._past_hearer(verb + 1, stop)
        begin, formal = self._opened(begin, stop)
        if confirms and not formal:
            begin, formal = self._past_report(begin, stop)
        if begin >= stop or not (formal or self._clause(word, begin, stop)):
            return None
        end, via = self.end(begin, stop)
        if confirms and not formal:
            end = self._thing(begin, end)
        said = [w for w in words[begin:end] if w.alphabetic or w.text.isdigit()]
        fewest = 1 if confirms else FEWEST - formal
        if len(said) < fewest or said[0].lower in groups["weekdays"]:
            return None
        if words[begin].lower in groups["anaphora"] and end - begin <= FEWEST:
            return None
        if word in groups["scoring"] and words[begin].lower in groups["scores"]:
            return None  # mencatat rekor; memastikan kemenangan
        return Said(begin, end, addressee, via)

    def formal(self, verb: int, stop: int) -> bool:
        """Whether a comma or bahwa stands between a verb and what was said."""
        begin, _ = self._past_hearer(verb + 1, stop)
        return self._opened(begin, stop)[1]

    def end(self, begin: int, stop: int) -> tuple[int, tuple[Phrase, ...]]:
        """Where what was said ends: with the sentence, or before who carried the words."""
        words = self.phrases.words
        end = next((n for n in range(begin + 1, stop - 1) if self._cuts(n, stop)), stop)
        cites = end < stop and self._cites(end, stop)
        via = tail(self.phrases, end + 1, stop).via if cites else self._such(end, stop)
        while end > begin and words[end - 1].text in {".", "?", "!", ","}:
            end -= 1
        return end, via

    def _such(self, end: int, stop: int) -> tuple[Phrase, ...]:
        """…, demikian Yonhap: the medium that carried the words."""
        words = self.phrases.words
        such = end + 2 < stop and words[end + 1].lower == "demikian" and words[end + 2].capital
        medium = self.phrases.at(end + 2, stop) if such else None
        return (medium,) if medium and medium.person is None else ()

    def within_frame(self, comma: int, stop: int) -> bool:
        """Whether a comma stands before a date or a place that tells where and when."""
        words = self.phrases.words
        if comma + 1 >= stop:
            return False
        after = words[comma + 1]
        if after.lower in cues().phrases["weekdays"]:
            return True
        near = range(comma + 1, min(stop, comma + BRIEF))
        later = next((n for n in near if words[n].text == ","), None)
        if later is None or not after.capital:
            return False
        return words[later - 1].text == ")" or (words[later - 1].capital and later - comma <= 4)

    def _past_hearer(self, begin: int, stop: int) -> tuple[int, tuple[int, int] | None]:
        words = self.phrases.words
        how = {"kembali", "lagi", "pula"} | cues().phrases["manner"]
        again = begin + 1 < stop and words[begin].lower in how
        if again and words[begin + 1].lower in {"bahwa", ",", ":", "kepada"}:
            begin += 1
        to = begin < stop and words[begin].lower in {"kepada", "pada"}
        if not to and words[begin - 1].lower not in cues().phrases["hearing"]:
            return begin, None
        found = self.phrases.at(begin + to, stop)
        if found and words[begin].lower == "pada" and not hears(self.phrases, found, "pada"):
            return begin, None
        if found and (to or (found.stop < stop and words[found.stop].lower == "bahwa")):
            return found.stop, (found.start, found.end)
        return begin, None

    def hearer(self, begin: int, verb: int) -> tuple[int, int] | None:
        """Budi kepada wartawan mengatakan …: who hears it, before the verb."""
        known = begin < verb and self.phrases.words[begin].lower == "kepada"
        return self._past_hearer(begin, verb)[1] if known else None

    def _past_report(self, begin: int, stop: int) -> tuple[int, bool]:
        """Past the report that is denied or confirmed: kabar bahwa."""
        words = self.phrases.words
        if begin < stop and words[begin].lower in cues().phrases["reports"]:
            for place in range(begin, min(stop, begin + SOON)):
                if words[place].lower in cues().verbs:
                    break
                if words[place].lower == "bahwa":
                    return place + 1, True
        return begin, False

    def _opened(self, begin: int, stop: int) -> tuple[int, bool]:
        """Past where and when it was said, a comma and bahwa; whether one of these stood there."""
        words, groups = self.phrases.words, cues().phrases
        if begin >= stop:
            return begin, False
        word = words[begin]
        if word.lower in groups["adjuncts"] | groups["weekdays"] or word.text == "(":
            return self._past_frame(begin, stop)
        if word.text in {",", ":"}:
            return self._past_date(begin + 1, stop), True
        if word.lower in groups["connectives"]:
            return self._connected(begin), True
        return begin, False

    def _past_frame(self, begin: int, stop: int) -> tuple[int, bool]:
        words = self.phrases.words
        for place in range(begin, min(stop, begin + FAR)):
            if words[place].lower == "bahwa":
                return place + 1, True
            if words[place].text == "," and not self.within_frame(place, stop):
                return self._connected(place + 1), True
        return begin, False

    def _past_date(self, begin: int, stop: int) -> int:
        words = self.phrases.words
        if begin < stop and words[begin].lower in cues().phrases["weekdays"]:
            for place in range(begin, min(stop, begin + DATED)):
                if words[place].text == "," or words[place].lower == "bahwa":
                    return self._connected(place + 1)
        return self._connected(begin)

    def _connected(self, place: int) -> int:
        words = self.phrases.words
        while place < len(words) and words[place].lower in {"bahwa", ","}:
            place += 1
        return place

    def _clause(self, verb: str, begin: int, stop: int) -> bool:
        """Whether what follows a verb at once is what was said, and no thing."""
        words, groups = self.phrases.words, cues().phrases
        if verb in cues().confirming:
            return True
        lower = [word.lower for word in words[begin : min(stop, begin + FINITE)]]
        if verb in groups["counting"] and any(each[0].isdigit() for each in lower[:FIGURE]):
            return True
        if verb in cues().clausal:
            signs = groups["clausal_signs"]
            return any(
                words[n].lower in signs or (n > begin and VERB.match(words[n].text))
                for n in range(begin, min(stop, begin + SOON))
            )
        if verb in groups["naming"] and "sebagai" in lower[:NAMED]:
            return True
        if verb in cues().comma:
            return verb in groups["finite"] and any(each in groups["signs"] for each in lower)
        return lower[0] not in groups["anaphora"] - {"ini", "itu", "pernyataan"}

    def _thing(self, begin: int, end: int) -> int:
        """Where a thing that is confirmed or denied ends: before , tetapi."""
        words, opposing = self.phrases.words, cues().phrases["opposing"]
        for number in range(begin + 1, end - 1):
            if words[number].text == "," and words[number + 1].lower in opposing:
                return number
            if words[number].lower in BY and words[number + 1].lower in cues().verbs:
                return number
        return end

    def _cuts(self, number: int, stop: int) -> bool:
        """Whether what was said ends before this word."""
        words = self.phrases.words
        if words[number].text == ";":
            return True
        if words[number].lower in {"dan", "serta", "tetapi"} | BY:
            return self._second(number + 1, stop)
        if words[number].text != ",":
            return False
        after = words[number + 1]
        if after.lower in {"sebuah", "suatu"}:  # a comment: , sebuah langkah yang …
            near = words[number + 2 : min(stop, number + COMMENT)]
            return any(word.lower == "yang" for word in near)
        such = after.lower == "demikian" and number + 2 < stop and self._closing(number + 2)
        beside = such or after.lower == "menurut" or after.text in cues().after
        if beside and self.phrases.at(number + 2, stop):
            return True
        return self._cites(number, stop) or self._more(number, stop)

    def _closing(self, number: int) -> bool:
        """Behind demikian: Yonhap; laporan Yonhap; dilaporkan Yonhap."""
        word = self.phrases.words[number]
        return word.capital or word.lower in cues().phrases["nouns"] | cues().passives.keys()

    def _cites(self, comma: int, stop: int) -> bool:
        """Whether behind a comma stands who carried the words: , seperti dikutip Yonhap."""
        words = self.phrases.words
        if words[comma].text != ",":
            return False
        lead = cues().phrases["like"] | {"dengan"}
        key = comma + 1 + (words[comma + 1].lower in lead and comma + 2 < stop)
        return words[key].lower in cues().citing or carried(self.phrases, key)

    def _more(self, comma: int, stop: int) -> bool:
        """…, mencatat bahwa …; …, sambil menambahkan …: a second cue of the same speaker."""
        words = self.phrases.words
        after = words[comma + 1].lower
        following = words[comma + 2].lower if comma + 2 < stop else ""
        if after in cues().verbs:
            return following in {"bahwa", "jika", "kalau", ","}
        if after in cues().phrases["meanwhile"]:  # …, sementara pemberontak menyebut …
            near = words[comma + 2 : min(stop, comma + 2 + CLAUSE)]
            return any(word.lower in cues().verbs for word in near)
        return after in BY and following in cues().verbs

    def _second(self, number: int, stop: int) -> bool:
        """… dan menuntut agar …: a second cue that says something of its own."""
        verb = self.phrases.words[number].lower
        if verb not in cues().verbs or number + 2 >= stop:
            return False
        begin, formal = self._opened(number + 1, stop)
        return begin < stop and (formal or self._clause(verb, begin, stop))
