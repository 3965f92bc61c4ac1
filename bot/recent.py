"""What was said lately: kept until it has been silent for too long, or until there is too much."""

import threading
from collections import OrderedDict
from collections.abc import Callable
from typing import Generic, TypeVar

Value = TypeVar("Value")


class Recent(Generic[Value]):
    """Values by name, the one touched longest ago first; for many threads."""

    def __init__(self, seconds: float, most: int, clock: Callable[[], float]) -> None:
        self._seconds = seconds
        self._most = most
        self._clock = clock
        self._lock = threading.Lock()
        self._kept: OrderedDict[str, tuple[float, Value]] = OrderedDict()

    def get(self, name: str) -> Value | None:
        """The value of that name, if it is still kept."""
        with self._lock:
            self._forget_silent()
            kept = self._kept.get(name)
            return kept[1] if kept else None

    def put(self, name: str, value: Value) -> None:
        """Keep a value in place of an earlier one."""
        with self._lock:
            self._forget_silent()
            self._kept[name] = (self._clock(), value)
            self._kept.move_to_end(name)
            while len(self._kept) > self._most:
                self._kept.popitem(last=False)

    def drop(self, meant: Callable[[str, Value], bool]) -> None:
        """Forget all that is meant."""
        with self._lock:
            for name in [name for name, (_, value) in self._kept.items() if meant(name, value)]:
                del self._kept[name]

    def rename(self, renamed: Callable[[str, Value], tuple[str, Value]]) -> None:
        """Put what each name and value becomes in their place."""
        with self._lock:
            changed = ((at, renamed(name, value)) for name, (at, value) in self._kept.items())
            self._kept = OrderedDict((name, (at, value)) for at, (name, value) in changed)

    def _forget_silent(self) -> None:
        oldest = self._clock() - self._seconds
        while self._kept and next(iter(self._kept.values()))[0] < oldest:
            self._kept.popitem(last=False)
