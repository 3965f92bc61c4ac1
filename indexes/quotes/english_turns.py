"""Lines that begin with who speaks, as a transcript has them: PENCE: Well, look."""

import re
from collections.abc import Iterator

from indexes.quotes.english_draft import EnglishDraft
from indexes.quotes.english_source import Source
from indexes.quotes.quote import QuoteClass, QuoteType, SpeakerKind
from indexes.quotes.words import Words

TURN = re.compile(
    r"^[“\"]?(?P<name>[A-Z][A-Z.’'-]+(?: [A-Z][A-Z.’'-]+){0,3})(?P<colon>:) (?P<said>\S.*)$", re.M
)
FEWEST = 2  # turns that make a transcript
SHORTEST = 12  # characters of a turn that says something


def turns(words: Words) -> Iterator[EnglishDraft]:
    """What is said in the turns of a transcript."""
    found = list(TURN.finditer(words.text))
    if len(found) < FEWEST:
        return
    for each in found:
        first = words.at(each.start("name"))
        source = Source(first, words.at(each.start("colon")), SpeakerKind.NAME, first)
        if each.end("said") - each.start("said") < SHORTEST:
            continue
        yield EnglishDraft(
            start=each.start("said"),
            end=each.end("said"),
            type=QuoteType.INDIRECT,
            quote_class=QuoteClass.SPEECH,
            cue=each.span("colon"),
            source=source,
            rule="turn",
        )
