"""Messages on their way out: each arrives, or it is known that it never can."""

import asyncio
import logging
import math
from collections import Counter
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Any

import httpx
from telegram import Bot, ReplyParameters
from telegram.constants import MessageEntityType
from telegram.error import BadRequest, ChatMigrated, Forbidden, NetworkError, TelegramError

from bot.telegram.addressing import Address
from bot.telegram.keyboard import keyboard, markup, preview
from bot.telegram.rendering import Post

IN_DOUBT = 3  # attempts where a message may have arrived although we were not told
REFUSED = 20  # attempts, eight minutes, where the gateway answers with a status such as 502
LONGEST_PAUSE = 30.0  # seconds
NOT_SENT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout)
# what a refusal names, and the part of a message that is left out for it: its text is what counts
DISPENSABLE = (
    ("quote", "beside"),
    ("entit", "entities"),
    ("button", "rows"),
    ("webpage", "preview"),
    ("url", "preview"),
)
UNREACHABLE = ("chat not found", "not enough rights", "have no rights", "chat_write_forbidden")

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Delivered:
    """Where messages went in the end, and their numbers there."""

    address: Address
    messages: tuple[int, ...] = ()


async def deliver(bot: Bot, address: Address, posts: Iterable[Post]) -> Delivered:
    """Send messages in their order; stop quietly where we may not write any more."""
    sent: list[int] = []
    try:
        for post in posts:
            address, number = await _send(bot, address, post)
            sent.append(number)
            address = replace(address, reply_to=None)
    except Forbidden:
        log.info("A chat does not want our messages any more")
    return Delivered(address, tuple(sent))


async def amend(
    bot: Bot, address: Address, messages: Sequence[int], posts: Sequence[Post]
) -> Delivered:
    """Put messages in place of older ones; what was deleted meanwhile is sent anew."""
    kept: list[int] = []
    for number, post in zip(messages, posts, strict=False):
        try:
            _, edited = await _send(bot, address, post, number)
        except BadRequest as refusal:
            if not _gone(refusal):
                raise
            sent = await deliver(bot, address, [post])
            address, edited = sent.address, sent.messages[0] if sent.messages else 0
        except Forbidden:
            return Delivered(address, tuple(kept))
        kept.append(edited)
    for number in messages[len(posts) :]:
        with suppress(TelegramError):
            await bot.delete_message(address.chat, number)
    further = await deliver(bot, address, posts[len(messages) :])
    return Delivered(further.address, (*filter(None, kept), *further.messages))


async def _send(
    bot: Bot, address: Address, post: Post, number: int | None = None
) -> tuple[Address, int]:
    """Send one message, or edit that of the number; where it went in the end, and its number."""
    failed: Counter[float] = Counter()
    pause = 0.5
    while True:
        try:
            if number is None:
                return address, await _post(bot, address, post)
            return address, await _edit(bot, address, post, number)
        except (BadRequest, ChatMigrated) as refusal:
            address, post = _otherwise(address, post, refusal)
        except NetworkError as error:
            limit = attempts(error)
            failed[limit] += 1
            if failed[limit] >= limit:
                raise
            await asyncio.sleep(pause)
            pause = min(2 * pause, LONGEST_PAUSE)


async def _post(bot: Bot, address: Address, post: Post) -> int:
    message = await bot.send_message(
        address.chat,
        post.text,
        entities=post.entities,
        message_thread_id=address.thread,
        reply_parameters=_beside(address, post),
        reply_markup=markup(post, bot.bot),
        link_preview_options=preview(post),
    )
    return message.message_id


async def _edit(bot: Bot, address: Address, post: Post, number: int) -> int:
    try:
        await bot.edit_message_text(
            post.text,
            address.chat,
            number,
            entities=post.entities,
            reply_markup=keyboard(post.rows, bot.bot),
            link_preview_options=preview(post),
        )
    except BadRequest as refusal:
        if "not modified" not in refusal.message.lower():
            raise
    return number


def _beside(address: Address, post: Post) -> ReplyParameters | None:
    """What it replies to; a quote of that is checked by Telegram, letter by letter."""
    if post.beside and address.quoting:
        return ReplyParameters(address.quoting, quote=post.beside)
    return ReplyParameters(address.reply_to) if address.reply_to else None


def _otherwise(
    address: Address, post: Post, refusal: BadRequest | ChatMigrated
) -> tuple[Address, Post]:
    """How else a message can be sent that was refused; raises if there is no other way."""
    reason = refusal.message.lower()
    for word, part in DISPENSABLE:
        if word in reason and getattr(post, part):
            return address, _without(post, part)
    return instead(address, refusal), post


def _without(post: Post, part: str) -> Post:
    """The message without one of its parts; of the entities, first those that are newest."""
    if part == "entities":
        older = tuple(e for e in post.entities if e.type != MessageEntityType.DATE_TIME)
        return replace(post, entities=older if len(older) < len(post.entities) else ())
    nothing: Any = type(getattr(post, part))()
    return replace(post, **{part: nothing})


def _gone(refusal: BadRequest) -> bool:
    """Whether there is no such message to edit any more."""
    reason = refusal.message.lower()
    return "to edit not found" in reason or "can't be edited" in reason


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
