"""A quote on its way: what was found, before anybody asks who `ia` or `-nya` is."""

from dataclasses import dataclass

from indexes.quotes.phrase import Phrase
from indexes.quotes.quote import QuoteClass, QuoteType


@dataclass(frozen=True, slots=True)
class Draft:
    """Words between two places of a text, the cue beside them, and who is named there.

    `phrase` is None for `-nya`; `continues` is the draft that this one goes on from.
    """

    start: int
    end: int
    type: QuoteType
    quote_class: QuoteClass
    cue: tuple[int, int]
    phrase: Phrase | None
    rule: str
    addressee: tuple[int, int] | None = None
    via: tuple[Phrase, ...] = ()
    parts: tuple[tuple[int, int], ...] = ()
    continues: "Draft | None" = None
    outer: "Draft | None" = None
