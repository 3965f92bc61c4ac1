"""What people do besides writing: they press, edit, react, reply."""

import json
import time
from collections.abc import Callable
from typing import Any

from tests.bot.bot_api import ME, SECONDS, BotApi, Json


def buttons(message: Json) -> list[Json]:
    """The buttons below a message, row after row."""
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    return [button for row in rows for button in row]


def labels(message: Json) -> list[str]:
    """What stands on them."""
    return [button["text"] for button in buttons(message)]


def press(server: BotApi, message: Json, label: str, *, user: int = 7, **more: Any) -> None:
    """Somebody presses the button with that label, or one that says `data`.

    `far` is a message that was sent inline, to a chat that the bot does not know; `forgotten` one
    of which Telegram does not tell any more than where it stands.
    """
    said = more.pop("data", None)
    said = said or next(b["callback_data"] for b in buttons(message) if b["text"] == label)
    person = {"id": user, "is_bot": False, "first_name": "Sari", "language_code": "id"}
    below = {k: v for k, v in message.items() if k not in ("asked", "edits")}
    where = {"inline_message_id": "far"} if more.pop("far", False) else {"message": below}
    if more.pop("forgotten", False):
        where = {"message": {k: below[k] for k in ("chat", "message_id")} | {"date": 0}}
    server.push(
        callback_query={
            "id": str(time.monotonic_ns()),
            "from": person,
            "chat_instance": "1",
            "data": said,
            **where,
        }
    )


def pressed(server: BotApi, number: int) -> str:
    """What the bot has noted on the press of that number, from 1."""
    server.wait(lambda: len(server.called("answerCallbackQuery")) >= number)
    return str(server.called("answerCallbackQuery")[number - 1].get("text", ""))


def until(met: Callable[[], Any]) -> None:
    """Wait for what the server does not see."""
    deadline = time.monotonic() + SECONDS
    while not met():
        assert time.monotonic() < deadline
        time.sleep(0.01)


def edit(server: BotApi, update_id: int, text: str, **more: Any) -> None:
    """Somebody changes the message that came with that update."""
    message = server.message(text, **more) | {"message_id": update_id - 1, "edit_date": 1}
    server.push(edited_message=message)


def react(server: BotApi, message: Json, *emoji: str, user: int = 7) -> None:
    """Somebody reacts to a message."""
    person = {"id": user, "is_bot": False, "first_name": "Sari"}
    given = [{"type": "emoji", "emoji": each} for each in emoji]
    server.push(
        message_reaction={
            "chat": message["chat"],
            "message_id": message["message_id"],
            "user": person,
            "date": 1,
            "old_reaction": [],
            "new_reaction": given,
        }
    )


def type_inline(server: BotApi, text: str, offset: str = "", number: int = 1) -> Json:
    """Somebody types behind the name of the bot; what the bot answers, as its answer `number`."""
    person = {"id": 7, "is_bot": False, "first_name": "Sari", "language_code": "id"}
    query = {"id": str(time.monotonic_ns()), "from": person, "query": text, "offset": offset}
    server.push(inline_query=query)
    server.wait(lambda: len(server.called("answerInlineQuery")) >= number)
    answer = server.called("answerInlineQuery")[number - 1]
    return answer | {"results": json.loads(answer["results"])}


def reply(server: BotApi, message: Json, text: str, quote: str = "", **more: Any) -> None:
    """Somebody replies to a message of the bot, perhaps to a part of it."""
    earlier = {k: v for k, v in message.items() if k not in ("asked", "edits")} | {"from": ME}
    part = {"quote": {"text": quote, "position": 0}} if quote else {}
    chat = message["chat"]["id"]
    server.write(text, **{"chat": chat, "reply_to_message": earlier, **part, **more})
