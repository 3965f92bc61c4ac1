"""What a message refers to: an answer it replies to, what came before its edit, or the last."""

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.message import Message, Replied
from bot.verifying import check
from retrieval.conversation import Turn
from retrieval.question import parse
from retrieval.reference import Heard

if TYPE_CHECKING:
    from bot.chat import Chat


class Referring:
    """Finds the turn of a conversation that a message is about."""

    def __init__(self, chat: "Chat") -> None:
        self._library = chat.library
        self._records = chat.records
        self._conversations = chat.conversations

    def turn(self, message: Message) -> Turn | None:
        """What a message may refer to: what it replies to, or what was said last."""
        posts = self._records.posts
        if message.edited and (answers := posts.answering(message.post)):
            earlier = posts.shown(answers[-1])
            kept = earlier and self._conversations.answered(earlier.receipt)
            return kept.before if kept else None
        heard = message.replied and self.heard(message.replied)
        if not message.replied or not heard:
            return self._conversations.last(message.chat)
        shown = posts.shown(message.replied.post)
        kept = shown and self._conversations.answered(shown.receipt)
        if kept and kept.turn:
            return replace(kept.turn, heard=heard)
        return Turn(parse(""), heard)

    def heard(self, replied: Replied) -> tuple[Heard, ...]:
        """What the answer that was replied to cites, as it stands today; of a part, its own."""
        shown = self._records.posts.shown(replied.post)
        known = shown and shown.receipt and self._records.memory.receipt(shown.receipt)
        if not known:
            return ()
        with self._library.reading() as index:
            checked = [check(index, place) for place in known[0].places]
        heard = tuple(Heard.of(each.citation) for each in checked if each.citation)
        part = replied.quoted.strip()
        return tuple(h for h in heard if part in h.text or h.text in part) or heard
