"""The quotes that rules found, as a maintainer wants them: speakers set right, quotes dropped."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from indexes.names import same_person
from indexes.quotes.correction import Correction
from indexes.quotes.quote import Quote, Span, Speaker, SpeakerKind

RULE = "sidecar"


def amend(
    text: str, quotes: Sequence[Quote], corrections: Sequence[Correction]
) -> tuple[tuple[Quote, ...], tuple[Correction, ...]]:
    """The quotes of a text as the maintainer wants them, and the corrections that meet none."""
    chosen = {number: c for c in corrections for number in c.of(quotes)}
    unmet = tuple(c for c in corrections if not c.of(quotes))
    kept = list(_kept(text, quotes, chosen))
    numbers = {quote.number: n for n, quote in enumerate(kept, start=1)}
    return tuple(
        replace(quote, number=n, continues=numbers.get(quote.continues or 0))
        for n, quote in enumerate(kept, start=1)
    ), unmet


def _kept(text: str, quotes: Sequence[Quote], chosen: dict[int, Correction]) -> Iterator[Quote]:
    for quote in quotes:
        told = chosen.get(quote.number)
        begun = chosen.get(quote.continues or 0)
        if told is None and begun is not None and begun.speaker is not None:
            told = chosen[quote.number] = begun  # who said the beginning said the rest
        if told is None:
            yield quote
        elif told.speaker is not None:
            speaker = _speaker(text, quote, told.speaker)
            yield replace(quote, speaker=speaker, rule=RULE, confidence=1.0)


def _speaker(text: str, quote: Quote, name: str) -> Speaker:
    """The person by that name, with the span and the office that the text gives them there."""
    said = quote.speaker
    if said.canonical and same_person(said.canonical, name):
        return replace(said, canonical=name)
    places = [match.start() for match in re.finditer(re.escape(name), text)]
    nearest = min(places, key=lambda start: abs(start - quote.cue.start), default=None)
    span = None if nearest is None else Span.cut(text, nearest, nearest + len(name))
    return Speaker(SpeakerKind.NAME, span, name)
