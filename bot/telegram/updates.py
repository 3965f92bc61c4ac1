"""getUpdates, where one update that cannot be read does not take the others with it."""

import json
import logging
from collections.abc import Callable
from http import HTTPStatus
from typing import Any

from telegram import Bot, Update
from telegram.error import TelegramError
from telegram.request import HTTPXRequest

# the kinds of updates that Telegram is asked for
WANTED = [
    "message", "edited_message", "callback_query", "inline_query", "message_reaction",
    "guest_message",
]  # fmt: skip

log = logging.getLogger(__name__)


class TokenRevoked(TelegramError):
    """The token was good at the start; the library's loop would end without a word."""


class UpdatesRequest(HTTPXRequest):
    """The connection for getUpdates.

    The library reads a batch as a whole: where one update raises, it asks for the same batch
    again, at once and for ever, and nobody is answered any more.
    """

    def __init__(self, heard: Callable[[], None]) -> None:
        super().__init__()
        self._heard = heard
        self._superseded = False

    async def do_request(self, *args: Any, **kwargs: Any) -> tuple[int, bytes]:  # noqa: ANN401
        """Ask Telegram, but not after another program has: that would end the other one, too."""
        if self._superseded:
            raise TelegramError("Another program receives the updates")
        status, payload = await super().do_request(*args, **kwargs)
        self._superseded = status == HTTPStatus.CONFLICT
        if status in (HTTPStatus.UNAUTHORIZED, HTTPStatus.NOT_FOUND):
            raise TokenRevoked("The token was refused")
        if status == HTTPStatus.OK:
            self._heard()
        return status, payload

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """The response; an update that cannot be read becomes an empty one of the same number."""
        try:
            response: dict[str, Any] = json.loads(payload.decode("utf-8", "replace"))
        except ValueError:
            # the library would log what people wrote
            raise TelegramError("The response is no JSON") from None
        if isinstance(response.get("result"), list):
            response["result"] = [_readable(update) for update in response["result"]]
        return response


def parsed(update: object, bot: Bot) -> Update | None:
    """One update; nothing where it cannot be read, which is logged, and repaired by nobody."""
    if not isinstance(update, dict):
        raise ValueError("an update is an object")
    return Update.de_json(readable, bot) if (readable := _readable(update)) else None


def _readable(update: dict[str, Any]) -> dict[str, Any]:
    try:
        Update.de_json(update, None)
    except Exception as error:  # whatever an unknown field can make the library raise
        number = update.get("update_id") if isinstance(update, dict) else None
        if not isinstance(number, int):
            raise TelegramError("An update has no number") from None
        log.error("Update %s cannot be read (%s); skipped", number, type(error).__name__)
        return {"update_id": number}
    return update
