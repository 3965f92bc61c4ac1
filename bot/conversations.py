"""The conversations that run: what was said last in each chat, in memory and nowhere else."""

import time
from collections.abc import Callable
from dataclasses import dataclass, replace

from bot.recent import Recent
from retrieval.answer import Answer
from retrieval.conversation import Turn

MOST = 5_000  # conversations at a time, of some kilobytes each; as many single answers


@dataclass(frozen=True, slots=True)
class Session:
    """The last turn of a chat, the one before, and the article that was picked, if there are any.

    Of a single answer: its own turn, and the one that it referred to.
    """

    chat: str
    turn: Turn | None = None
    before: Turn | None = None
    article_id: str | None = None


class Conversations:
    """The last turn of each chat, and of each answer, until it has been silent for too long."""

    def __init__(
        self, *, minutes: float, most: int = MOST, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._chats: Recent[Session] = Recent(60 * minutes, most, clock)
        self._answers: Recent[Session] = Recent(60 * minutes, most, clock)

    def last(self, chat: str) -> Turn | None:
        """What a message in this chat may refer to."""
        return self._session(chat).turn

    def answered(self, receipt: str) -> Session | None:
        """The turn of one answer and the one before it, while they are still known."""
        return self._answers.get(receipt)

    def remember(self, chat: str, last: Turn | None, answer: Answer, receipt: str = "") -> None:
        """Keep an answer as what was said last; `last` is what it referred to."""
        turn = Turn.after(last, answer)
        self._chats.put(chat, replace(self._session(chat), turn=turn, before=last))
        if receipt:
            self._answers.put(receipt, Session(chat, turn, last))

    def picked(self, chat: str) -> str | None:
        """The article that questions of this chat are about, if one was picked."""
        return self._session(chat).article_id

    def pick(self, chat: str, article_id: str | None) -> None:
        """Let the questions of this chat be about one article, or about all of them."""
        self._chats.put(chat, replace(self._session(chat), article_id=article_id))

    def forget(self, chat: str) -> None:
        """Begin anew in this chat."""
        self._chats.drop(lambda name, _: name == chat)

    def forget_where(self, meant: Callable[[str], bool]) -> None:
        """Begin anew in each chat that is meant, and forget its single answers."""
        for kept in (self._chats, self._answers):
            kept.drop(lambda _, session: meant(session.chat))

    def move(self, old: str, new: str) -> None:
        """Let the conversations of a chat, its topics and its people go on in another one."""

        def moved(chat: str, session: Session) -> tuple[str, Session]:
            if chat != old and not chat.startswith(f"{old}/"):
                return chat, session
            there = new + chat.removeprefix(old)
            return there, replace(session, chat=there)

        self._chats.rename(moved)

    def _session(self, chat: str) -> Session:
        return self._chats.get(chat) or Session(chat)
