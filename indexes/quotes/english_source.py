"""A source of English words by its last word: a name, a phrase, a body, a document, a pronoun."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from indexes.quotes.english_cues import english_cues
from indexes.quotes.english_mentions import behind_field, is_calling, is_title
from indexes.quotes.quote import SpeakerKind
from indexes.quotes.words import Words

LONG = 12  # words of a source that is no name
SHORT = 5  # letters of an abbreviation with a dot
STOPS = frozenset('.;:!?—–―…"“”')
NEAR = frozenset({"of", "for", "from", "at", "in", "on", "with", "near"})
SENT = frozenset(
    {"envoy", "ambassador", "adviser", "advisor", "aide", "observer", "assistant", "close"}
)
CLAUSAL = frozenset({"he", "she", "they", "i", "we", "i've", "we've", "i'm", "we're"})
CLAUSAL |= {"it's", "he's", "she's", "they're", "that's", "there's", "you're"}
ALONE = frozenset({"some", "many", "most", "both", "another", "others", "everyone"})
RELATIVE = frozenset({"who", "which"})
NOUNS = frozenset({"report", "post", "poll", "state", "close"})
LED = frozenset({"led", "polled", "surveyed", "interviewed", "appointed", "backed", "hired"})
LED |= {"seen", "obtained", "reviewed", "viewed"}
PARTIES = frozenset({"R-", "D-", "I-"})  # D-Calif.


@dataclass(frozen=True, slots=True)
class Source:
    """Who says something: numbers of words, `stop` excluded; titles before a name from `begin`."""

    first: int
    stop: int
    kind: SpeakerKind
    begin: int


def is_medium(words: Words, source: Source) -> bool:
    """Whether a source is a medium or a document, through which others speak."""
    told = {words[number].lower for number in range(source.first, source.stop)}
    return source.kind is SpeakerKind.DOCUMENT or not told.isdisjoint(
        english_cues().groups["media"]
    )


def phrase(words: Words, last: int, lowest: int) -> Source | None:
    """The source whose last word is given, as short as it can be."""
    groups = english_cues().groups
    if words[last].text == ")":
        opened = back_to(words, last - 1, lowest, "(")
        if opened is None or opened <= lowest:
            return None
        last = opened - 1
    if words[last].text == "." and last > lowest and abbreviates(words, last):
        last -= 1
    word = words[last]
    if word.lower == "you" or word.lower in groups["breaks"] - RELATIVE:
        return None
    if word.lower in groups["pronouns"]:
        kind = SpeakerKind.PHRASE if word.lower in ALONE else SpeakerKind.PRONOUN
        return Source(last, last + 1, kind, last)
    if word.text.isdigit() and last > lowest and words[last - 1].lower == "number":
        return common(words, last, lowest)
    if not word.alphabetic and not word.text.startswith("@"):
        return None
    return named(words, last, lowest) if word.capital else common(words, last, lowest)


def named(words: Words, last: int, lowest: int) -> Source | None:
    """A source whose last word is of a name."""
    groups, first = english_cues().groups, last
    body = words[last].lower in groups["bodies"]
    while first > lowest and (_joined(words, first) or (body and _tied(words, first, lowest))):
        first -= 1
    small = groups["breaks"] | groups["prepositions"] | groups["days"]
    while first < last and words[first].lower in small:
        first += 1
    first = max(first, behind_field(words, max(first, lowest), last + 1))
    begin = first
    first = _untitled(words, first, last)
    if words[first].text == ".":
        return None
    alone = first == begin == last and is_title(words[first].lower)
    while begin > lowest and _belongs(words, begin - 1):
        begin -= 1
    if alone:
        return Source(begin, last + 1, SpeakerKind.PHRASE, begin)
    if begin > lowest and _near(words, begin - 1) and (head := _head(words, begin, lowest)):
        return head
    tied = first == begin > lowest or words[begin].lower == "the"
    tied = (tied and _near(words, begin - 1)) or _led(words, begin, lowest)
    if tied and (longer := common(words, last, lowest)):
        return longer
    if words[begin].lower in {"the", "a", "an"} and begin == first - 1:
        return Source(begin, last + 1, SpeakerKind.BODY, begin)
    if first == last and words[last].lower in groups["determiners"] | small:
        return None
    return Source(first, last + 1, SpeakerKind.NAME, begin)


def _near(words: Words, number: int) -> bool:
    """Whether a small word ties a place or a body to whoever is before it: envoy to Norland."""
    lower = words[number].lower
    return lower in NEAR or (lower == "to" and words[number - 1].lower in SENT)


def _led(words: Words, first: int, lowest: int) -> bool:
    """Whether others are led by whom a name calls: researchers led by Ann Lee."""
    by = first - 1 > lowest and words[first - 1].lower == "by"
    return by and words[first - 2].lower in LED


def _head(words: Words, first: int, lowest: int) -> Source | None:
    """Whom the place or body at a word tells more of: Ann Lee of the Red Cross."""
    before, groups = first - 2, english_cues().groups
    called = {words[number].lower for number in (before, before - 1)}
    two = words[before - 1].capital or abbreviates(words, before - 1)
    if before <= lowest or not (words[before].capital and two):
        return None
    if is_title(words[before].lower) or not called.isdisjoint(groups["bodies"]):
        return None
    head = named(words, before, lowest)
    start = words[max(lowest, head.begin - 1)].lower if head else "the"
    articles = {"the", "a", "an"}
    return head if head and articles.isdisjoint({start, words[head.begin].lower}) else None


def _untitled(words: Words, first: int, last: int) -> int:
    """The first word of a name behind its titles."""
    while first < last and (is_title(words[first].lower) or words[first].text == "."):
        first += 1
    first += is_calling(words, first, last + 1)
    for number in range(last - 1, first, -1):
        if is_title(words[number].lower):
            dotted = words[number + 1].text == "." and number + 1 < last
            return number + 2 if dotted else number + 1
    return first


def _joined(words: Words, number: int) -> bool:
    """Whether the word before another one is of the same name."""
    before, word = words[number - 1], words[number]
    if word.start - before.end > 1 or "\n" in words.text[before.end : word.start]:
        return False
    if before.text == "." or word.text == ".":
        return before.text != "." or abbreviates(words, number - 1)
    if before.capital and before.alphabetic:
        return not before.lower.endswith("'s")
    return before.lower in english_cues().groups["particles"] or before.text == "&"


def _tied(words: Words, number: int, lowest: int) -> bool:
    """Whether the name of a body goes on before a word: Citizenship and Immigration Services."""
    before = words[number - 1]
    if before.lower in {"of", "for", "and"}:
        return number - 2 >= lowest and words[number - 2].capital and words[number].capital
    return before.capital and before.alphabetic and words[number].lower in {"of", "for", "and"}


def _belongs(words: Words, number: int) -> bool:
    """Whether a small word before a name is of its phrase: the, spokesman."""
    word = words[number]
    plain = not word.capital and word.alphabetic
    return plain and (is_title(word.lower) or word.lower in {"the", "a", "an", "widow"})


def common(words: Words, last: int, lowest: int) -> Source | None:
    """A source that is no name: two officials from Leeds."""
    groups, first = english_cues().groups, last
    while first > lowest and last - first < LONG and not _parts(words, first - 1):
        first -= 1
    while first < last and words[first].lower in {"and", "or", "then", "so", "now", "still"}:
        first += 1
    adverb = first < last and words[first].lower.endswith("ly")
    if adverb and words[first + 1].lower in {"the", "a", "an"}:
        first += 1
    if words[first].lower in groups["prepositions"]:
        starts = [n for n in range(first + 1, last + 1) if words[n].lower in groups["determiners"]]
        if not starts and words[last].lower not in groups["people"]:
            return None
        first = starts[-1] if starts else last  # in coastal towns activists said
    body = [word.lower for word in words[first : last + 1]]
    empty = groups["determiners"] | groups["days"] | groups["breaks"] | groups["prepositions"]
    other = body[0] == "the" and body[-1] in {"other", "others", "latter"}
    if not other and not any(
        (word[0].isalpha() or "-" in word) and word not in empty for word in body
    ):
        return None
    if _clausal(body, [word.capital for word in words[first : last + 1]]):
        return None
    written = not groups["documents"].isdisjoint(body) and groups["people"].isdisjoint(body)
    return Source(first, last + 1, SpeakerKind.DOCUMENT if written else SpeakerKind.PHRASE, first)


def _clausal(body: Sequence[str], capital: Sequence[bool]) -> bool:
    """Whether words are no source but a piece of a clause: made the, released on Tuesday."""
    groups = english_cues().groups
    ends = groups["determiners"] | groups["prepositions"] | groups["between"] | {"been", "together"}
    subjects = body[1:] if body[1:2] == ["and"] else body
    if body[0].endswith("ed") if len(body) == 1 else not CLAUSAL.isdisjoint(subjects):
        return True
    if body[0].endswith("ing") or body[-1] in ends - {"all", "both", "one", "other", "others"}:
        return True
    if len(body) > 1 and body[0].endswith("ed") and body[1] in groups["prepositions"]:
        return True
    bound = groups["prepositions"] | {"and", "or", ",", "than"}
    return any(
        word in {"a", "an", "the"} and not (before in bound or before.endswith("ing") or name)
        for (before, word), name in zip(pairwise(body), capital, strict=False)
    )


def _parts(words: Words, number: int) -> bool:
    """Whether a word stands between a source and what is before it."""
    word, cues = words[number], english_cues()
    if word.text in {",", "(", ")"} or (word.text in STOPS and not abbreviates(words, number)):
        return True
    if word.lower in cues.groups["breaks"]:
        return word.lower not in {"and", "or"}
    if word.lower in cues.groups["auxiliaries"]:
        return True
    noun = word.lower in {"report", "post", "poll", "state", "close"} or word.lower.endswith(
        ("ed", "ing")
    )
    return word.lower in cues.forms and not noun


def back_to(words: Words, number: int, lowest: int, mark: str) -> int | None:
    """Where a mark stands before a word in the same sentence."""
    while number >= lowest:
        text = words[number].text
        if text == mark:
            return number
        if text in STOPS and not abbreviates(words, number):
            return None
        number -= 1
    return None


def abbreviates(words: Words, number: int) -> bool:
    """Whether a dot ends no sentence: after initials, titles, Calif."""
    if words[number].text != "." or not number:
        return False
    before = words[number - 1]
    return (len(before.text) <= SHORT or before.text[:2] in PARTIES) and before.capital
