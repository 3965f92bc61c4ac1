"""The bot named in a chat that it is no member of."""

import json
from typing import Any

import pytest

from prompts import say
from tests.bot.bot_api import ME, BotApi, Fault, Json
from tests.bot.newsroom import Newsroom

pytestmark = pytest.mark.usefixtures("bot")


def ask_as_guest(server: BotApi, text: str, number: int = 1, **more: Any) -> Json:
    """What the bot sends there, as its answer of that number."""
    message = server.message(f"@kutip_bot {text}", chat=-500, **more)
    server.push(guest_message=message | {"guest_query_id": f"g{number}"})
    server.wait(lambda: len(server.called("answerGuestQuery")) >= number)
    call = server.called("answerGuestQuery")[number - 1]
    assert call["guest_query_id"] == f"g{number}"
    sent: Json = json.loads(call["result"])
    return sent


def test_a_guest_is_answered_in_one_message_with_the_way_to_its_receipt(
    server: BotApi, newsroom: Newsroom
) -> None:
    sent = ask_as_guest(server, "berapa kilogram?")
    assert "14.500 per kilogram. [1]" in sent["input_message_content"]["message_text"]
    assert newsroom.asked == ["berapa kilogram?"]
    ((button,),) = sent["reply_markup"]["inline_keyboard"]
    address, _, receipt = button["url"].partition("?start=")
    assert address == f"https://t.me/{ME['username']}"
    server.write(f"/start {receipt}")
    assert "14.500" in server.replies(1)[0]


def test_a_guest_has_a_conversation_apart_from_all_others(
    server: BotApi, newsroom: Newsroom
) -> None:
    server.write("/tanya berapa kilogram?", chat=-500)
    server.replies(1)
    ask_as_guest(server, "Siapa Wulan?")
    ask_as_guest(server, "Kenapa begitu?", 2)
    assert newsroom.referred == [None, None, "Siapa Wulan?"]


def test_an_answer_that_fits_no_message_is_not_sent_in_part(
    server: BotApi, newsroom: Newsroom
) -> None:
    (article,) = newsroom.articles
    long = type(article)(
        "a", "A", f"Kilogram {'beras ' * 900}habis.", "id", None, None, None, "0" * 64
    )
    newsroom.articles = [long]
    sent = ask_as_guest(server, "berapa kilogram?")
    assert sent["input_message_content"]["message_text"] == say("card_long", "id")
    assert sent["reply_markup"]["inline_keyboard"]


def test_a_question_that_is_too_old_is_no_error(
    server: BotApi, caplog: pytest.LogCaptureFixture
) -> None:
    server.fail("answerGuestQuery", Fault(400, "Bad Request: query is too old"))
    ask_as_guest(server, "berapa kilogram?")
    server.write("/bantuan")
    assert server.replies(1) == [say("help", "id")]
    assert "failed" not in caplog.text


def test_other_bots_are_no_guests(server: BotApi) -> None:
    bot = {"id": 9, "is_bot": True, "first_name": "Bot"}
    message = server.message("@kutip_bot halo", chat=-500) | {"from": bot, "guest_query_id": "g"}
    server.push(guest_message=message)
    server.write("/bantuan")
    server.replies(1)
    assert not server.called("answerGuestQuery")
