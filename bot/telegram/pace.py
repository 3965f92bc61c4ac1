"""How much Telegram takes: arithmetic over times that are given, as the receiver counts.

Nobody knows when a message that is on its way counts over there, only that it is between its
departure and our hearing of its arrival. So room that it took comes back counted from the latter.
"""

import math
from collections import deque
from dataclasses import dataclass, field

from telegram.constants import FloodLimit

OVERALL: int = FloodLimit.MESSAGES_PER_SECOND
A_GROUP: int = FloodLimit.MESSAGES_PER_MINUTE_PER_GROUP
MINUTE = 60.0
BURST = 3.0  # messages that a chat takes at once, and then one a second


class Window:
    """At most so many in any stretch of so many seconds."""

    def __init__(self, most: int, seconds: float) -> None:
        self._most = most
        self._seconds = seconds
        self._going = 0
        self._arrived: deque[float] = deque()

    def room(self, now: float) -> int:
        """How many may leave at this moment."""
        while self._arrived and self._arrived[0] + self._seconds <= now:
            self._arrived.popleft()
        return self._most - self._going - len(self._arrived)

    def opens(self, now: float) -> float:
        """When one may leave; infinite where that depends on the arrival of another."""
        if self.room(now) > 0:
            return now
        return self._arrived[0] + self._seconds if self._arrived else math.inf

    def leave(self) -> None:
        """One is on its way."""
        self._going += 1

    def arrive(self, now: float) -> None:
        """One of those on their way has come, or will not."""
        self._going -= 1
        self._arrived.append(now)


class Bucket:
    """Some at once, then one a second; it fills only while nothing is on its way."""

    def __init__(self) -> None:
        self._level = BURST
        self._since = -math.inf
        self._going = 0

    def opens(self, now: float) -> float:
        """When one may leave; infinite where that depends on the arrival of another."""
        self._fill(now)
        if self._level >= 1:
            return now
        return math.inf if self._going else now + 1 - self._level

    def leave(self, now: float) -> None:
        """One is on its way."""
        self._fill(now)
        self._level -= 1
        self._going += 1

    def arrive(self, now: float) -> None:
        """One of those on their way has come, or will not."""
        self._fill(now)
        self._going -= 1

    def full(self, now: float) -> bool:
        """Whether nothing is remembered that matters."""
        self._fill(now)
        return self._level >= BURST and not self._going

    def _fill(self, now: float) -> None:
        if not self._going:
            self._level = min(BURST, self._level + (now - self._since))
        self._since = now


@dataclass(slots=True)
class Place:
    """A chat: what it takes, and until when it asked to be left alone; groups take less."""

    group: bool
    quiet_until: float = -math.inf
    no_signs_until: float = -math.inf
    _bucket: Bucket = field(default_factory=Bucket)
    _minute: Window = field(default_factory=lambda: Window(A_GROUP, MINUTE))

    def opens(self, now: float) -> float:
        """When a message may leave for it."""
        minute = self._minute.opens(now) if self.group else now
        return max(self._bucket.opens(now), minute, self.quiet_until)

    def leave(self, now: float) -> None:
        """A message is on its way there."""
        self._bucket.leave(now)
        self._minute.leave()

    def arrive(self, now: float) -> None:
        """A message has come there, or will not."""
        self._bucket.arrive(now)
        self._minute.arrive(now)

    def forgettable(self, now: float) -> bool:
        """Whether a new place would behave the same."""
        silent = max(self.quiet_until, self.no_signs_until) <= now
        return silent and self._bucket.full(now) and self._minute.room(now) == A_GROUP
