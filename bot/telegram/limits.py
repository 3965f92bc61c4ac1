"""Telegram's limits: each chat has a pace of its own, groups a slower one, and so has the bot.

Where there is room for one, an answer goes before an edit; an edit that a newer one replaces is
never sent; a sign of life that would have to wait is left out. A chat that asks for a pause (429)
is left alone for as long as it says, and nobody else is.
"""

import asyncio
from collections.abc import Callable, Coroutine
from datetime import timedelta
from typing import Any

from telegram.error import RetryAfter
from telegram.ext import BaseRateLimiter

from bot.metrics import Metrics
from bot.telegram.turns import Kind, Turns

ANSWERS = ("send", "forward", "copy")
EDITS = ("edit", "stop")
SIGNS = ("sendChatAction", "sendMessageDraft")
MARGIN = 0.1  # seconds beyond a pause that was asked for

Result = bool | dict[str, Any] | list[dict[str, Any]]
Call = Callable[..., Coroutine[Any, Any, Result]]


class Limits(BaseRateLimiter[None]):
    """Holds messages back until Telegram takes them."""

    def __init__(self, metrics: Metrics) -> None:
        self._metrics = metrics
        self._turns = Turns()

    async def initialize(self) -> None:
        """Nothing has to be opened."""

    async def shutdown(self) -> None:
        """Send nothing more."""
        self._turns.close()

    async def process_request(  # noqa: PLR0913  # as the library has it
        self,
        callback: Call,
        args: Any,  # noqa: ANN401
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: None,
    ) -> Result:
        """Send a request when its time has come."""
        chat = data.get("chat_id", data.get("inline_message_id"))
        kind = kind_of(endpoint)

        async def call() -> Result:
            try:
                return await callback(*args, **kwargs)
            except RetryAfter:
                self._metrics.slowed_down()
                raise

        if chat is None:
            return await call()
        if endpoint in SIGNS:
            return await self._sign(call, str(chat))
        if kind is None:
            return await call()
        edited = (chat, data.get("message_id")) if kind is Kind.EDIT else None
        return await self._sent(call, kind, str(chat), edited)

    async def _sent(
        self, call: Call, kind: Kind, chat: str, edited: tuple[object, object] | None
    ) -> Result:
        """The result of a request, however often Telegram asks for a pause before it."""
        while await self._turns.come(kind, chat, edited):
            try:
                return await call()
            except RetryAfter as limit:
                pause = _seconds(limit)
                self._turns.place(chat).quiet_until = asyncio.get_running_loop().time() + pause
            finally:
                self._turns.arrived(chat)
        return True  # a newer edit of the same message is on its way

    async def _sign(self, call: Call, chat: str) -> Result:
        """Send a sign of life at once, or not at all."""
        if not self._turns.sign(chat):
            return True
        try:
            return await call()
        except RetryAfter as limit:
            pause = _seconds(limit)
            self._turns.place(chat).no_signs_until = asyncio.get_running_loop().time() + pause
            return True
        finally:
            self._turns.sign_arrived()


def kind_of(endpoint: str) -> Kind | None:
    """What a method of the Bot API counts as; nothing for those that Telegram does not count."""
    if endpoint.startswith(ANSWERS):
        return Kind.ANSWER
    return Kind.EDIT if endpoint.startswith(EDITS) else None


def _seconds(limit: RetryAfter) -> float:
    pause = limit.retry_after
    return (pause.total_seconds() if isinstance(pause, timedelta) else pause) + MARGIN
