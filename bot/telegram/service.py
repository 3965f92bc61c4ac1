"""The life of the bot: it waits for Telegram, answers what was left, ends in good time."""

import asyncio
import logging
from collections.abc import Callable, Coroutine
from typing import Any, Protocol

from telegram.error import InvalidToken
from telegram.ext import Application

from bot.settings import BotSettings
from bot.telegram.errors import TokenRefused
from bot.telegram.intake import Intake
from bot.telegram.menu import offer
from bot.telegram.ordering import Ordering
from bot.telegram.patience import until_it_works
from indexes.errors import KutipError

STOP_ANSWERING = 5.0  # seconds; an answer that takes longer is given by the next process

AnyApplication = Application[Any, Any, Any, Any, Any, Any]

log = logging.getLogger(__name__)


class WayIn(Protocol):
    """Brings updates into the intake."""

    async def open(self, failed: Callable[[KutipError], None]) -> None:
        """Begin; `failed` hears of what ends the bot later."""

    async def close(self) -> None:
        """Bring nothing more."""


class Service:
    """An application that runs until it is told to stop."""

    def __init__(
        self,
        application: AnyApplication,
        way_in: WayIn,
        intake: Intake,
        ordering: Ordering,
        settings: BotSettings,
    ) -> None:
        self._application = application
        self._way_in = way_in
        self._intake = intake
        self._ordering = ordering
        self._settings = settings
        self._failure: KutipError | None = None

    async def run(self, stop: asyncio.Event) -> None:
        """Answer until `stop` is set, or raise what only a person can repair."""
        ended = asyncio.create_task(stop.wait())
        opened = asyncio.create_task(self._open(stop))
        try:
            await asyncio.wait((opened, ended), return_when=asyncio.FIRST_COMPLETED)
            if opened.done():
                opened.result()
            await ended
        finally:
            opened.cancel()
            ended.cancel()
            await asyncio.wait((opened, ended))
            await self._close()
        if self._failure:
            raise self._failure

    async def _open(self, stop: asyncio.Event) -> None:
        def failed(failure: KutipError) -> None:
            self._failure = failure
            stop.set()

        try:
            await until_it_works(self._application.initialize)
            await self._application.start()
            self._application.create_task(
                offer(self._application.bot, self._settings.language, self._settings.admins or ())
            )
            await self._intake.recover(self._application.bot)
            await self._way_in.open(failed)
        except InvalidToken:
            raise TokenRefused from None
        log.info("Answering as @%s", self._application.bot.username)

    async def _close(self) -> None:
        """Let answers that have begun be finished; leave the others to the next process."""
        self._ordering.close()
        await self._way_in.close()
        if self._application.running:
            await _within(STOP_ANSWERING, self._application.stop())
        await self._application.shutdown()
        await self._application.bot.shutdown()  # also where it was never initialized in full


async def _within(seconds: float, ending: Coroutine[Any, Any, None]) -> None:
    try:
        async with asyncio.timeout(seconds):
            await ending
    except TimeoutError:
        log.warning("Not all was finished in %d seconds; the rest is for the next start", seconds)
