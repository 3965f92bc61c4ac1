"""Telegram's limits for messages; signs of life neither wait for them nor use them up."""

from collections.abc import Callable, Coroutine
from typing import Any

from telegram.ext import AIORateLimiter

Result = bool | dict[str, Any] | list[dict[str, Any]]


class Limits(AIORateLimiter):
    """Holds messages back where Telegram says so, and nothing else.

    With the limiter of the library, a refused `setMyCommands` would silence all chats for as long
    as Telegram names, and each "typing" would take the place of an answer.
    """

    async def process_request(  # noqa: PLR0913  # as the library has it
        self,
        callback: Callable[..., Coroutine[Any, Any, Result]],
        args: Any,  # noqa: ANN401
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: int | None,
    ) -> Result:
        """Send a request when its time has come."""
        if endpoint == "sendChatAction" or "chat_id" not in data:
            return await callback(*args, **kwargs)
        return await super().process_request(
            callback, args, kwargs, endpoint, data, rate_limit_args
        )
