"""Whose turn it is to be sent: answers before edits, and nobody waits for another chat's sake."""

import asyncio
import bisect
import math
from collections import OrderedDict
from collections.abc import Hashable
from dataclasses import dataclass, field
from enum import IntEnum
from itertools import count

from bot.telegram.pace import OVERALL, Place, Window

SECOND = 1.0
RESERVED = 10  # of the overall room; a sign of life takes none of the last
REMEMBERED = 2000  # chats whose pace is known at a time; more, where more are busy


class Kind(IntEnum):
    """What is sent; the lower goes first."""

    ANSWER = 0
    EDIT = 1


@dataclass(order=True, slots=True)
class Request:
    """What is to be sent to a chat; `edited` is the message that it replaces."""

    kind: Kind
    number: int
    chat: str = field(compare=False)
    edited: Hashable | None = field(compare=False)
    turn: "asyncio.Future[bool]" = field(compare=False)


class Turns:
    """What waits to be sent, what is on its way, and what each chat takes."""

    def __init__(self) -> None:
        self._overall = Window(OVERALL, SECOND)
        self._places: OrderedDict[str, Place] = OrderedDict()
        self._waiting: list[Request] = []
        self._numbers = count()
        self._alarm: asyncio.TimerHandle | None = None

    def place(self, chat: str) -> Place:
        """The pace of a chat."""
        place = self._places.pop(chat, None) or Place(group=chat.startswith(("-", "@")))
        self._places[chat] = place
        if len(self._places) > REMEMBERED:
            oldest = next(iter(self._places))
            if self._places[oldest].forgettable(_now()):
                del self._places[oldest]
        return place

    async def come(self, kind: Kind, chat: str, edited: Hashable | None = None) -> bool:
        """Wait until one may leave; not, where what is to be sent is no longer wanted."""
        turn: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
        request = Request(kind, self._number(edited), chat, edited, turn)
        bisect.insort(self._waiting, request)
        self._admit()
        try:
            return await turn
        except asyncio.CancelledError:
            if request in self._waiting:
                self._waiting.remove(request)
            elif not turn.cancelled() and turn.result():
                self.arrived(chat)
            raise

    def arrived(self, chat: str) -> None:
        """What had left has come there, or will not."""
        self._overall.arrive(_now())
        self.place(chat).arrive(_now())
        self._admit()

    def sign(self, chat: str) -> bool:
        """Whether a sign of life may leave at once: not where it would take an answer's room."""
        now, place = _now(), self.place(chat)
        if self._overall.room(now) <= RESERVED:
            return False
        if max(place.no_signs_until, place.opens(now)) > now:
            return False
        self._overall.leave()
        return True

    def sign_arrived(self) -> None:
        """A sign of life has come there, or will not."""
        self._overall.arrive(_now())
        self._admit()

    def close(self) -> None:
        """Let nobody go any more."""
        if self._alarm:
            self._alarm.cancel()

    def _number(self, edited: Hashable | None) -> int:
        """The place in the order: that of the older edit of the same message, which is dropped."""
        number = next(self._numbers)
        for older in [r for r in self._waiting if edited and r.edited == edited]:
            self._waiting.remove(older)
            if not older.turn.done():
                older.turn.set_result(False)
            number = min(number, older.number)
        return number

    def _admit(self) -> None:
        """Let go whoever may go now, and look again when the next one may."""
        now, soonest = _now(), math.inf
        for request in tuple(self._waiting):
            if (opens := self._overall.opens(now)) > now:
                soonest = min(soonest, opens)
                break
            place = self.place(request.chat)
            if (opens := place.opens(now)) > now:
                soonest = min(soonest, opens)
            elif not request.turn.done():
                self._waiting.remove(request)
                self._overall.leave()
                place.leave(now)
                request.turn.set_result(True)
        self._look_again(soonest)

    def _look_again(self, at: float) -> None:
        if self._alarm:
            self._alarm.cancel()
        loop = asyncio.get_running_loop()
        self._alarm = None if math.isinf(at) else loop.call_at(at, self._admit)


def _now() -> float:
    return asyncio.get_running_loop().time()
