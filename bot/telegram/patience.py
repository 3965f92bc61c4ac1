"""What has to be done before anything else can be, however long Telegram is away."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from datetime import timedelta

from telegram.error import InvalidToken, RetryAfter, TelegramError

LONGEST_PAUSE = 30.0  # seconds between two attempts

log = logging.getLogger(__name__)


async def until_it_works(attempt: Callable[[], Awaitable[None]]) -> None:
    """Try again, more and more slowly; the library's own loop would log a token it is refused."""
    pause = 0.5
    while True:
        try:
            await attempt()
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
