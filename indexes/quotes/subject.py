"""The subject of a cue verb: the name before it, past dates and places between them."""

import re
from collections.abc import Iterator

from indexes.name_words import name_words
from indexes.quotes.apposition import Apposition
from indexes.quotes.content import BY
from indexes.quotes.cues import cues
from indexes.quotes.heads import THESE, somebody
from indexes.quotes.phrase import Phrase, Phrases
from indexes.quotes.phrase_stop import DOES
from indexes.quotes.quote import SpeakerKind

PLACEABLE = {SpeakerKind.PRONOUN, SpeakerKind.DOCUMENT}  # what where and when may follow
DATED = 12  # words of a day between commas
WHEN = frozenset({"pada", "hari", "pekan", "lalu", "saat", "ketika", "waktu", "itu"})
FAR = 60  # words before a verb that are looked at
AND = frozenset({"dan", "serta", "tetapi", "tapi", "namun", "atau", "sambil", "seraya"})
POINTING = THESE | {"ini", "terpisah", "sama", "senada"}  # what goes on with an opener
PARTING = frozenset({",", ":", ";", "—", "–", "-", "”", "“", '"', "bahwa"}) | {
    "namun", "tetapi", "tapi", "sementara", "sedangkan", "padahal",
}  # fmt: skip
VERB = re.compile(r"(?:me|ber)\w{3,}")
PLACING = frozenset({"di", "dari", "asal"})  # before the place that somebody is at
COMMAS = frozenset(',—–-”“"')


def subject(phrases: Phrases, first: int, verb: int) -> Phrase | None:
    """The subject of the verb at number `verb`, in a clause that begins with word `first`."""
    first = max(first, verb - FAR)
    stop = _main(phrases, verb)
    if stop > first and phrases.words[stop - 1].lower in AND:
        return _joined(phrases, first, stop)
    shows = phrases.words[verb].lower in cues().phrases["showing"]
    if verb - 1 > first and phrases.words[verb - 1].lower in BY and not shows:
        return _joined(phrases, first, verb - 1)
    return _parted(phrases, first, stop) or _beside(phrases, first, stop)


def _beside(phrases: Phrases, first: int, stop: int) -> Phrase | None:
    """Whoever is named in the part of a clause before its verb, the nearest first."""
    if leader := _leading(phrases, first, stop):
        return leader
    for begin, end in _segments(phrases, first, stop):
        framed = begin > first and phrases.words[begin].lower in cues().phrases["adjuncts"]
        begin = opened(phrases, begin, stop)
        if begin >= stop:
            continue
        found = phrases.at(begin, stop)
        if framed and found and found.kind is SpeakerKind.DOCUMENT:
            continue  # Budi, dalam keterangan tertulisnya, mengatakan
        if found and (_fits(phrases, found, stop) or _heads(phrases, found, first)):
            return found
        joins = found and phrases.words[end - 1].capital and _joins(phrases, begin, end)
        if found is None or joins or found.kind in {SpeakerKind.BODY, SpeakerKind.PHRASE}:
            nearest = _nearest(phrases, begin, stop) or _nearest(phrases, begin, end)
            if nearest:
                return nearest
    return None


def opened(phrases: Phrases, begin: int, end: int) -> int:
    """The first word past those that open a sentence: Sementara itu, Adapun."""
    words, groups = phrases.words, cues().phrases
    while begin < end and words[begin].lower in groups["openers"]:
        if words[begin].lower in groups["pronouns"]:
            return begin
        named = words[begin].lower in groups["people"] and begin + 1 < end
        if named and words[begin + 1].text != ",":
            return begin
        begin += 1
        if begin < end and words[begin].lower in POINTING:
            begin += 1
    return begin


def _main(phrases: Phrases, verb: int) -> int:
    """Where the adverbs before a verb begin."""
    stop = verb
    passing = cues().phrases["adverbs"] | cues().phrases["weekdays"]
    while stop > 1:
        if phrases.words[stop - 2].lower == "secara":
            stop -= 2
        elif phrases.words[stop - 1].lower in passing:
            stop -= 1
        else:
            break
    return stop


def _joined(phrases: Phrases, first: int, stop: int) -> Phrase | None:
    """… dan meminta: the one whom the clause begins with."""
    found = phrases.at(opened(phrases, _unframed(phrases, first, stop), stop), stop)
    found = found or phrases.at(opened(phrases, first, stop), stop)
    if found is None or any(word.lower == "yang" for word in phrases.words[found.stop : stop]):
        return None
    known = found.kind is SpeakerKind.PRONOUN or _proper(phrases, found)
    return found if known or _acts(phrases, found, stop) else None


def _unframed(phrases: Phrases, first: int, stop: int) -> int:
    """Behind where and when a clause begins with, and a comma: Dalam pidato di Wina, Budi …."""
    words = phrases.words
    if words[first].lower not in cues().phrases["adjuncts"] | cues().phrases["openers"]:
        return first
    comma = next((n for n in range(first, min(stop, first + DATED)) if words[n].text == ","), None)
    return first if comma is None else comma + 1


def _acts(phrases: Phrases, found: Phrase, stop: int) -> bool:
    """Whether a verb stands right behind a phrase: juru bicara itu menolak …, tetapi …."""
    return found.stop < stop and bool(VERB.fullmatch(phrases.words[found.stop].lower))


def _leading(phrases: Phrases, first: int, stop: int) -> Phrase | None:
    """A person whom the clause begins with, and whom only commas part from the verb."""
    words, groups = phrases.words, cues().phrases
    begin = first
    while begin < stop and words[begin].lower in groups["openers"]:
        comma = next((n for n in range(begin, min(stop, begin + 4)) if words[n].text == ","), None)
        if comma is None:
            break
        begin = comma + 1
    if begin >= stop or words[begin].lower in groups["openers"] - groups["pronouns"]:
        return None
    found = phrases.at(begin, stop)
    if found is None or not _proper(phrases, found) or found.stop >= stop:
        return None
    return found if words[stop - 1].text in COMMAS else None


def _parted(phrases: Phrases, first: int, stop: int) -> Phrase | None:
    """Whoever begins the clause, where what stands between two commas only tells of him."""
    words = phrases.words
    if first >= stop or words[first].lower in cues().phrases["openers"]:
        return None
    found = phrases.at(first, stop)
    body = words[first].lower in name_words().bodies
    if found and found.stop == stop and (found.person or body):
        return found  # Rina (45), salah satu pelanggan; Badan Iklim, Laut, dan Gempa
    if found and found.stop == stop - 2 and words[found.stop].text == ",":
        lies = Apposition(words, phrases.cast).lies(found.stop)
        return found if lies else None  # seorang pejabat di Portland, Oregon
    if words[stop - 1].text != ",":
        return found if found and _unnamed(phrases, found, stop) else None
    if found and found.stop == stop - 1 and found.kind is SpeakerKind.BODY:
        return found if found.name[0] > found.start else None  # kelompok pegiat, HRW, …
    if found is None or found.stop >= stop - 1 or words[found.stop].text != ",":
        return None
    aside = words[found.stop + 1].lower
    named = found.kind is not SpeakerKind.PHRASE
    telling = aside == "yang" or (
        (named and aside in cues().phrases["apposed"])
        or (found.person is not None and somebody(aside))
    )
    day = aside in cues().phrases["weekdays"] and stop - found.stop <= DATED
    framed = found.kind is SpeakerKind.BODY and aside in cues().phrases["adjuncts"]
    return found if telling or day or framed else None


def _unnamed(phrases: Phrases, found: Phrase, stop: int) -> bool:
    """Whether what parts somebody from his verb tells why he is not named: yang berbicara …."""
    rest = [word.lower for word in phrases.words[found.stop : stop]]
    known = found.kind is SpeakerKind.PHRASE and rest[:1] == ["yang"]
    return known and rest[1:2] == ["berbicara"] and PARTING.isdisjoint(rest)


def _proper(phrases: Phrases, found: Phrase) -> bool:
    """Whether a phrase is a person, with no more than an office before the name."""
    if found.person is None:
        return found.kind is SpeakerKind.NAME
    opening = phrases.words[found.first]
    office = name_words().titles | cues().phrases["people"]
    begins = found.person.start == opening.start or opening.lower in office
    return bool(found.person.sure) and begins


def _segments(phrases: Phrases, first: int, stop: int) -> Iterator[tuple[int, int]]:
    """Where the parts of a clause begin and end at commas, the nearest to the verb first."""
    words = phrases.words
    ends = [n for n in range(first, stop) if words[n].lower in PARTING]
    begins = [first, *(n + 1 for n in ends)]
    for begin, end in zip(reversed(begins), reversed([*ends, stop]), strict=True):
        if begin < stop:
            yield begin, end


def _fits(phrases: Phrases, found: Phrase, end: int) -> bool:
    """Whether between the phrase and the verb stands only where, when or how."""
    if found.stop >= end:
        return True
    after, groups = phrases.words[found.stop], cues().phrases
    told = found.stop + 1 < end and phrases.words[found.stop + 1].lower == "yang"
    if after.text == "," and told and phrases.words[end - 1].text == ",":
        return True  # Rusia, yang memiliki hak veto, menyatakan
    if after.text in {",", "("}:
        return found.person is not None or found.kind is not SpeakerKind.BODY
    if _dated(phrases, found.stop, end):
        return True
    if after.lower in PLACING and all(w.capital for w in phrases.words[found.stop + 1 : end]):
        return True
    if after.lower in groups["ends"] | groups["adjuncts"]:
        return found.person is not None or found.kind in PLACEABLE
    return after.lower == "yang" and found.person is not None


def _dated(phrases: Phrases, first: int, end: int) -> bool:
    """Whether words only tell the day: pada 7 Februari; hari Rabu (3/5)."""
    days = cues().phrases["weekdays"] | name_words().calendar | WHEN
    rest = phrases.words[first:end]
    return all(
        word.lower in days or word.text in {"(", ")", "/"} or word.text[0].isdigit()
        for word in rest
    )


def _joins(phrases: Phrases, begin: int, end: int) -> bool:
    """Whether behind dan somebody with an office stands at the end: … dan manajer Dave Jones."""
    words = phrases.words
    last = next((n for n in range(end - 1, begin, -1) if words[n].lower == "dan"), None)
    return last is not None and last + 1 < end and somebody(words[last + 1].lower)


def _heads(phrases: Phrases, found: Phrase, first: int) -> bool:
    """Whether a body begins the clause, and where it says so follows: ADB dalam laporan …."""
    after = phrases.words[found.stop].lower if found.stop < len(phrases.words) else ""
    named = phrases.words[found.first].lower in name_words().bodies
    body = found.kind is SpeakerKind.BODY or (found.person is None and named)
    when = {"dalam", "melalui", "lewat", "hari", "pada", "kemarin"} | cues().phrases["weekdays"]
    return body and found.first == first and after in when


def _nearest(phrases: Phrases, begin: int, end: int) -> Phrase | None:
    """The person whose name ends right before the verb, or before when and where."""
    words = phrases.words
    if begin >= end:
        return None
    people = phrases.cast.between(words[begin].start, words[end - 1].end)
    if people and people[-1].end == words[end - 1].end:
        parted = end < len(words) and words[end].text == ","
        before = words[begin : words.at(people[-1].start)]
        if parted and any(DOES.fullmatch(word.lower) for word in before):
            return None  # juri mengeluarkan putusan yang tidak memihak Budi, memerintahkan …
        return phrases.at(words.at(people[-1].start), end)
    for person in reversed(people):
        after = words.at(person.end)
        if person.sure and after < end and _away(phrases, after):
            return phrases.at(words.at(person.start), after)
    pronoun = words[end - 1].lower in cues().phrases["pronouns"]
    return phrases.at(end - 1, end) if pronoun else None


def _away(phrases: Phrases, number: int) -> bool:
    """Whether behind a name begins when and where: saat dihubungi, yang ditemui."""
    word = phrases.words[number].lower
    met = word == "yang" and phrases.words[number + 1].lower.startswith("di")
    return met or word in cues().phrases["away"]
