"""Work that would hold up the event loop."""

import asyncio
import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import TypeVar
from weakref import WeakKeyDictionary

TOGETHER = 32  # answers that are looked for at a time

Result = TypeVar("Result")

_places: WeakKeyDictionary[asyncio.AbstractEventLoop, asyncio.Semaphore] = WeakKeyDictionary()


async def in_thread(work: Callable[[], Result]) -> Result:
    """The result of some work, done in a thread of its own.

    Unlike with `asyncio.to_thread`, the end of the process does not wait for it, and slow answers
    leave the shared threads to the inbox.
    """
    places = _places.setdefault(asyncio.get_running_loop(), asyncio.Semaphore(TOGETHER))
    async with places:
        return await asyncio.wrap_future(_begun(work))


def _begun(work: Callable[[], Result]) -> "Future[Result]":
    done: Future[Result] = Future()
    done.set_running_or_notify_cancel()

    def run() -> None:
        try:
            done.set_result(work())
        except BaseException as error:  # raised again where the result is awaited
            done.set_exception(error)

    threading.Thread(target=run, name="answer", daemon=True).start()
    return done
