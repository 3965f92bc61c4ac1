"""Telegram's limits as the server keeps them: what comes too early is refused, and counted."""

from collections import defaultdict, deque
from collections.abc import Iterable
from dataclasses import dataclass, field

COUNTED = ("send", "edit", "forward", "copy")


@dataclass
class Limit:
    """At most so many in any stretch of so many seconds; a burst with one a second is three."""

    stretches: Iterable[tuple[int, float]]
    times: deque[float] = field(default_factory=lambda: deque(maxlen=64))

    def wait(self, now: float) -> float:
        """How much too early something comes; nothing where it does not."""
        early = 0.0
        for most, seconds in self.stretches:
            if len(self.times) >= most:
                early = max(early, self.times[-most] + seconds - now)
        return early


OVERALL = ((30, 1.0),)
# three at once, then one a second: n messages take n - 3 seconds
A_CHAT = tuple((3 + extra, 1.0 + extra) for extra in range(12))
A_GROUP = (*A_CHAT, (20, 60.0))


class TelegramsLimits:
    """30 messages a second, one a second in a chat after three at once, 20 a minute in a group."""

    def __init__(self) -> None:
        self.violations: list[str] = []
        self._overall = Limit(OVERALL)
        self._chats: defaultdict[str, Limit] = defaultdict(lambda: Limit(A_CHAT))
        self._groups: defaultdict[str, Limit] = defaultdict(lambda: Limit(A_GROUP))

    def refuse(self, method: str, chat: str, now: float) -> float:
        """The seconds to wait where a message comes too early, else nothing."""
        if not method.startswith(COUNTED):
            return 0.0
        limits = [self._overall]
        if method != "sendChatAction":
            limits.append((self._groups if chat.startswith("-") else self._chats)[chat])
        early = max(limit.wait(now) for limit in limits)
        if early > 0:
            self.violations.append(f"{method} in {chat}, {early:.3f} s early")
            return early
        for limit in limits:
            limit.times.append(now)
        return 0.0
