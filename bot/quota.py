"""How much one person may ask: so many a minute, and one word when it is enough."""

import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto

REMEMBERED = 10_000  # people
MINUTE = 60.0


class Allowance(Enum):
    """What a person is told."""

    GRANTED = auto()
    REFUSED_WITH_NOTICE = auto()
    REFUSED = auto()


@dataclass(slots=True)
class _Account:
    left: float
    since: float
    told: float = -MINUTE


class Quota:
    """So many questions a minute for each person; for many threads."""

    def __init__(self, a_minute: int, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._most = float(a_minute)
        self._clock = clock
        self._lock = threading.Lock()
        # who was heard of longest ago comes first
        self._accounts: OrderedDict[int, _Account] = OrderedDict()

    def take(self, person: int, cost: float = 1.0) -> Allowance:
        """Whether a person may ask now; a refusal is told once a minute."""
        now = self._clock()
        with self._lock:
            account = self._account(person, now)
            if account.left >= cost:
                account.left -= cost
                return Allowance.GRANTED
            if now - account.told < MINUTE:
                return Allowance.REFUSED
            account.told = now
            return Allowance.REFUSED_WITH_NOTICE

    def _account(self, person: int, now: float) -> _Account:
        account = self._accounts.pop(person, None) or _Account(self._most, now)
        account.left = min(self._most, account.left + (now - account.since) * self._most / MINUTE)
        account.since = now
        self._accounts[person] = account
        if len(self._accounts) > REMEMBERED:
            self._accounts.popitem(last=False)
        return account
