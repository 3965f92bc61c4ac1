"""Updates that we ask Telegram for."""

import asyncio
import logging
from collections.abc import Callable
from datetime import timedelta

from telegram.error import Conflict, TelegramError
from telegram.ext import Updater

from bot.telegram.errors import AnotherPoller, TokenRefused
from bot.telegram.updates import WANTED, TokenRevoked
from indexes.errors import KutipError

POLL = timedelta(seconds=20)
STOP = 2.0  # seconds

log = logging.getLogger(__name__)


class Polling:
    """The way in by which we call Telegram."""

    def __init__(self, updater: Updater) -> None:
        self._updater = updater

    async def open(self, failed: Callable[[KutipError], None]) -> None:
        """Begin to ask; a webhook that was set before is taken away."""

        def tell(error: TelegramError) -> None:
            if isinstance(error, Conflict):
                failed(AnotherPoller())
            elif isinstance(error, TokenRevoked):
                failed(TokenRefused())
            else:
                log.warning("No messages from Telegram (%s); trying again", type(error).__name__)

        await self._updater.initialize()
        await self._updater.start_polling(
            timeout=POLL,
            bootstrap_retries=-1,
            allowed_updates=WANTED,
            drop_pending_updates=False,
            error_callback=tell,
        )

    async def close(self) -> None:
        """Ask no more."""
        if not self._updater.running:
            return
        try:
            async with asyncio.timeout(STOP):
                await self._updater.stop()
        except TimeoutError:
            log.warning("Telegram did not let go in %d seconds", STOP)
