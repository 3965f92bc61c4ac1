"""The bot's database, also one that an older version of the bot has made."""

import sqlite3
from contextlib import closing
from pathlib import Path

from bot.database import Database
from bot.memory import Memory
from bot.posts import Posts, Shown
from tests.bot.newsroom import Newsroom

OLD = """
CREATE TABLE answers (id INTEGER PRIMARY KEY, chat TEXT NOT NULL, given DATETIME NOT NULL,
    language TEXT NOT NULL, status TEXT NOT NULL, reason TEXT, index_version TEXT NOT NULL);
CREATE TABLE citations (answer_id INTEGER NOT NULL, number INTEGER NOT NULL,
    article_id TEXT NOT NULL, sentence INTEGER NOT NULL, start INTEGER NOT NULL,
    "end" INTEGER NOT NULL, text TEXT NOT NULL, PRIMARY KEY (answer_id, number));
INSERT INTO answers VALUES (1, '7', '2026-01-01 00:00:00', 'id', 'answered', NULL, 'v0');
INSERT INTO citations VALUES (1, 1, 'beras', 1, 0, 5, 'Harga');
"""


def test_a_database_of_an_older_version_is_completed_and_keeps_what_it_had(
    tmp_path: Path, newsroom: Newsroom
) -> None:
    file = tmp_path / "old.sqlite"
    with closing(sqlite3.connect(file)) as old:
        old.executescript(OLD)
    for _ in range(2):
        with closing(Database(f"sqlite:///{file}")) as database:
            memory = Memory(database)
            earlier = memory.last("7")
            assert earlier and earlier.places[0].text == "Harga"
            given = memory.remember("8", newsroom.answer("Berapa kilogram?"), language="id")
            assert memory.receipt(given.receipt)


def test_messages_of_ours_are_found_by_what_they_answer_in_their_order(database: Database) -> None:
    posts = Posts(database)
    posts.note(["7:9", "7:10"], "7:8", Shown("receipt", 7))
    posts.note(["7:12"], "7:11", Shown("", 7))
    assert posts.answering("7:8") == ["7:9", "7:10"]
    assert posts.shown("7:10") == Shown("receipt", 7)
    posts.note(["7:9"], "7:8", Shown("other", 7))
    assert posts.answering("7:8") == ["7:9"]
    assert posts.shown("7:10") is None and posts.shown("7:9") == Shown("other", 7)
