"""One small endpoint on loopback says how the bot is, and of nobody anything."""

import json
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from socket import socket
from typing import Any

import pytest

from bot.chat import Chat
from bot.database import Database
from indexes.errors import SettingsWrong
from prompts import say
from tests.bot.bot_api import BotApi, Fault
from tests.bot.newsroom import Newsroom
from tests.bot.running import Running, conversation


@pytest.fixture
def port() -> int:
    with closing(socket()) as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@pytest.fixture
def bot(server: BotApi, chat: Chat, database: Database, port: int) -> Iterator[Running]:
    settings = {"metrics_port": port, "questions_per_minute": 4}
    with conversation(server, chat, database, **settings) as running:
        server.wait(lambda: len(server.called("getUpdates")) > 0)
        yield running


def get(port: int, path: str) -> tuple[int, str]:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=10) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode()


def sample(metrics: str, name: str) -> float:
    (line,) = [line for line in metrics.splitlines() if line.startswith(f"{name} ")]
    return float(line.split()[-1])


def test_what_happens_is_counted_and_nobody_is_named(
    server: BotApi, bot: Running, port: int
) -> None:
    server.fail("sendMessage", Fault(429, parameters={"retry_after": 1}))
    for text in ("Berapa kilogram?", "Siapa juara dunia?", "Who is the champion?", "/bantuan"):
        server.write(text)
    server.replies(4)
    server.write("Berapa?")
    server.replies(5)
    status, metrics = get(port, "/metrics")
    assert status == 200
    assert sample(metrics, 'kutip_questions_total{language="id",status="answered"}') == 1
    assert sample(metrics, 'kutip_questions_total{language="en",status="refused"}') == 1
    assert sample(metrics, 'kutip_refusals_total{reason="off_topic"}') == 2
    assert sample(metrics, "kutip_answer_seconds_count") == 3
    assert sample(metrics, "kutip_reply_seconds_count") >= 3
    assert sample(metrics, "kutip_telegram_429_total") == 1
    assert sample(metrics, "kutip_verification_failures_total") == 0
    assert sample(metrics, 'kutip_turned_away_total{why="quota"}') == 1
    assert sample(metrics, 'kutip_index_built_timestamp_seconds{version="v1"}') == 1770091506
    assert sample(metrics, "kutip_index_age_seconds") > 0
    assert "kutip_inbox_waiting" in metrics
    assert "juara" not in metrics and server.token not in metrics


def test_a_citation_that_is_not_what_the_article_says_is_withheld_and_counted(
    server: BotApi, bot: Running, port: int, newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    def forged(*asked: Any, **more: Any) -> tuple[Any, ...]:
        (right, *_) = honest(*asked, **more)
        return (replace(right, text=f"{right.text} Bohong."),)

    honest = Newsroom._citations
    monkeypatch.setattr(Newsroom, "_citations", forged)
    server.write("Berapa kilogram?")
    assert server.replies(1) == [say("sorry", "id")]
    assert sample(get(port, "/metrics")[1], "kutip_verification_failures_total") == 1


def test_health_tells_from_what_the_bot_answers(server: BotApi, bot: Running, port: int) -> None:
    server.write("/bantuan")
    server.replies(1)
    status, body = get(port, "/health")
    assert (status, json.loads(body)["status"]) == (200, "ok")
    assert (json.loads(body)["index"], json.loads(body)["articles"]) == ("v1", 1)


def test_health_is_bad_until_telegram_is_heard(
    server: BotApi, chat: Chat, database: Database, port: int
) -> None:
    server.fail("getMe", *[Fault(502)] * 3)
    with conversation(server, chat, database, metrics_port=port):
        server.wait(lambda: server.called("getMe"))
        assert get(port, "/health")[0] == 503
        server.write("/bantuan")
        server.replies(1)
        assert get(port, "/health")[0] == 200


@pytest.mark.parametrize("path", ["/", "/metrics/x", "/../etc/passwd"])
def test_there_is_nothing_else(bot: Running, port: int, path: str) -> None:
    assert get(port, path)[0] == 404


def test_a_port_that_is_taken_ends_the_bot_with_one_line(
    server: BotApi, bot: Running, chat: Chat, database: Database, port: int
) -> None:
    second = Running(server, chat, database, metrics_port=port)
    second.ended()
    assert isinstance(second.error, SettingsWrong)
    assert str(second.error).startswith(f"BOT_METRICS_PORT={port} is not free")


def test_a_bot_without_a_port_listens_nowhere(
    server: BotApi, chat: Chat, database: Database, port: int
) -> None:
    with conversation(server, chat, database), pytest.raises(OSError):
        get(port, "/health")
