"""The conversations that run: what was said last in each chat, in memory and nowhere else."""

import threading
import time
from collections import OrderedDict
from collections.abc import Callable

from retrieval.answer import Answer
from retrieval.conversation import Turn

MOST = 5_000  # conversations at a time, of some kilobytes each


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
        self._turns: OrderedDict[str, tuple[float, Turn]] = OrderedDict()

    def last(self, chat: str) -> Turn | None:
        """What a message in this chat may refer to."""
        with self._lock:
            self._forget_silent()
            _, turn = self._turns.get(chat, (0.0, None))
            return turn

    def remember(self, chat: str, last: Turn | None, answer: Answer) -> None:
        """Keep an answer as what was said last; `last` is what it referred to."""
        turn = Turn.after(last, answer)
        with self._lock:
            self._forget_silent()
            self._turns[chat] = (self._clock(), turn)
            self._turns.move_to_end(chat)
            while len(self._turns) > self._most:
                self._turns.popitem(last=False)

    def forget(self, chat: str) -> None:
        """Begin anew in this chat."""
        with self._lock:
            self._turns.pop(chat, None)

    def forget_where(self, meant: Callable[[str], bool]) -> None:
        """Begin anew in each chat that is meant."""
        with self._lock:
            for chat in [chat for chat in self._turns if meant(chat)]:
                del self._turns[chat]

    def _forget_silent(self) -> None:
        """Drop what is too old, of whatever chat."""
        oldest = self._clock() - self._seconds
        while self._turns and next(iter(self._turns.values()))[0] < oldest:
            self._turns.popitem(last=False)
