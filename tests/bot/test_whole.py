"""`kutip bot` as it is run: a process of its own, the real index, a Bot API on loopback."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from indexes.indexing import Indexing
from indexes.settings import IndexSettings
from prompts import say
from tests.bot.bot_api import BotApi
from tests.bot.gestures import buttons, press
from tests.bot.newsroom import refused

ROOT = Path(__file__).parents[2]


@contextmanager
def started(told: dict[str, str]) -> Iterator["subprocess.Popen[str]"]:
    """The bot, as long as the block lasts."""
    command = [sys.executable, "-m", "bot", "bot"]
    process = subprocess.Popen(
        command, env={**os.environ, **told}, stderr=subprocess.PIPE, text=True
    )
    try:
        yield process
    finally:
        if process.poll() is None:
            process.kill()
        process.communicate()


@pytest.fixture
def told(server: BotApi, settings: IndexSettings, database_url: str) -> dict[str, str]:
    """What the bot is told by its environment."""
    return {
        "BOT_TOKEN": server.token,
        "BOT_API_URL": server.url,
        "BOT_DATABASE_URL": database_url,
        "INDEXES_FOLDER": str(settings.folder),
        "PYTHONPATH": str(ROOT),
    }


@pytest.fixture
def process(
    server: BotApi, told: dict[str, str], settings: IndexSettings
) -> Iterator["subprocess.Popen[str]"]:
    Indexing(settings).add([ROOT / "articles"])
    with started(told) as process:
        server.wait(lambda: server.called("getUpdates"), 60)  # a busy machine starts it slowly
        yield process


def test_a_conversation_over_the_sample_article(
    server: BotApi, process: "subprocess.Popen[str]"
) -> None:
    written = [
        "/start",
        "Berapa kecepatan kereta yang membawa Kim?",
        "/sumber",
        "Siapa pemenang Piala Dunia 2018?",
        "What did Kirby say about the arms negotiations?",
    ]
    for number, text in enumerate(written, start=1):
        server.write(text)
        server.replies(number)
    start, speed, source, refusal, english = server.sent
    assert start["text"] == say("start", "id", number=1)
    assert "hanya dengan kecepatan 37 mil per jam. [1]\n\n" in speed["text"]
    assert speed["text"].count("37 mil per jam") == 1
    kinds = [entity["type"] for entity in speed["entities"]]
    assert kinds == ["bold", "expandable_blockquote"]
    assert "karakter 727–925" in source["text"]
    assert refusal["text"] == refused("off_topic", "id")
    assert not refusal.get("entities")
    assert "kata Kirby" in english["text"] and "sentence 2" in english["text"]
    process.send_signal(signal.SIGTERM)
    _, log = process.communicate(timeout=20)
    assert process.returncode == 0
    assert server.token not in log and "Piala Dunia" not in log


def test_a_new_article_is_answered_from_without_a_restart(
    server: BotApi, process: "subprocess.Popen[str]", settings: IndexSettings, tmp_path: Path
) -> None:
    question = "Berapa penonton konser amal di Ternate?"
    server.write(question)
    server.replies(1)
    assert not server.sent[0].get("entities")
    (tmp_path / "konser.txt").write_text("Konser amal di Ternate disaksikan 1.200 penonton.")
    Indexing(settings).add([tmp_path / "konser.txt"])
    deadline = time.monotonic() + 15
    while "1.200 penonton. [1]" not in server.sent[-1]["text"]:
        assert time.monotonic() < deadline
        server.write(question)
        server.replies(len(server.sent) + 1)
    assert process.poll() is None


@pytest.mark.slow
def test_an_answer_outlives_the_process_and_its_article(
    server: BotApi, told: dict[str, str], settings: IndexSettings, tmp_path: Path
) -> None:
    file = tmp_path / "konser.txt"
    file.write_text("Konser amal di Ternate disaksikan 1.200 penonton. Hujan turun.")
    Indexing(settings).add([file])
    with started(told):
        server.write("Berapa penonton konser amal di Ternate?")
        server.replies(1)
    receipt = buttons(server.sent[0])[0]["callback_data"].split(":")[1]
    file.write_text("Ralat. Konser amal di Ternate disaksikan 1.200 penonton. Hujan reda.")
    Indexing(settings).add([file])
    with started(told):
        press(server, server.sent[0], "[1]")
        server.wait(lambda: server.sent[0].get("edits"))
        assert say("still_there", "id") in server.texts()[0]
        file.write_text("Konser di Ternate ditunda sampai Minggu.")
        Indexing(settings).add([file])
        deadline = time.monotonic() + 15
        changed = say("source_changed", "id", article="").strip()
        while changed not in server.sent[-1]["text"]:
            assert time.monotonic() < deadline
            server.write(f"/start a_{receipt}", chat=8, user=8)
            server.replies(len(server.sent) + 1)
    assert "1.200 penonton. [1]" in server.sent[-1]["text"]


def test_without_an_index_the_bot_says_what_to_do(tmp_path: Path) -> None:
    told = {"BOT_TOKEN": "1:a", "INDEXES_FOLDER": str(tmp_path), "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "bot", "bot"]
    run = subprocess.run(
        command, env={**os.environ, **told}, capture_output=True, text=True, check=False
    )
    assert run.returncode == 2
    assert (
        run.stderr
        == f"kutip: No index in {tmp_path}. Build one: kutip articles add FILE_OR_FOLDER\n"
    )
