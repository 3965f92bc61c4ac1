"""Chats side by side, the messages of one chat in their order, each taken from the inbox."""

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any, cast
from weakref import WeakValueDictionary

from telegram import Update
from telegram.ext import BaseUpdateProcessor

from bot.metrics import Metrics
from bot.telegram.intake import WAITING, Intake
from bot.telegram.ways import conversation_of, lasting

log = logging.getLogger(__name__)


class Ordering(BaseUpdateProcessor):
    """What is answered when; after `close`, what has not begun is left in the inbox."""

    def __init__(
        self, intake: Intake, metrics: Metrics, give_up: Callable[[Update], Awaitable[None]]
    ) -> None:
        # the library's own limit counts those who only wait for their turn, or for Telegram's
        super().__init__(WAITING + 1)
        self._intake = intake
        self._metrics = metrics
        self._give_up = give_up
        self._turns: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()
        self._closed = False

    def close(self) -> None:
        """Begin nothing more."""
        self._closed = True

    async def do_process_update(self, update: object, coroutine: Awaitable[Any]) -> None:
        """Answer an update when its turn has come."""
        began = time.monotonic()
        answering = cast(Coroutine[Any, Any, None], coroutine)
        try:
            if not isinstance(update, Update):
                return
            if not lasting(update):
                await answering
            elif chat := conversation_of(update):
                turn = self._turns.setdefault(chat, asyncio.Lock())
                async with turn:
                    await self._answer(update, answering)
        finally:
            answering.close()  # changes nothing where it has run
            self._metrics.replied(time.monotonic() - began)

    async def _answer(self, update: Update, answering: Awaitable[None]) -> None:
        if self._closed:
            return
        if await self._intake.begin(update.update_id):
            await answering
        else:
            log.error("Update %d was given up", update.update_id)
            await self._give_up(update)
        await self._intake.finish(update.update_id)

    async def initialize(self) -> None:
        """Nothing has to be opened."""

    async def shutdown(self) -> None:
        """Nothing has to be closed."""
