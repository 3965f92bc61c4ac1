"""A message is kept until it was answered, and answered once."""

from datetime import UTC, datetime, timedelta

from sqlalchemy import func, select, update

from bot.database import Database
from bot.inbox import TRIES, Inbox, InboxRow, Waiting


def test_what_was_put_waits_oldest_first(database: Database) -> None:
    for number in (3, 1, 2):
        assert Inbox(database).put(number, "7", f"text {number}")
    assert Inbox(database).recover() == [Waiting(n, f"text {n}") for n in (1, 2, 3)]


def test_the_same_message_twice_is_one(database: Database) -> None:
    inbox = Inbox(database)
    assert inbox.put(1, "7", "text")
    assert not inbox.put(1, "7", "text")
    inbox.done(1)
    assert not inbox.put(1, "7", "text")
    assert inbox.recover() == []


def test_what_was_said_is_erased_with_the_answer(database: Database) -> None:
    inbox = Inbox(database)
    inbox.put(1, "7", "text")
    inbox.done(1)
    with database.session() as session:
        assert session.scalars(select(InboxRow.payload)).all() == [None]


def test_a_message_is_taken_so_often_and_no_more(database: Database) -> None:
    inbox = Inbox(database)
    inbox.put(1, "7", "text")
    assert [inbox.take(1) for _ in range(TRIES + 1)] == [True] * TRIES + [False]


def test_an_answered_message_is_not_taken_again(database: Database) -> None:
    inbox = Inbox(database)
    inbox.put(1, "7", "text")
    inbox.done(1)
    assert not inbox.take(1)


def test_answered_messages_are_forgotten_when_telegram_has_forgotten_them(
    database: Database,
) -> None:
    inbox = Inbox(database)
    for number in (1, 2, 3):
        inbox.put(number, "7", "text")
    inbox.done(1)
    inbox.done(2)
    with database.session() as session:
        long_ago = datetime.now(UTC) - timedelta(days=3)
        session.execute(update(InboxRow).where(InboxRow.update_id != 2).values(received=long_ago))
    assert [waiting.update_id for waiting in inbox.recover()] == [3]
    with database.session() as session:
        assert session.scalar(select(func.count()).select_from(InboxRow)) == 2
