"""The life of the bot: it waits for Telegram, answers what was left, polls, ends in good time."""

import asyncio
import logging
from collections.abc import Coroutine, Iterable
from datetime import timedelta
from typing import Any

from telegram.error import Conflict, InvalidToken, RetryAfter, TelegramError
from telegram.ext import Application, Updater

from bot.telegram.errors import AnotherPoller, TokenRefused
from bot.telegram.intake import Intake
from bot.telegram.menu import offer
from bot.telegram.ordering import Ordering
from bot.telegram.updates import TokenRevoked
from indexes.errors import KutipError

POLL = timedelta(seconds=20)
LONGEST_PAUSE = 30.0  # seconds between two attempts to reach Telegram
STOP_POLLING = 2.0  # seconds
STOP_ANSWERING = 5.0  # seconds; an answer that takes longer is given by the next process

AnyApplication = Application[Any, Any, Any, Any, Any, Any]

log = logging.getLogger(__name__)


class Service:
    """An application that runs until it is told to stop."""

    def __init__(
        self,
        application: AnyApplication,
        intake: Intake,
        ordering: Ordering,
        language: str,
        admins: Iterable[int],
    ) -> None:
        self._application = application
        self._intake = intake
        self._ordering = ordering
        self._language = language
        self._admins = admins
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
        try:
            await self._connect()
            await self._application.start()
            self._application.create_task(
                offer(self._application.bot, self._language, self._admins)
            )
            await self._intake.recover(self._application.bot)
            await self._updater.start_polling(
                timeout=POLL,
                bootstrap_retries=-1,
                allowed_updates=["message"],
                drop_pending_updates=False,
                error_callback=lambda error: self._polling_failed(error, stop),
            )
        except InvalidToken:
            raise TokenRefused from None
        log.info("Answering as @%s", self._application.bot.username)

    async def _connect(self) -> None:
        """Wait for Telegram; the library's own loop would log the token where it is refused."""
        pause = 0.5
        while True:
            try:
                await self._application.initialize()
                return
            except InvalidToken:
                raise
            except RetryAfter as limit:
                wait = limit.retry_after
                pause = wait.total_seconds() if isinstance(wait, timedelta) else wait
            except TelegramError as error:
                log.warning("Telegram cannot be reached (%s); trying again", type(error).__name__)
            await asyncio.sleep(pause)
            pause = min(1.5 * pause, LONGEST_PAUSE)

    def _polling_failed(self, error: TelegramError, stop: asyncio.Event) -> None:
        """Polling goes on by itself, unless only a person can repair it."""
        if isinstance(error, Conflict):
            self._failure = AnotherPoller()
            stop.set()
        elif isinstance(error, TokenRevoked):
            self._failure = TokenRefused()
            stop.set()
        else:
            log.warning("No messages from Telegram (%s); trying again", type(error).__name__)

    async def _close(self) -> None:
        """Let answers that have begun be finished; leave the others to the next process."""
        self._ordering.close()
        if self._updater.running:
            await _within(STOP_POLLING, self._updater.stop())
        if self._application.running:
            await _within(STOP_ANSWERING, self._application.stop())
        await self._application.shutdown()
        await self._application.bot.shutdown()  # also where it was never initialized in full

    @property
    def _updater(self) -> Updater:
        if self._application.updater is None:
            raise RuntimeError("the application was built without an updater")
        return self._application.updater


async def _within(seconds: float, ending: Coroutine[Any, Any, None]) -> None:
    try:
        async with asyncio.timeout(seconds):
            await ending
    except TimeoutError:
        log.warning("Not all was finished in %d seconds; the rest is for the next start", seconds)
