"""The subject of a cue verb: the name before it, past dates and places between them."""

from collections.abc import Iterator

from indexes.name_words import name_words
from indexes.quotes.apposition import Apposition
from indexes.quotes.clause import joined, opened, proper, second
from indexes.quotes.content import BY
from indexes.quotes.cues import cues
from indexes.quotes.gap import away, fits, heads, joins
from indexes.quotes.heads import somebody
from indexes.quotes.phrase import Phrase, Phrases
from indexes.quotes.phrase_stop import DOES
from indexes.quotes.quote import SpeakerKind

DATED = 12  # words of a day between commas
FAR = 60  # words before a verb that are looked at
AND = frozenset({"dan", "serta", "tetapi", "tapi", "namun", "atau", "sambil", "seraya"})
PARTING = frozenset({",", ":", ";", "—", "–", "-", "”", "“", '"', "bahwa"}) | {
    "namun", "tetapi", "tapi", "sementara", "sedangkan", "padahal",
}  # fmt: skip
COMMAS = frozenset(',—–-”“"')


def subject(phrases: Phrases, first: int, verb: int) -> Phrase | None:
    """The subject of the verb at number `verb`, in a clause that begins with word `first`."""
    first = max(first, verb - FAR)
    stop = _main(phrases, verb)
    if stop > first and phrases.words[stop - 1].lower in AND:
        return joined(phrases, first, stop)
    shows = phrases.words[verb].lower in cues().phrases["showing"]
    if verb - 1 > first and phrases.words[verb - 1].lower in BY and not shows:
        return joined(phrases, first, verb - 1)
    found = None if shows else second(phrases, first, stop)
    found = found or _parted(phrases, first, stop) or _beside(phrases, first, stop)
    return found and _undated(phrases, found)


def _undated(phrases: Phrases, found: Phrase) -> Phrase:
    """Menteri Keuangan di Jakarta, Senin, mengatakan: without where, if a day follows."""
    words, days = phrases.words, cues().phrases["weekdays"]
    dated = words[found.stop : found.stop + 2]
    if found.person or len(dated) < 2 or dated[0].text != "," or dated[1].lower not in days:
        return found
    last = found.stop - 1
    while last > found.first and words[last].capital:
        last -= 1
    shorter = phrases.at(found.first, last) if words[last].lower == "di" else None
    return shorter if shorter and shorter.stop == last else found


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
        if found and (fits(phrases, found, stop) or heads(phrases, found, first)):
            return _apposed(phrases, first, begin, found) or found
        two = found and phrases.words[end - 1].capital and joins(phrases, begin, end)
        if found is None or two or found.kind in {SpeakerKind.BODY, SpeakerKind.PHRASE}:
            nearest = _nearest(phrases, begin, stop) or _nearest(phrases, begin, end)
            if nearest:
                return nearest
    return None


def _apposed(phrases: Phrases, first: int, begin: int, role: Phrase) -> Phrase | None:
    """Margianto, kepala satgas di Gambir mengatakan: the name before what he is."""
    words = phrases.words
    if begin < first + 2 or words[begin - 1].text != "," or role.person:
        return None
    titled = role.kind is SpeakerKind.PHRASE and somebody(words[begin].lower)
    name = phrases.at(first, begin - 1) if titled else None
    named = name and name.stop == begin - 1 and (name.person or name.kind is SpeakerKind.NAME)
    return name if named else None


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
    if found is None or not proper(phrases, found) or found.stop >= stop:
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
    someone = found.kind is SpeakerKind.PHRASE or somebody(phrases.words[found.first].lower)
    known = someone and rest[:1] == ["yang"]
    return known and rest[1:2] == ["berbicara"] and PARTING.isdisjoint(rest)


def _segments(phrases: Phrases, first: int, stop: int) -> Iterator[tuple[int, int]]:
    """Where the parts of a clause begin and end at commas, the nearest to the verb first."""
    words = phrases.words
    ends = [n for n in range(first, stop) if words[n].lower in PARTING]
    begins = [first, *(n + 1 for n in ends)]
    for begin, end in zip(reversed(begins), reversed([*ends, stop]), strict=True):
        if begin < stop:
            yield begin, end


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
        if person.sure and after < end and away(phrases, after):
            return phrases.at(words.at(person.start), after)
    pronoun = words[end - 1].lower in cues().phrases["pronouns"]
    return phrases.at(end - 1, end) if pronoun else None
