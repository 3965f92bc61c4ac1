"""The sign that an answer is being looked for."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from telegram import Bot
from telegram.constants import ChatAction
from telegram.error import TelegramError

from bot.telegram.addressing import Address

GRACE = 0.3  # seconds; an answer that comes at once needs no announcement
SHOWN = 4.5  # seconds; Telegram shows the sign for five, or until a message comes
PATIENCE = 2.0  # seconds; an answer does not wait longer for its own announcement


@asynccontextmanager
async def typing(bot: Bot, address: Address) -> AsyncIterator[None]:
    """Show the sign while the block takes its time; not in groups, where it counts as a message."""
    if address.reply_to:
        yield
        return
    over = asyncio.Event()
    showing = asyncio.create_task(_show(bot, address, over))
    try:
        yield
    finally:
        over.set()
        await showing  # a sign that came after the answer would stay


async def _show(bot: Bot, address: Address, over: asyncio.Event) -> None:
    pause = GRACE
    while not await _happens(over, within=pause):
        with suppress(TelegramError, TimeoutError):
            async with asyncio.timeout(PATIENCE):
                await bot.send_chat_action(
                    address.chat, ChatAction.TYPING, message_thread_id=address.thread
                )
        pause = SHOWN


async def _happens(event: asyncio.Event, *, within: float) -> bool:
    with suppress(TimeoutError):
        async with asyncio.timeout(within):
            await event.wait()
    return event.is_set()
