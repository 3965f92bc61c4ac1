"""A text that somebody posts or forwards, asked about by replying to it."""

import json
from typing import Any

import pytest

from bot.database import Database, Table
from prompts import say
from tests.bot.bot_api import BotApi, Fault
from tests.bot.newsroom import Newsroom, refused

pytestmark = pytest.mark.usefixtures("bot")
POSTED = (
    "Konser amal di Ternate 🎵 disaksikan penonton sebanyak 1.200 orang pada Sabtu malam. "
    "“Dananya dipakai memperbaiki gedung madrasah,” kata ketua panitia Rahman Idris. "
    "Hujan turun sampai tengah malam, tetapi panggung tetap ramai oleh warga dari empat kelurahan."
)
SENTENCE = "Konser amal di Ternate 🎵 disaksikan penonton sebanyak 1.200 orang pada Sabtu malam."


def asked(server: BotApi, question: str, posted: str = POSTED, **more: Any) -> None:
    """Somebody replies with a question to what somebody else has posted."""
    chat = more.get("chat", 7)
    earlier = server.message(posted, chat=chat, user=99) | {"message_id": 50}
    server.written[50] = posted
    server.write(question, reply_to_message=earlier, **more)


@pytest.mark.parametrize(
    ("question", "more"),
    [("Berapa penonton?", {}), ("/tanya Berapa penonton?", {"chat": -100}),
     ("@kutip_bot berapa penonton?", {"chat": -100}),
     ("/tanya berapa penonton?", {"chat": -100, "message_thread_id": 3, "is_topic_message": True})],
    ids=["private", "command in a group", "mention in a group", "topic"],
)  # fmt: skip
def test_a_posted_text_answers_with_a_quote_that_telegram_itself_checks(
    server: BotApi, question: str, more: dict[str, Any]
) -> None:
    asked(server, question, **more)
    assert server.replies(1)[0].startswith(f"{SENTENCE} [1]")
    beside = json.loads(server.sent[0]["asked"]["reply_parameters"])
    assert (beside["message_id"], beside["quote"]) == (50, SENTENCE)


def test_a_quote_that_telegram_does_not_find_does_not_cost_the_answer(server: BotApi) -> None:
    server.fail("sendMessage", Fault(400, "Bad Request: QUOTE_TEXT_INVALID"))
    asked(server, "Berapa penonton?")
    assert server.replies(1)[0].startswith(f"{SENTENCE} [1]")


def test_a_posted_text_that_does_not_tell_is_a_refusal(server: BotApi) -> None:
    asked(server, "Berapa harga kilogram?")
    assert server.replies(1) == [refused("off_topic", "id")]


def test_nothing_of_a_posted_text_is_kept(server: BotApi, database: Database) -> None:
    asked(server, "Berapa penonton?")
    server.replies(1)
    server.write("/sumber")
    assert server.replies(2)[1] == say("sources_none", "id")
    with database.session() as session:
        for table in Table.metadata.sorted_tables:
            kept = str(session.execute(table.select()).all())
            assert "Ternate" not in kept, table.name


def test_a_caption_can_be_asked_about_too(server: BotApi) -> None:
    photo = [{"file_id": "p", "file_unique_id": "p", "width": 9, "height": 9}]
    earlier = server.message(None, user=99) | {"caption": POSTED, "photo": photo}
    server.write("Berapa penonton?", reply_to_message=earlier | {"message_id": 50})
    assert server.replies(1)[0].startswith(f"{SENTENCE} [1]")


def test_naming_the_bot_below_the_question_of_another_asks_that_question(
    server: BotApi, newsroom: Newsroom
) -> None:
    asked(server, "@kutip_bot", "Berapa kilogram?", chat=-100)
    assert "14.500" in server.replies(1)[0]
    assert newsroom.asked == ["Berapa kilogram?"]


def test_below_a_short_text_of_another_a_question_is_asked_of_the_articles(
    server: BotApi, newsroom: Newsroom
) -> None:
    asked(server, "@kutip_bot berapa kilogram?", "Harga naik lagi.", chat=-100)
    assert "14.500" in server.replies(1)[0]


def test_a_text_that_was_pasted_without_a_question_is_told_how_to_ask_about_it(
    server: BotApi,
) -> None:
    origin = {"type": "hidden_user", "date": 1, "sender_user_name": "Wulan"}
    server.write(POSTED, forward_origin=origin)
    assert server.replies(1)[0].endswith(say("posted_hint", "id"))
