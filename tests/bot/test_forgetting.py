"""Who asks to be forgotten is forgotten: in every table, in every chat, and nobody else is."""

import pytest
from sqlalchemy import func, select

from bot.chat import Chat
from bot.database import Database, Table
from bot.forgetting import forget, personal
from bot.inbox import Inbox, InboxRow
from bot.members import Members
from bot.message import Message
from bot.reply import Reply
from prompts import say
from tests.bot.bot_api import BotApi
from tests.bot.newsroom import Newsroom
from tests.bot.running import Running

PRIVATE, TOPIC, GROUP = "7", "7/3", "-100/0/7"
OTHERS = ("77", "8/7", "-100/7/8", "-7/0/8", "-100/0/77")
NOBODYS = {"invitations", "suggestions"}


def asked(chat: Chat, conversation: str) -> None:
    chat.turn(Message(conversation, "Berapa kilogram?"))


def test_the_conversations_of_a_person_go_and_those_of_others_stay(chat: Chat) -> None:
    for conversation in (PRIVATE, TOPIC, GROUP, *OTHERS):
        asked(chat, conversation)
    reply = chat.turn(Message(GROUP, "/hapusdata", None, 7))
    assert reply.blocks == Reply.words(say("forgotten", "id")).blocks
    nothing = Reply.words(say("sources_none", "id"))
    for conversation in (PRIVATE, TOPIC, GROUP):
        assert chat.turn(Message(conversation, "/sumber")) == nothing
    for conversation in OTHERS:
        assert chat.turn(Message(conversation, "/sumber")) != nothing


def test_what_was_said_last_is_forgotten_too(chat: Chat, newsroom: Newsroom) -> None:
    asked(chat, PRIVATE)
    asked(chat, "8")
    chat.turn(Message(PRIVATE, "/forget", None, 7))
    chat.turn(Message(PRIVATE, "Kenapa?"))
    chat.turn(Message("8", "Kenapa?"))
    assert newsroom.referred[-2:] == [None, "Berapa kilogram?"]


def test_no_single_answer_can_be_referred_to_either(chat: Chat) -> None:
    receipt = chat.turn(Message(PRIVATE, "Berapa kilogram?", None, 7)).receipt
    assert chat.conversations.answered(receipt)
    chat.turn(Message(PRIVATE, "/forget", None, 7))
    assert not chat.conversations.answered(receipt)


def test_no_table_keeps_anything_of_somebody_who_was_forgotten(
    chat: Chat, database: Database
) -> None:
    asked(chat, PRIVATE)
    Inbox(database).put(1, PRIVATE, "text")
    Inbox(database).done(1)
    Members(database).admit(7, Members(database).invite() or "")
    forget(database, PRIVATE, 7)
    with database.session() as session:
        for table in Table.metadata.sorted_tables:
            rows = personal(table, PRIVATE, 7)
            if rows is not None:
                assert session.scalar(select(func.count()).select_from(table).where(rows)) == 0
        assert session.scalars(select(InboxRow.update_id)).all() == [1]


def test_every_table_says_whose_its_rows_are(database: Database) -> None:
    unsaid = {t.name for t in Table.metadata.sorted_tables if personal(t, PRIVATE, 7) is None}
    assert unsaid == NOBODYS


def test_somebody_who_was_invited_hears_that_the_invitation_goes_too(
    chat: Chat, database: Database
) -> None:
    members = Members(database)
    members.admit(7, members.invite() or "")
    reply = chat.turn(Message(PRIVATE, "/hapusdata", None, 7))
    assert reply.blocks == Reply.words(say("forgotten_member", "id")).blocks
    assert not members.knows(7)


@pytest.mark.parametrize("conversation", ["terminal/1/2"])
def test_in_the_terminal_the_conversation_is_forgotten(chat: Chat, conversation: str) -> None:
    asked(chat, conversation)
    chat.turn(Message(conversation, "/hapusdata"))
    reply = chat.turn(Message(conversation, "/sumber"))
    assert reply == Reply.words(say("sources_none", "id"))


def test_in_the_terminal_the_language_is_forgotten_too(chat: Chat) -> None:
    chat.turn(Message("terminal/1/2", "/bahasa en"))
    chat.turn(Message("terminal/1/2", "/hapusdata"))
    reply = chat.turn(Message("terminal/1/2", "/sumber"))
    assert reply == Reply.words(say("sources_none", "id"))


def test_after_the_last_word_of_a_conversation_nothing_of_the_person_is_left(
    server: BotApi, bot: Running, database: Database
) -> None:
    for text in ("Berapa kilogram?", "/bahasa", "/artikel", "/hapusdata"):
        server.write(text)
    assert server.replies(4)[3] == say("forgotten", "id")
    bot.stop()
    assert [name for name, number in rows_of(database, 7).items() if number] == []


def rows_of(database: Database, person: int) -> dict[str, int]:
    """How many rows each table keeps of somebody."""
    with database.session() as session:
        found = ((t, personal(t, str(person), person)) for t in Table.metadata.sorted_tables)
        return {
            table.name: session.scalar(select(func.count()).select_from(table).where(rows)) or 0
            for table, rows in found
            if rows is not None
        }
