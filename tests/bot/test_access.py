"""The door of the real bot: every kind of update passes it, before anything is kept."""

import time
from typing import Any

import pytest
from sqlalchemy import func, select

from bot.chat import Chat
from bot.database import Database
from bot.inbox import InboxRow
from prompts import say
from tests.bot.bot_api import BotApi
from tests.bot.newsroom import ADMIN, Newsroom
from tests.bot.running import conversation

STRANGER = {"id": 66, "is_bot": False, "first_name": "Asing", "language_code": "id"}


def ways_in(server: BotApi) -> dict[str, dict[str, Any]]:
    """An update of every kind, all from somebody whom nobody knows."""
    here = server.message("Berapa kilogram?", chat=66, user=66)
    group = server.message("/tanya berapa kilogram?", chat=-100, user=66)
    channel = {
        "message_id": 1, "date": 1, "chat": {"id": -300, "type": "channel", "title": "Kanal"},
        "text": "/tanya berapa kilogram?",
    }  # fmt: skip
    tap = {"id": "9", "from": STRANGER, "chat_instance": "1", "data": "c:1:1"}
    thumb = {"type": "emoji", "emoji": "👍"}
    reaction = {
        "chat": here["chat"], "message_id": 1, "date": 1, "user": STRANGER,
        "old_reaction": [], "new_reaction": [thumb],
    }  # fmt: skip
    query = {"id": "8", "from": STRANGER, "query": "beras", "offset": ""}
    chosen = {"result_id": "1", "from": STRANGER, "query": "beras"}
    return {
        "message": {"message": here},
        "edit": {"edited_message": here | {"edit_date": 1}},
        "group": {"message": group},
        "edit in a group": {"edited_message": group | {"edit_date": 1}},
        "channel": {"channel_post": channel},
        "edited channel post": {"edited_channel_post": channel | {"edit_date": 1}},
        "tap": {"callback_query": tap | {"message": here}},
        "tap on an inline message": {"callback_query": tap | {"inline_message_id": "i"}},
        "inline": {"inline_query": query},
        "chosen inline": {"chosen_inline_result": chosen},
        "reaction": {"message_reaction": reaction},
        "guest": {"guest_message": group | {"guest_query_id": "q"}},
    }


@pytest.mark.parametrize("access", ["list", "code"])
def test_a_stranger_comes_in_by_no_way_and_nothing_is_kept(
    server: BotApi, chat: Chat, database: Database, newsroom: Newsroom, access: str
) -> None:
    with conversation(server, chat, database, access=access, admins={ADMIN}):
        for update in ways_in(server).values():
            server.push(**update)
        server.write("/bantuan", chat=ADMIN, user=ADMIN)
        server.replies(1, chat=ADMIN)
        notice = say("not_invited" if access == "list" else "code_needed", "id")
        assert server.replies(1, chat=66) == [notice]
    assert newsroom.asked == []
    assert len(server.sent) == 2
    assert not server.called("answerInlineQuery") or "[]" in str(server.called("answerInlineQuery"))
    with database.session() as session:
        assert session.scalar(select(func.count(InboxRow.update_id))) == 1


def test_an_administrator_makes_a_code_that_lets_somebody_in(
    server: BotApi, chat: Chat, database: Database
) -> None:
    with conversation(server, chat, database, access="code", admins={ADMIN}):
        server.write("/kode", chat=ADMIN, user=ADMIN)
        told = server.replies(1, chat=ADMIN)[0]
        code = told.split(": ")[1].split()[0]
        assert told == say("code", "id", code=code)
        server.write(f"/start {code}", chat=66, user=66)
        assert server.replies(1, chat=66) == [say("admitted", "id")]
        server.write("Berapa kilogram?", chat=66, user=66)
        assert "14.500" in server.replies(2, chat=66)[1]


def test_a_code_is_for_administrators_to_make(
    server: BotApi, chat: Chat, database: Database
) -> None:
    with conversation(server, chat, database):
        server.write("/kode")
        assert server.replies(1) == [say("unknown_command", "id")]


def test_administrators_are_offered_their_commands(
    server: BotApi, chat: Chat, database: Database
) -> None:
    with conversation(server, chat, database, admins={ADMIN}):
        server.wait(lambda: len(server.called("setMyCommands")) == 7)
    *others, own = server.called("setMyCommands")
    assert "kode" in own["commands"]
    assert not any("kode" in other["commands"] for other in others)


def test_a_hundred_questions_of_one_person_get_one_notice_and_slow_nobody_down(
    server: BotApi, chat: Chat, database: Database, newsroom: Newsroom
) -> None:
    with conversation(server, chat, database, questions_per_minute=2):
        for number in range(100):
            server.write(f"Berapa kilogram, tanya {number}?", chat=66, user=66)
        began = time.monotonic()
        server.write("Berapa kilogram?", chat=8, user=8)
        server.replies(1, chat=8)
        assert time.monotonic() - began < 2
        replies = server.replies(3, chat=66)
    assert len(newsroom.asked) == 3
    assert sorted(text == say("too_many", "id") for text in replies) == [False, False, True]
    assert len(server.texts(chat=66)) == 3
