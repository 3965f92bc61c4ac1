"""The conversations that run: what was said last in each chat, in memory and nowhere else."""

import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, replace

from retrieval.answer import Answer
from retrieval.conversation import Turn

MOST = 5_000  # conversations at a time, of some kilobytes each
ANSWERED = "answered/"  # what the turn of a single answer is kept under, with its receipt


@dataclass(frozen=True, slots=True)
class Session:
    """The last turn, the one before, and the article that was picked, as far as there are any."""

    chat: str
    turn: Turn | None = None
    before: Turn | None = None
    article_id: str | None = None


class Conversations:
    """The last turn of each chat, until it has been silent for too long; for many threads."""

    def __init__(
        self, *, minutes: float, most: int = MOST, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._seconds = 60 * minutes
        self._most = most
        self._clock = clock
        self._lock = threading.Lock()
        # the one that has been silent longest comes first
        self._sessions: OrderedDict[str, tuple[float, Session]] = OrderedDict()

    def last(self, chat: str) -> Turn | None:
        """What a message in this chat may refer to."""
        return self._session(chat).turn

    def answered(self, receipt: str) -> Session | None:
        """The turn of one answer and the one before it, while they are still known."""
        session = self._session(f"{ANSWERED}{receipt}")
        return session if session.turn else None

    def remember(self, chat: str, last: Turn | None, answer: Answer, receipt: str = "") -> None:
        """Keep an answer as what was said last; `last` is what it referred to."""
        turn = Turn.after(last, answer)
        self._put(chat, replace(self._session(chat), turn=turn, before=last))
        if receipt:
            self._put(f"{ANSWERED}{receipt}", Session(chat, turn, last))

    def picked(self, chat: str) -> str | None:
        """The article that questions of this chat are about, if one was picked."""
        return self._session(chat).article_id

    def pick(self, chat: str, article_id: str | None) -> None:
        """Let the questions of this chat be about one article, or about all of them."""
        self._put(chat, replace(self._session(chat), article_id=article_id))

    def forget(self, chat: str) -> None:
        """Begin anew in this chat."""
        with self._lock:
            self._sessions.pop(chat, None)

    def move(self, old: str, new: str) -> None:
        """Let the conversations of a chat, its topics and its people go on in another one."""
        with self._lock:
            for chat in [c for c in self._sessions if c == old or c.startswith(f"{old}/")]:
                there = new + chat.removeprefix(old)
                at, session = self._sessions.pop(chat)
                self._sessions[there] = at, replace(session, chat=there)

    def _session(self, chat: str) -> Session:
        with self._lock:
            self._forget_silent()
            return self._sessions.get(chat, (0.0, Session(chat)))[1]

    def _put(self, chat: str, session: Session) -> None:
        with self._lock:
            self._forget_silent()
            self._sessions[chat] = (self._clock(), session)
            self._sessions.move_to_end(chat)
            while len(self._sessions) > self._most:
                self._sessions.popitem(last=False)

    def forget_where(self, meant: Callable[[str], bool]) -> None:
        """Begin anew in each chat that is meant."""
        with self._lock:
            kept = (
                (name, kept) for name, kept in self._sessions.items() if not meant(kept[1].chat)
            )
            self._sessions = OrderedDict(kept)

    def _forget_silent(self) -> None:
        """Drop what is too old, of whatever chat."""
        oldest = self._clock() - self._seconds
        while self._sessions and next(iter(self._sessions.values()))[0] < oldest:
            self._sessions.popitem(last=False)
