"""`kutip` with a probe in its event loop: how late a timer comes, written down at the end.

PROBE_FILE=lag.json python -m tests.benchmarks.probe bot
"""

import asyncio
import atexit
import gc
import json
import os
import signal
import sys
import time
from pathlib import Path

from bot.__main__ import main

STEP = 0.005  # seconds between two looks
BEGIN = 1.0  # seconds in which the bot is put together, before anybody can be kept waiting


class Probe:
    """Looks at the clock again and again; the worst moments, and what the loop itself did then."""

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self._loop = loop
        self._worked = 0.0
        self.lags: list[float] = []
        self._begun = loop.time()
        self.collections: list[float] = []
        gc.callbacks.append(self._collect)
        # seconds late, CPU seconds of the loop meanwhile, seconds since the loop began
        self.worst: list[tuple[float, float, float]] = []
        loop.call_later(BEGIN, self._look, self._begun + BEGIN)

    def _collect(self, phase: str, _: dict[str, int]) -> None:
        """How long everything stands still for the garbage collector."""
        if phase == "start":
            self._since = time.perf_counter()
        else:
            self.collections.append(time.perf_counter() - self._since)

    def _look(self, due: float) -> None:
        late, worked = max(0.0, self._loop.time() - due), time.thread_time()
        if self._worked:
            self.lags.append(late)
            moment = (late, worked - self._worked, due - self._begun)
            self.worst = sorted([*self.worst, moment])[-8:]
        self._worked = worked
        self._loop.call_later(STEP, self._look, self._loop.time() + STEP)


class Probed(asyncio.DefaultEventLoopPolicy):
    """Loops that are watched from the beginning."""

    def new_event_loop(self) -> asyncio.AbstractEventLoop:
        loop = super().new_event_loop()
        probe = Probe(loop)
        atexit.register(_write, probe)
        return loop


def _write(probe: Probe) -> None:
    lags = sorted(probe.lags) or [0.0]
    told = {
        "cpu": round(time.process_time(), 1),
        "longest_collections": sorted((round(c, 4) for c in probe.collections), reverse=True)[:8],
        "looks": len(lags),
        "p99": lags[int(len(lags) * 0.99)],
        "max": lags[-1],
        "above_50_ms": sum(lag > 0.05 for lag in lags),
        "worst": [[round(figure, 3) for figure in moment] for moment in reversed(probe.worst)],
    }
    Path(os.environ["PROBE_FILE"]).write_text(json.dumps(told))


async def idle() -> None:
    """Do nothing until SIGTERM."""
    ended = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, ended.set)
    await ended.wait()


if __name__ == "__main__":
    asyncio.set_event_loop_policy(Probed())
    sys.exit(asyncio.run(idle()) if sys.argv[1:] == ["idle"] else main())
