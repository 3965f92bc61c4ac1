"""The bot under load: `kutip bot` over a Bot API on loopback that keeps Telegram's limits.

    python -m tests.benchmarks.telegram [--rate 20] [--seconds 60] [--reindex]

Prints what was lost, which limits were broken, how long answers took, and how late the event loop
was, beside one that has nothing to do. The questions come at random moments from 120 private chats
and 4 groups; the index is the real one of `articles/`, and with --reindex the articles of the
evaluation are added in another process meanwhile.
"""

import argparse
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path

from rich.console import Console

from indexes.indexing import Indexing
from indexes.settings import IndexSettings
from tests.benchmarks.__main__ import QUESTIONS, ROOT
from tests.bot.bot_api import BotApi, telegram_server
from tests.bot.bot_limits import TelegramsLimits

CHATS = tuple(range(101, 221))
GROUPS = (-1, -2, -3, -4)
IN_GROUPS = 60  # questions a minute in all groups; Telegram takes 80
PATIENCE = 30.0  # seconds after the last question


@dataclass
class Load:
    """When each question was asked and when its answer came, a chat."""

    asked: defaultdict[int, list[float]] = field(default_factory=lambda: defaultdict(list))

    def ask(self, server: BotApi, rate: float, seconds: float, seed: int = 1) -> None:
        """People write at random moments."""
        lot = random.Random(seed)
        due = time.monotonic()
        for number in range(int(rate * seconds)):
            due += lot.expovariate(rate)
            time.sleep(max(0.0, due - time.monotonic()))
            group = lot.random() < IN_GROUPS / 60 / rate
            chat = lot.choice(GROUPS if group else CHATS)
            text = f"/tanya {lot.choice(QUESTIONS)}" if group else lot.choice(QUESTIONS)
            self.asked[chat].append(time.monotonic())
            server.write(text, chat=chat, user=1000 + number if group else chat)

    def waited(self, server: BotApi) -> list[float]:
        """The seconds of each answer; those of a chat come in the order of its questions."""
        came: defaultdict[int, list[float]] = defaultdict(list)
        for message in server.sent:
            came[message["chat"]["id"]].append(message["at"])
        return sorted(
            arrived - asked
            for chat, times in self.asked.items()
            for asked, arrived in zip(times, sorted(came[chat]), strict=False)
        )

    @property
    def number(self) -> int:
        """How many questions there were."""
        return sum(map(len, self.asked.values()))


def start(server: BotApi, folder: Path) -> "subprocess.Popen[str]":
    """The bot as it is run, with a probe in its loop."""
    told = {
        "BOT_TOKEN": server.token,
        "BOT_API_URL": server.url,
        "BOT_DATABASE_URL": f"sqlite:///{folder}/bot.sqlite",
        "INDEXES_FOLDER": str(folder / "index"),
    }
    return probed("bot", folder, **told)


def probed(what: str, folder: Path, **told: str) -> "subprocess.Popen[str]":
    """A process with a probe in its loop."""
    command = [sys.executable, "-m", "tests.benchmarks.probe", what]
    environment = {**os.environ, **told, "PROBE_FILE": str(folder / f"{what}.json")}
    return subprocess.Popen(command, cwd=ROOT, env=environment, text=True)


def end(process: "subprocess.Popen[str]") -> None:
    """Stop it as a supervisor would."""
    process.send_signal(signal.SIGTERM)
    process.wait(20)


def reindex(folder: Path) -> "subprocess.Popen[str]":
    """Add the articles of the evaluation to the index that is served."""
    source = map(str, sorted(ROOT.glob("tests/evaluation/*/articles")))
    command = ["nice", sys.executable, "-m", "bot", "articles", "add", *source]
    told = {"INDEXES_FOLDER": str(folder / "index")}
    return subprocess.Popen(
        command, cwd=ROOT, env={**os.environ, **told}, text=True, stdout=subprocess.DEVNULL
    )


def measure(folder: Path, *, rate: float, seconds: float, during: bool) -> dict[str, object]:
    """One run; its figures."""
    Indexing(IndexSettings(folder=folder / "index")).add([ROOT / "articles"])
    with telegram_server() as server:
        bot, idle = start(server, folder), probed("idle", folder)
        server.write("/bantuan")
        server.wait(lambda: server.sent, 60)
        server.limits = TelegramsLimits()
        server.sent.clear()
        building = reindex(folder) if during else None
        load = Load()
        load.ask(server, rate, seconds)
        deadline = time.monotonic() + PATIENCE
        while len(server.sent) < load.number and time.monotonic() < deadline:
            time.sleep(0.1)
        waited = load.waited(server)
        if building:
            building.wait()
        end(idle)
        end(bot)
        violations = server.limits.violations
    return {
        "questions": load.number,
        "answers": len(server.sent),
        "violations": violations,
        "p50": waited[len(waited) // 2],
        "p95": waited[len(waited) * 95 // 100],
        "max": waited[-1],
        "loop_of_the_bot": json.loads((folder / "bot.json").read_text()),
        "loop_that_is_idle": json.loads((folder / "idle.json").read_text()),
    }


def main() -> int:
    """Print the figures; fails where something was lost or a limit was broken."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.telegram")
    parser.add_argument("--rate", type=float, default=20, help="questions a second")
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--reindex", action="store_true", help="add articles meanwhile")
    told = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        found = measure(Path(folder), rate=told.rate, seconds=told.seconds, during=told.reindex)
    Console(width=110).print_json(json.dumps(found))
    return int(found["questions"] != found["answers"] or bool(found["violations"]))


if __name__ == "__main__":
    sys.exit(main())
