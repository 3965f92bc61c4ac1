"""What may stand between whoever speaks and the verb: where, when, how, an aside."""

from indexes.name_words import name_words
from indexes.quotes.cues import cues
from indexes.quotes.heads import somebody
from indexes.quotes.phrase import Phrase, Phrases
from indexes.quotes.quote import SpeakerKind

SPEECH = 4  # words: presiden dalam pidatonya menyatakan
PLACEABLE = {SpeakerKind.PRONOUN, SpeakerKind.DOCUMENT}  # what where and when may follow
WHEN = frozenset({"pada", "hari", "pekan", "lalu", "saat", "ketika", "waktu", "itu"}) | {
    "awal", "akhir", "pertengahan",
}  # fmt: skip
PLACING = frozenset({"di", "dari", "asal"})  # before the place that somebody is at


def fits(phrases: Phrases, found: Phrase, end: int) -> bool:
    """Whether between the phrase and the verb stands only where, when or how."""
    if found.stop >= end:
        return True
    after, groups = phrases.words[found.stop], cues().phrases
    told = found.stop + 1 < end and phrases.words[found.stop + 1].lower == "yang"
    if after.text == "," and told and phrases.words[end - 1].text == ",":
        return True  # Rusia, yang memiliki hak veto, menyatakan
    if after.lower == "di" and _placed(phrases, found.stop + 1, end):
        return True
    if after.text in {",", "("}:
        return found.person is not None or found.kind is not SpeakerKind.BODY
    if _dated(phrases, found.stop, end):
        return True
    if after.lower in PLACING and all(w.capital for w in phrases.words[found.stop + 1 : end]):
        return True
    if after.lower == "kepada" and end - found.stop < SPEECH:
        return True  # gubernur setempat kepada BBC mengatakan
    if after.lower in groups["ends"] | groups["adjuncts"]:
        speech = after.lower == "dalam" and end - found.stop < SPEECH
        titled = speech and phrases.words[found.first].lower in name_words().titles
        return titled or found.person is not None or found.kind in PLACEABLE
    return after.lower == "yang" and found.person is not None


def _placed(phrases: Phrases, first: int, end: int) -> bool:
    """Whether words only tell a place, and the day between commas: di Jakarta, Senin (3/5),."""
    rest, days = phrases.words[first:end], cues().phrases["weekdays"]
    day = next((n for n, word in enumerate(rest) if word.lower in days), 0)
    return day > 1 and all(
        word.capital or word.text in ",()/" or word.text[0].isdigit() for word in rest
    )


def _dated(phrases: Phrases, first: int, end: int) -> bool:
    """Whether words only tell the day: pada 7 Februari; hari Rabu (3/5)."""
    days = cues().phrases["weekdays"] | name_words().calendar | WHEN
    rest = phrases.words[first:end]
    return all(
        word.lower in days or word.text in {"(", ")", "/"} or word.text[0].isdigit()
        for word in rest
    )


def joins(phrases: Phrases, begin: int, end: int) -> bool:
    """Whether behind dan somebody with an office stands at the end: … dan manajer Dave Jones."""
    words = phrases.words
    last = next((n for n in range(end - 1, begin, -1) if words[n].lower == "dan"), None)
    return last is not None and last + 1 < end and somebody(words[last + 1].lower)


def heads(phrases: Phrases, found: Phrase, first: int) -> bool:
    """Whether a body begins the clause, and where it says so follows: ADB dalam laporan …."""
    after = phrases.words[found.stop].lower if found.stop < len(phrases.words) else ""
    named = phrases.words[found.first].lower in name_words().bodies
    body = found.kind is SpeakerKind.BODY or (found.person is None and named)
    when = {"dalam", "melalui", "lewat", "hari", "pada", "kemarin"} | cues().phrases["weekdays"]
    led = found.first - first <= SPEECH and phrases.words[found.first - 1].text == ","
    return body and (found.first == first or led) and after in when


def away(phrases: Phrases, number: int) -> bool:
    """Whether behind a name begins when and where: saat dihubungi, yang ditemui."""
    word = phrases.words[number].lower
    met = word == "yang" and phrases.words[number + 1].lower.startswith("di")
    return met or word in cues().phrases["away"]
