"""Telegram brings the messages: only Telegram may, and none is lost."""

import http.client
import json
import socket
from collections.abc import Iterator
from contextlib import closing
from typing import Any

import pytest
from sqlalchemy.exc import OperationalError

from bot.chat import Chat
from bot.database import Database
from bot.inbox import Inbox
from bot.telegram.errors import WebhookRefused
from bot.telegram.webhook import HEADER, LONGEST
from indexes.errors import SettingsWrong
from prompts import say
from tests.bot.bot_api import BotApi, Fault
from tests.bot.newsroom import Newsroom, refused
from tests.bot.running import Running, conversation

SECRET = "a-secret-nobody-may-see"
URL = "https://kutip.example/telegram"
HELP = say("help", "id")


@pytest.fixture
def port() -> int:
    with closing(socket.socket()) as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@pytest.fixture
def hook(port: int) -> dict[str, Any]:
    listen = f"127.0.0.1:{port}"
    return {"webhook_url": URL, "webhook_secret": SECRET, "webhook_listen": listen}


@pytest.fixture
def bot(server: BotApi, chat: Chat, database: Database, hook: dict[str, Any]) -> Iterator[Running]:
    with conversation(server, chat, database, **hook) as running:
        server.wait(lambda: server.called("setWebhook"))
        yield running


def bring(
    port: int, update: object, *, secret: str | None = SECRET, method: str = "POST",
    path: str = "/telegram",
) -> int:  # fmt: skip
    """The status with which the bot takes what Telegram brings."""
    body = update if isinstance(update, bytes) else json.dumps(update).encode()
    head = {"Content-Type": "application/json"} | ({HEADER: secret} if secret else {})
    with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=10)) as line:
        line.request(method, path, body, head)
        return line.getresponse().status


def asked(server: BotApi, number: int, text: str = "/bantuan", chat: int = 7) -> dict[str, Any]:
    return {"update_id": number, "message": server.message(text, chat=chat, user=chat)}


def test_what_is_brought_is_answered_and_twice_is_once(
    server: BotApi, bot: Running, port: int
) -> None:
    assert [bring(port, asked(server, 1)) for _ in range(3)] == [200] * 3
    assert bring(port, asked(server, 2, "Berapa kilogram?")) == 200
    replies = server.replies(2)
    assert replies[0] == HELP and "14.500" in replies[1]
    assert len(server.sent) == 2
    assert server.called("getUpdates") == []


def test_telegram_is_told_the_address_and_the_secret(server: BotApi, bot: Running) -> None:
    (told,) = server.called("setWebhook")
    assert (told["url"], told["secret_token"]) == (URL, SECRET)
    assert '"message"' in told["allowed_updates"]
    assert told.get("drop_pending_updates", "false") == "false"


@pytest.mark.parametrize(
    ("request_", "status"),
    [
        ({"secret": None}, 403),
        ({"secret": "another"}, 403),
        ({"secret": f"{SECRET}x"}, 403),
        ({"method": "GET"}, 405),
        ({"path": "/"}, 404),
        ({"path": "/telegram/more"}, 404),
        ({"update": b"{"}, 400),
        ({"update": b"[" * 200_000}, 400),
        ({"update": b"\xff\xfe"}, 400),
        ({"update": []}, 400),
    ],
    ids=lambda value: str(value)[:40],
)
def test_nobody_else_gets_in_and_what_is_no_update_is_refused(
    server: BotApi, bot: Running, port: int, request_: dict[str, Any], status: int
) -> None:
    assert bring(port, **{"update": asked(server, 1), **request_}) == status
    assert bring(port, asked(server, 2)) == 200
    assert server.replies(1) == [HELP]


def test_a_body_that_is_too_long_is_not_read(server: BotApi, bot: Running, port: int) -> None:
    try:
        status = bring(port, asked(server, 1, "a" * LONGEST))
    except OSError:  # the line is cut while we still speak
        status = 0
    assert status in (0, 400, 413)
    assert bring(port, asked(server, 2)) == 200
    assert server.replies(1) == [HELP]


def test_an_update_that_cannot_be_read_is_taken_and_skipped(
    server: BotApi, bot: Running, port: int, caplog: pytest.LogCaptureFixture
) -> None:
    poison = {"id": "1", "question": "a poll as an older server writes it", "options": []}
    assert bring(port, {"update_id": 5, "poll": poison}) == 200
    assert "Update 5 cannot be read" in caplog.text
    assert "older server" not in caplog.text


def test_an_update_is_kept_before_telegram_hears_that_it_came(
    server: BotApi, bot: Running, port: int, newsroom: Newsroom, database: Database
) -> None:
    newsroom.seconds = 1.5
    assert bring(port, asked(server, 1, "Kenapa begitu lambat?")) == 200
    assert [waiting.update_id for waiting in Inbox(database).recover()] == [1]


def test_an_update_that_cannot_be_kept_is_brought_again(
    server: BotApi, bot: Running, port: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> bool:
        raise OperationalError("INSERT", {}, Exception("disk full"))

    with monkeypatch.context() as patch:
        patch.setattr(Inbox, "put", full)
        assert bring(port, asked(server, 1)) == 503
    assert bring(port, asked(server, 1)) == 200
    assert server.replies(1) == [HELP]


def test_what_comes_while_the_bot_stops_is_answered_by_the_next(
    server: BotApi, chat: Chat, database: Database, hook: dict[str, Any], newsroom: Newsroom
) -> None:
    newsroom.seconds = 0.5
    port = int(hook["webhook_listen"].split(":")[1])
    with conversation(server, chat, database, **hook):
        server.wait(lambda: server.called("setWebhook"))
        assert bring(port, asked(server, 1, "Kenapa begitu lambat?")) == 200
        assert bring(port, asked(server, 2)) == 200
        server.wait(lambda: newsroom.asked)
    with pytest.raises(OSError):
        bring(port, asked(server, 3))
    with conversation(server, chat, database):
        assert server.replies(2) == [refused("off_topic", "id"), HELP]
    assert server.called("deleteWebhook")


@pytest.mark.parametrize("secret", [None, "", "short", "sixteen letters!"])
def test_without_a_good_secret_it_does_not_start(
    server: BotApi, chat: Chat, database: Database, hook: dict[str, Any], secret: str | None
) -> None:
    bot = Running(server, chat, database, **{**hook, "webhook_secret": secret})
    bot.ended()
    assert isinstance(bot.error, SettingsWrong)
    assert "BOT_WEBHOOK_SECRET" in str(bot.error) and "\n" not in str(bot.error)
    assert server.calls == []


@pytest.mark.parametrize("port", ["taken", "99999"])
def test_where_nothing_can_be_listened_for_the_bot_ends_with_one_line(
    server: BotApi, chat: Chat, database: Database, hook: dict[str, Any], port: str
) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        number = taken.getsockname()[1] if port == "taken" else port
        listen = {"webhook_listen": f"127.0.0.1:{number}"}
        bot = Running(server, chat, database, **{**hook, **listen})
        bot.ended()
    assert isinstance(bot.error, SettingsWrong)
    assert f"BOT_WEBHOOK_LISTEN=127.0.0.1:{number}" in str(bot.error)
    assert server.called("setWebhook") == []


def test_an_address_that_telegram_refuses_ends_the_bot_with_one_line(
    server: BotApi, chat: Chat, database: Database, hook: dict[str, Any]
) -> None:
    server.fail("setWebhook", Fault(400, "Bad Request: bad webhook: HTTPS url must be provided"))
    bot = Running(server, chat, database, **hook)
    bot.ended()
    assert isinstance(bot.error, WebhookRefused)
    assert "url must be provided" in str(bot.error)


def test_the_address_is_told_once_more_where_telegram_is_away(
    server: BotApi, chat: Chat, database: Database, hook: dict[str, Any]
) -> None:
    server.fail("setWebhook", Fault(502), Fault(429, parameters={"retry_after": 1}))
    with conversation(server, chat, database, **hook):
        server.wait(lambda: len(server.called("setWebhook")) == 3)
