"""What a maintainer says of single quotes: another speaker, or that it is none."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from indexes.quotes.quote import Quote

MARKS = " \t\n\"'“”„«»‟‘’‹›.…,"
SHOWN = 60  # characters of a correction in a report


@dataclass(frozen=True, slots=True)
class Correction:
    """Of the quotes that begin with `text`, or of the one at `start`; without speaker: drop it."""

    text: str | None
    start: int | None
    speaker: str | None

    def __str__(self) -> str:
        if self.text is None:
            return f"start = {self.start}"
        return f'"{self.text[:SHOWN]}…"' if len(self.text) > SHOWN else f'"{self.text}"'

    @property
    def stored(self) -> list[Any]:
        """As it is kept in the catalog beside its article; `Correction(*stored)` is it again."""
        return [self.text, self.start, self.speaker]

    def of(self, quotes: Sequence[Quote]) -> set[int]:
        """The numbers of the quotes that are meant."""
        if self.text is not None:
            words = _plain(self.text)
            return {quote.number for quote in quotes if _plain(quote.text).startswith(words)}
        around = [quote for quote in quotes if quote.start <= (self.start or 0) < quote.end]
        inmost = min(around, key=lambda quote: quote.end - quote.start, default=None)
        return {inmost.number} if inmost else set()


def _plain(text: str) -> str:
    return " ".join(text.split()).strip(MARKS).casefold()
