"""The real bot: beside the test in a thread, or as a process of its own that can be killed."""

import asyncio
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from bot.chat import Chat
from bot.condition import Watch
from bot.database import Database
from bot.inbox import Inbox
from bot.journal import Journal
from bot.metrics import Metrics
from bot.settings import BotSettings
from bot.telegram.application import House, live, run
from tests.bot.bot_api import BotApi
from tests.bot.newsroom import ARTICLE, Newsroom, chat_over

ROOT = Path(__file__).parents[2]


class Running:
    """A bot in a thread; `stop` ends it as a signal would."""

    def __init__(self, server: BotApi, chat: Chat, database: Database, **settings: Any) -> None:
        self.error: BaseException | None = None
        told = BotSettings(token=server.token, api_url=server.url, **settings)
        self.house = house(told, chat, database)
        self._loop = asyncio.new_event_loop()
        self._stop = asyncio.Event()
        self._thread = threading.Thread(target=self._live)
        self._thread.start()

    def stop(self, seconds: float = 20) -> None:
        """Ask it to end, and wait until it has."""
        self._loop.call_soon_threadsafe(self._stop.set)
        self.ended(seconds)

    def ended(self, seconds: float = 20) -> None:
        """Wait until it has ended by itself."""
        self._thread.join(seconds)
        assert not self._thread.is_alive()

    @property
    def alive(self) -> bool:
        """Whether it runs."""
        return self._thread.is_alive()

    def _live(self) -> None:
        try:
            with asyncio.Runner(loop_factory=lambda: self._loop) as runner:
                runner.run(live(self.house, self._stop))
        except BaseException as error:
            self.error = error


def house(settings: BotSettings, chat: Chat, database: Database) -> House:
    """The bot over a newsroom of one article, with its journal."""
    metrics = Metrics()
    days, questions = settings.keep_days, settings.keep_questions
    chat.tell(Journal(database, metrics, days=days, questions=questions).note)
    return House(settings, chat, database, Watch(Inbox(database), Newsroom(ARTICLE)), metrics)


@contextmanager
def conversation(
    server: BotApi, chat: Chat, database: Database, **settings: Any
) -> Iterator[Running]:
    """The bot, answering what is written to the server as long as the block lasts."""
    bot = Running(server, chat, database, **settings)
    try:
        yield bot
    finally:
        if bot.alive:
            bot.stop()
    if bot.error:
        raise bot.error


def start_process(server: BotApi, database: str, seconds: float = 0.0) -> subprocess.Popen[str]:
    """The bot as a process of its own; `lambat` in a question takes that many seconds."""
    command = [sys.executable, "-m", "tests.bot.running", server.url, database, str(seconds)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "BOT_TOKEN": server.token}
    return subprocess.Popen(
        command, cwd=ROOT, env=environment, stderr=subprocess.PIPE, text=True, process_group=0
    )


def kill(process: subprocess.Popen[str]) -> None:
    """As the kernel does when memory runs out."""
    process.send_signal(signal.SIGKILL)
    process.communicate()


def main(url: str, database_url: str, seconds: str) -> None:
    """The life of that process."""
    settings = BotSettings(api_url=url, database_url=database_url)
    database = Database(settings.database_url)
    run(house(settings, chat_over(Newsroom(ARTICLE, seconds=float(seconds)), database), database))


if __name__ == "__main__":
    main(*sys.argv[1:])
