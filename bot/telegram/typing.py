"""The sign that an answer is being looked for."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from telegram import Bot
from telegram.constants import ChatAction
from telegram.error import TelegramError

from bot.telegram.addressing import Address

SHOWN = 4.5  # seconds; Telegram shows the sign for five, or until a message comes
PATIENCE = 2.0  # seconds; an answer does not wait longer for its own announcement


@asynccontextmanager
async def typing(bot: Bot, address: Address) -> AsyncIterator[None]:
    """Show the sign as long as the block lasts; not in groups, where it counts as a message."""
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
    while not over.is_set():
        with suppress(TelegramError, TimeoutError):
            async with asyncio.timeout(PATIENCE):
                await bot.send_chat_action(
                    address.chat, ChatAction.TYPING, message_thread_id=address.thread
                )
        with suppress(TimeoutError):
            async with asyncio.timeout(SHOWN):
                await over.wait()
