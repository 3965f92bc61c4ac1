"""Messages on their way out: each arrives, or it is known that it never can."""

import asyncio
import logging
import math
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

import httpx
from telegram import Bot, ReplyParameters
from telegram.error import BadRequest, ChatMigrated, Forbidden, NetworkError, TelegramError

from bot.telegram.addressing import Address
from bot.telegram.rendering import Post

IN_DOUBT = 3  # attempts where a message may have arrived although we were not told
REFUSED = 20  # attempts, eight minutes, where the gateway answers with a status such as 502
LONGEST_PAUSE = 30.0  # seconds
NOT_SENT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout)
UNREACHABLE = ("chat not found", "not enough rights", "have no rights", "chat_write_forbidden")

log = logging.getLogger(__name__)


async def deliver(bot: Bot, address: Address, posts: Iterable[Post]) -> None:
    """Send messages in their order; stop quietly where we may not write any more."""
    try:
        for post in posts:
            address = replace(await _send(bot, address, post), reply_to=None)
    except Forbidden:
        log.info("A chat does not want our messages any more")


async def _send(bot: Bot, address: Address, post: Post) -> Address:
    """Send one message; where it went in the end."""
    failed: Counter[float] = Counter()
    pause = 0.5
    while True:
        try:
            await _post(bot, address, post)
            return address
        except (BadRequest, ChatMigrated) as refusal:
            address = instead(address, refusal)
        except NetworkError as error:
            limit = attempts(error)
            failed[limit] += 1
            if failed[limit] >= limit:
                raise
            await asyncio.sleep(pause)
            pause = min(2 * pause, LONGEST_PAUSE)


async def _post(bot: Bot, address: Address, post: Post) -> None:
    reply = ReplyParameters(address.reply_to) if address.reply_to else None
    await bot.send_message(
        address.chat,
        post.text,
        entities=post.entities,
        message_thread_id=address.thread,
        reply_parameters=reply,
    )


def instead(address: Address, refusal: BadRequest | ChatMigrated) -> Address:
    """Where else a message can go that was refused here; raises if nowhere."""
    if isinstance(refusal, ChatMigrated):
        return Address(refusal.new_chat_id, address.thread)
    reason = refusal.message.lower()
    if any(words in reason for words in UNREACHABLE):
        raise Forbidden(refusal.message)
    if "thread not found" in reason and address.thread:
        return replace(address, thread=None)
    if ("repl" in reason or "message_id" in reason) and address.reply_to:
        return replace(address, reply_to=None)
    raise refusal


def attempts(error: NetworkError) -> float:
    """How often a message is sent that fails in this way; without end while nothing gets out."""
    if isinstance(error.__cause__, NOT_SENT):
        return math.inf
    if error.__cause__ is None or isinstance(error.__cause__, TelegramError):
        return REFUSED
    return IN_DOUBT
