"""A reply as messages of Telegram: plain text and entities, so that nothing has to be escaped.

A quote is whole, followed by its number, what answers in it bold: it is what the reader came for.
What stands around it is folded away below. Entities count in UTF-16 units.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from telegram import MessageEntity
from telegram.constants import MessageEntityType, MessageLimit

from bot.reply import Aside, Block, Quote, Reply
from bot.telegram.cutting import LINE, SENTENCE, SPACE, cut, units

LONGEST: int = MessageLimit.MAX_TEXT_LENGTH
MOST_ENTITIES: int = MessageLimit.MESSAGE_ENTITIES
GAP = "\n\n"


@dataclass(frozen=True, slots=True)
class Post:
    """The text of one message, and its entities."""

    text: str = ""
    entities: tuple[MessageEntity, ...] = ()

    def plus(self, part: "Part") -> "Post":
        """The message with another part below."""
        text = f"{self.text}{GAP}" if self.text else ""
        added = [
            MessageEntity(
                kind,
                offset=units(text) + units(part.text[:start]),
                length=units(part.text[start:end]),
            )
            for kind, start, end in part.marked
        ]
        return Post(text + part.text, (*self.entities, *added))

    @property
    def fits(self) -> bool:
        """Whether Telegram takes it as one message."""
        return units(self.text) <= LONGEST and len(self.entities) <= MOST_ENTITIES


@dataclass(frozen=True, slots=True)
class Part:
    """What is never spread over two messages: a block, or a piece of one that is too long.

    `marked` are the kinds of its entities, each from one character to another.
    """

    text: str
    marked: tuple[tuple[str, int, int], ...] = ()


def render(reply: Reply) -> list[Post]:
    """The messages of a reply, cut between blocks where one is not enough."""
    posts = [Post()]
    for block in reply.blocks:
        for part in _parts(block):
            longer = posts[-1].plus(part)
            if longer.fits:
                posts[-1] = longer
            else:
                posts.append(Post().plus(part))
    return [post for post in posts if post.text]


def _parts(block: Block) -> Iterator[Part]:
    quote = isinstance(block, Quote)
    text = f"{block.text} [{block.number}]" if isinstance(block, Quote) else block.text
    place = 0
    for piece in cut(text, LONGEST, between=(SPACE,) if quote else (LINE, SENTENCE, SPACE)):
        # Telegram takes white space off the ends of a message anyway, and refuses an empty one
        if shown := piece.strip():
            yield Part(shown, tuple(_marked(block, shown, place + piece.find(shown))))
        place += len(piece)


def _marked(block: Block, shown: str, place: int) -> Iterator[tuple[str, int, int]]:
    """What a piece of a block that begins at that character has of its entities."""
    if isinstance(block, Aside):
        yield MessageEntityType.EXPANDABLE_BLOCKQUOTE, 0, len(shown)
    if isinstance(block, Quote) and block.short:
        start = max(0, block.short.start - place)
        end = min(len(shown), block.short.end - place)
        if shown[max(start, 0) : max(end, 0)].strip():
            yield MessageEntityType.BOLD, start, end
