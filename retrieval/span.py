"""A stretch of a text."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Span:
    """Half-open offsets into a text, in code points: `text_of_all[start:end] == text`."""

    start: int
    end: int
    text: str

    @classmethod
    def of(cls, text: str, start: int, end: int) -> "Span":
        """The stretch between two offsets."""
        return cls(start, end, text[start:end])
