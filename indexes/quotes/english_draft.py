"""What was found in an English text before it is known who is meant, and the verbs that tell it."""

from collections.abc import Iterator
from dataclasses import dataclass

from indexes.quotes.english_cues import Frame, english_cues
from indexes.quotes.english_mentions import is_title
from indexes.quotes.english_source import Source
from indexes.quotes.quote import QuoteClass, QuoteType
from indexes.quotes.words import Words

LONGEST = 4  # words of a cue
PAST_NO_ED = (
    "ed",
    "aid",
    "old",
    "ote",
    "ought",
    "own",
    "elt",
    "ound",
    "ead",
    "ood",
    "ore",
    "new",
    "eld",
)


UNNAMED = frozenset({"named", "identified", "quoted", "because", "as", "for", "said", ",", "."})
UNSAID = frozenset({"to", "must", "should", "may", "might", "can", "could"})


@dataclass(frozen=True, slots=True, eq=False)
class EnglishDraft:
    """A quote whose places are places in the text; `source` is as the article says it there."""

    start: int
    end: int
    type: QuoteType
    quote_class: QuoteClass
    cue: tuple[int, int]
    source: Source | None
    rule: str
    addressee: tuple[int, int] | None = None
    via: tuple[Source, ...] = ()
    continues: "EnglishDraft | None" = None
    parts: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Verb:
    """A cue verb: numbers of its words, `stop` excluded."""

    first: int
    stop: int
    form: str

    def fits(self, *frames: Frame) -> bool:
        """Whether it has one of some frames."""
        return any(english_cues().fits(self.form, frame) for frame in frames)

    @property
    def participle(self) -> bool:
        """Whether it has no subject of its own: adding."""
        return self.form.split()[0].endswith("ing")

    @property
    def past(self) -> bool:
        """Whether the form may be passive."""
        return self.form.split()[0].endswith(PAST_NO_ED)


def verbs(words: Words, first: int, stop: int) -> Iterator[Verb]:
    """The cue verbs in a stretch of words."""
    cues, number = english_cues(), first
    while number < stop:
        long = _long(words, number, stop) if words[number].lower in cues.firsts else None
        if long:
            yield long
            number = long.stop
            continue
        lower = words[number].lower
        titled = words[number].capital and is_title(lower)  # U.S. District Judge Ann Lee
        if lower in cues.forms and not titled:
            yield Verb(number, number + 1, lower)
        number += 1


def _long(words: Words, number: int, stop: int) -> Verb | None:
    """The cue of several words that begins at a word: went on to say."""
    for count in range(min(LONGEST, stop - number), 1, -1):
        form = " ".join(word.lower for word in words[number : number + count])
        if form in english_cues().forms:
            return Verb(number, number + count, form)
    return None


def span(words: Words, first: int, stop: int) -> tuple[int, int]:
    """Where some words stand in the text."""
    return words[first].start, words[stop - 1].end


def passive(words: Words, verb: Verb, lowest: int) -> bool:
    """Whether something is said of its subject: he was told, it is believed."""
    groups, number = english_cues().groups, verb.first - 1
    while number >= lowest and words[number].lower.endswith("ly"):
        number -= 1
    return (
        number >= lowest
        and verb.past
        and verb.form != "quoted as saying"
        and words[number].lower in groups["passive"]
    )


def unsaid(words: Words, verb: Verb, lowest: int) -> bool:
    """Whether it was not said, or is yet to be: did not say, refused to say, to say."""
    groups = english_cues().groups
    near = words[max(lowest, verb.first - 3) : verb.first]
    before = [word.text if word.text == "May" else word.lower for word in near]
    if verb.form == "asked" and _unnamed(words, verb.stop):
        return True
    if before and before[-1] in {"named", "identified"}:  # who declined to be named said
        return False
    return bool(before) and (
        before[-1] in UNSAID or any(word in groups["negations"] for word in before)
    )


def _unnamed(words: Words, first: int) -> bool:
    """Whether somebody asks for no more than to stay unnamed: who asked not to be named."""
    following = [word.lower for word in words[first : first + 4]]
    asks = following[:3] == ["not", "to", "be"] or following[:3] == ["to", "remain", "anonymous"]
    return asks and (following[3:] or ["."])[0] in UNNAMED
