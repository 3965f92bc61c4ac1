"""A reply as messages of Telegram: plain text and entities, so that nothing has to be escaped.

A quote is whole, followed by its number, what answers in it bold: it is what the reader came for.
What stands around it is folded away below. Entities count in UTF-16 units.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from telegram import MessageEntity
from telegram.constants import MessageLimit

from bot.buttons import Rows
from bot.reply import Block, Quote, Reply
from bot.telegram.cutting import LINE, SENTENCE, SPACE, cut, units
from bot.telegram.marking import Mark, marks

LONGEST: int = MessageLimit.MAX_TEXT_LENGTH
MOST_ENTITIES: int = MessageLimit.MESSAGE_ENTITIES
GAP = "\n\n"


@dataclass(frozen=True, slots=True)
class Post:
    """The text of one message, its entities, and what hangs on it; see `Reply` for the rest."""

    text: str = ""
    entities: tuple[MessageEntity, ...] = ()
    rows: Rows = ()
    wanted: str = ""
    preview: str = ""
    beside: str = ""

    def plus(self, part: "Part") -> "Post":
        """The message with another part below."""
        text = f"{self.text}{GAP}" if self.text else ""
        added = [mark.entity(part.text, units(text)) for mark in part.marks]
        return replace(self, text=text + part.text, entities=(*self.entities, *added))

    @property
    def fits(self) -> bool:
        """Whether Telegram takes it as one message."""
        return units(self.text) <= LONGEST and len(self.entities) <= MOST_ENTITIES


@dataclass(frozen=True, slots=True)
class Part:
    """What is never spread over two messages: a block, or a piece of one that is too long."""

    text: str
    marks: tuple[Mark, ...] = ()


def render(reply: Reply) -> list[Post]:
    """The messages of a reply, cut between blocks where one is not enough; buttons come last."""
    posts = [Post()]
    for block in reply.blocks:
        for part in _parts(block):
            longer = posts[-1].plus(part)
            if longer.fits:
                posts[-1] = longer
            else:
                posts.append(Post().plus(part))
    shown = [post for post in posts if post.text]
    if shown:
        shown[0] = replace(shown[0], preview=reply.preview, beside=reply.beside)
        shown[-1] = replace(shown[-1], rows=reply.rows, wanted=reply.wanted)
    return shown


def _parts(block: Block) -> Iterator[Part]:
    quote = isinstance(block, Quote)
    text = f"{block.text} [{block.number}]" if isinstance(block, Quote) else block.text
    marked = marks(block, text)
    place = 0
    for piece in cut(text, LONGEST, between=(SPACE,) if quote else (LINE, SENTENCE, SPACE)):
        # Telegram takes white space off the ends of a message anyway, and refuses an empty one
        if shown := piece.strip():
            start = place + piece.find(shown)
            within = (mark.within(start, shown) for mark in marked)
            yield Part(shown, tuple(mark for mark in within if mark))
        place += len(piece)
