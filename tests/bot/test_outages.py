"""What Telegram and the network do wrong, and that everybody is answered all the same."""

import time
from datetime import UTC, datetime

import pytest
from telegram import Chat as Place
from telegram import Message, Update, User

from bot.chat import Chat
from bot.database import Database
from bot.inbox import Inbox
from bot.telegram.errors import AnotherPoller, TokenRefused
from prompts import say
from tests.bot.bot_api import BotApi, Fault
from tests.bot.newsroom import Newsroom, refused
from tests.bot.running import Running, conversation

HELP = say("help", "id")


def left(person: int) -> Message:
    """What somebody wrote while the bot was away."""
    sender = User(person, "Sari", False)
    return Message(
        1, datetime.now(UTC), Place(person, "private"), from_user=sender, text="/bantuan"
    )


POISON = {"poll": {"id": "1", "question": "a poll as an older server writes it", "options": []}}


def test_a_refused_token_ends_the_bot_with_one_line_that_does_not_show_it(
    server: BotApi, chat: Chat, database: Database, caplog: pytest.LogCaptureFixture
) -> None:
    server.token = "1:another"
    bot = Running(server, chat, database)
    server.token = "2:the-real-one"
    bot.ended()
    assert isinstance(bot.error, TokenRefused)
    assert "\n" not in str(bot.error)
    assert "1:another" not in f"{bot.error}{caplog.text}"


def test_a_token_with_a_line_break_is_refused_without_asking(
    server: BotApi, chat: Chat, database: Database
) -> None:
    server.token = "1:two\nlines"
    bot = Running(server, chat, database)
    bot.ended()
    assert isinstance(bot.error, TokenRefused)
    assert server.calls == []


def test_a_token_that_is_revoked_later_ends_the_bot(
    server: BotApi, chat: Chat, database: Database
) -> None:
    bot = Running(server, chat, database)
    server.wait(lambda: server.called("getUpdates"))
    server.token = "2:a-new-one"
    server.push()
    bot.ended()
    assert isinstance(bot.error, TokenRefused)


def test_a_second_bot_on_the_same_token_ends_the_first_with_one_line(
    server: BotApi, chat: Chat, database: Database, caplog: pytest.LogCaptureFixture
) -> None:
    first = Running(server, chat, database)
    server.wait(lambda: server.called("getUpdates"))
    with conversation(server, chat, database):
        first.ended()
        assert isinstance(first.error, AnotherPoller)
        server.write("/bantuan")
        assert server.replies(1) == [HELP]
    assert "Traceback" not in "".join(r.getMessage() for r in caplog.records if r.name[:3] == "bot")


@pytest.mark.parametrize(
    "fault",
    [Fault(429, parameters={"retry_after": 1}), Fault(502), Fault(dropped=True)],
    ids=["429", "502", "dropped connection"],
)
@pytest.mark.parametrize("method", ["getMe", "getUpdates", "sendMessage"])
def test_one_failure_costs_a_moment_and_no_answer(
    server: BotApi, chat: Chat, database: Database, method: str, fault: Fault
) -> None:
    server.fail(method, fault)
    with conversation(server, chat, database):
        server.write("/bantuan")
        server.write("Berapa kilogram?")
        replies = server.replies(2)
    assert replies[0] == HELP
    assert "14.500" in replies[1]
    assert len(server.sent) == 2


def test_a_pause_that_telegram_asks_for_is_kept(server: BotApi, bot: Running) -> None:
    server.fail("sendMessage", Fault(429, parameters={"retry_after": 1}))
    server.write("/bantuan")
    server.wait(lambda: server.called("sendMessage"))
    asked = time.monotonic()
    server.replies(1)
    assert time.monotonic() - asked >= 1


def test_the_start_goes_on_although_the_menu_is_refused(
    server: BotApi, chat: Chat, database: Database
) -> None:
    server.fail("setMyCommands", Fault(429, parameters={"retry_after": 300}))
    with conversation(server, chat, database):
        server.write("/bantuan")
        assert server.replies(1) == [HELP]


def test_a_message_that_arrived_unnoticed_comes_at_most_twice(server: BotApi, bot: Running) -> None:
    server.fail("sendMessage", Fault(dropped=True, executed=True))
    server.write("/bantuan")
    server.replies(2)
    server.write("/entah")
    assert server.replies(3) == [HELP, HELP, say("unknown_command", "id")]


def test_somebody_who_blocked_the_bot_is_left_alone(
    server: BotApi, bot: Running, caplog: pytest.LogCaptureFixture
) -> None:
    server.fail("sendMessage", Fault(403, "Forbidden: bot was blocked by the user"))
    server.write("/bantuan", chat=8, user=8)
    server.wait(lambda: server.called("sendMessage"))
    server.write("/bantuan", chat=9, user=9)
    server.replies(1, chat=9)
    assert len(server.called("sendMessage")) == 2
    assert "ERROR" not in caplog.text


def test_a_closed_topic_is_answered_outside_of_it(server: BotApi, bot: Running) -> None:
    server.fail("sendMessage", Fault(400, "Bad Request: message thread not found"))
    server.write("/bantuan", chat=-100, message_thread_id=3, is_topic_message=True)
    server.replies(1)
    assert "message_thread_id" not in server.sent[0]["asked"]


def test_a_deleted_question_is_answered_without_a_reply(server: BotApi, bot: Running) -> None:
    server.fail("sendMessage", Fault(400, "Bad Request: message to be replied not found"))
    server.write("/bantuan", chat=-100)
    server.replies(1)
    assert "reply_parameters" not in server.sent[0]["asked"]


def test_a_group_that_moved_is_answered_where_it_went(server: BotApi, bot: Running) -> None:
    moved = Fault(400, "Bad Request: upgraded", {"migrate_to_chat_id": -200})
    server.fail("sendMessage", moved)
    server.write("/bantuan", chat=-100)
    assert server.replies(1, chat=-200) == [HELP]


def test_an_update_that_cannot_be_read_is_skipped_and_the_others_answered(
    server: BotApi, chat: Chat, database: Database, caplog: pytest.LogCaptureFixture
) -> None:
    server.write("/bantuan")
    poison = server.push(**POISON)
    server.write("/bantuan")
    last = server.push(**POISON)
    with conversation(server, chat, database):
        assert server.replies(2) == [HELP, HELP]
        server.wait(lambda: server.confirmed == last)
    assert f"Update {poison} cannot be read" in caplog.text
    assert "older server" not in caplog.text
    assert len(server.called("getUpdates")) < 6


def test_the_same_update_twice_is_answered_once(
    server: BotApi, chat: Chat, database: Database
) -> None:
    message = server.message("/bantuan")
    for _ in range(2):
        with conversation(server, chat, database):
            server.push(message=message, update_id=900)
            server.write("/entah")
            server.replies(len(server.sent) + 1)
            server.wait(lambda: server.texts()[-1] == say("unknown_command", "id"))
    assert server.texts().count(HELP) == 1


def test_more_messages_than_memory_should_hold_wait_where_they_are(
    server: BotApi, chat: Chat, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.telegram.intake.WAITING", 3)
    for number in range(1, 21):
        server.write("/bantuan", chat=number, user=number)
        Inbox(database).put(number, str(number), Update(number, left(50 + number)).to_json())
    with conversation(server, chat, database):
        server.replies(40)
    assert Inbox(database).recover() == []


def test_stopping_waits_for_an_answer_that_has_begun(
    server: BotApi, bot: Running, newsroom: Newsroom
) -> None:
    newsroom.seconds = 1.0
    server.write("Kenapa begitu lambat?")
    server.wait(lambda: newsroom.asked)
    bot.stop()
    assert server.texts() == [refused("off_topic", "id")]


def test_stopping_does_not_wait_for_an_answer_that_never_comes(
    server: BotApi, chat: Chat, database: Database, newsroom: Newsroom,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setattr("bot.telegram.service.STOP_ANSWERING", 0.3)
    newsroom.seconds = 3.0
    with conversation(server, chat, database) as bot:
        server.write("Kenapa begitu lambat?")
        server.write("/bantuan")
        server.wait(lambda: newsroom.asked)
        began = time.monotonic()
        bot.stop()
        assert time.monotonic() - began < 2
    newsroom.seconds = 0.0
    with conversation(server, chat, database):
        assert server.replies(2) == [refused("off_topic", "id"), HELP]
