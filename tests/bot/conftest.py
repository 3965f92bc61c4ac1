"""A Telegram on loopback, a newsroom of one article, and the bot between them."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from bot.chat import Chat
from bot.database import Database
from tests.bot.bot_api import BotApi, telegram_server
from tests.bot.newsroom import ARTICLE, Newsroom, chat_over
from tests.bot.running import Running, conversation


@pytest.fixture
def server() -> Iterator[BotApi]:
    with telegram_server() as api:
        yield api


@pytest.fixture
def database_url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path}/bot.sqlite"


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    with closing(Database(database_url)) as opened:
        yield opened


@pytest.fixture
def newsroom() -> Newsroom:
    return Newsroom(ARTICLE)


@pytest.fixture
def chat(newsroom: Newsroom, database: Database) -> Chat:
    return chat_over(newsroom, database)


@pytest.fixture
def bot(server: BotApi, chat: Chat, database: Database) -> Iterator[Running]:
    with conversation(server, chat, database) as running:
        yield running
