"""What of a block is marked, and how: entities before they know where in a message they stand."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time

from telegram import MessageEntity
from telegram.constants import MessageEntityDateTimeFormats, MessageEntityType

from bot.reply import Aside, Block, Passage, Quote, Tone, Words
from bot.telegram.cutting import units

DAY = MessageEntityDateTimeFormats.LONG_DATE  # in the words of whoever reads it
NOON = time(12, tzinfo=UTC)  # falls on the same date from the Azores to New Zealand
TONES = {Tone.HEADING: MessageEntityType.BOLD, Tone.DOUBT: MessageEntityType.ITALIC}


@dataclass(frozen=True, slots=True)
class Mark:
    """A kind of entity from one character of a text to another."""

    kind: str
    start: int
    end: int
    url: str | None = None
    day: date | None = None

    def within(self, place: int, piece: str) -> "Mark | None":
        """What of it falls on a piece of the text that begins at that character."""
        start, end = max(0, self.start - place), min(len(piece), self.end - place)
        if not piece[start : max(start, end)].strip():
            return None
        return replace(self, start=start, end=end)

    def entity(self, text: str, offset: int) -> MessageEntity:
        """The entity, in a message where the text begins at that UTF-16 unit."""
        return MessageEntity(
            self.kind,
            offset=offset + units(text[: self.start]),
            length=units(text[self.start : self.end]),
            url=self.url,
            date_time_format=DAY if self.day else None,
            unix_time=datetime.combine(self.day, NOON) if self.day else None,
        )


def marks(block: Block, text: str) -> list[Mark]:
    """What is marked in the text of a block."""
    return list(_marks(block, text))


def _marks(block: Block, text: str) -> Iterator[Mark]:
    if isinstance(block, Words) and block.tone in TONES:
        yield Mark(TONES[block.tone], 0, len(text))
    if isinstance(block, Aside):
        yield Mark(MessageEntityType.EXPANDABLE_BLOCKQUOTE, 0, len(text))
        for day in block.days:
            yield Mark(MessageEntityType.DATE_TIME, day.start, day.end, day=day.date)
    if isinstance(block, Passage):
        yield Mark(MessageEntityType.BOLD, block.cited.start, block.cited.end)
    if isinstance(block, Quote) and block.short:
        yield Mark(MessageEntityType.BOLD, block.short.start, block.short.end)
    if isinstance(block, Quote) and block.link:
        yield Mark(MessageEntityType.TEXT_LINK, len(block.text) + 1, len(text), url=block.link)
