"""What the bot finds while somebody types behind its name in any chat."""

from dataclasses import replace
from urllib.parse import unquote

import pytest

from bot.chat import Chat
from bot.database import Database
from indexes.article import text_name
from prompts import say
from tests.bot.bot_api import ME, BotApi, Fault, Json, units
from tests.bot.gestures import buttons, type_inline
from tests.bot.newsroom import ARTICLE, Newsroom, sentences
from tests.bot.running import Running, conversation

pytestmark = pytest.mark.usefixtures("bot")


def texts(answer: Json) -> list[str]:
    return [result["input_message_content"]["message_text"] for result in answer["results"]]


def test_a_card_is_a_sentence_word_for_word_with_its_article(server: BotApi) -> None:
    answer = type_inline(server, "kilogram")
    (card,) = answer["results"]
    assert card["title"] == "Harga beras naik · Kabar Cianjur · 2026-02-03"
    assert card["description"] == sentences(ARTICLE)[1].text
    (text,) = texts(answer)
    assert text.startswith(f"{sentences(ARTICLE)[1].text} [1]")


def test_what_one_types_is_answered_for_that_person_only_and_leads_to_the_bot(
    server: BotApi,
) -> None:
    answer = type_inline(server, "kilogram")
    assert answer["is_personal"] == "true"
    assert say("ask_private", "id") in answer["button"]


@pytest.mark.parametrize("typed", ["", "zzz", "🌾"])
def test_words_that_stand_nowhere_bring_no_card(server: BotApi, typed: str) -> None:
    assert type_inline(server, typed)["results"] == []


def test_further_cards_come_when_they_are_scrolled_to(server: BotApi, newsroom: Newsroom) -> None:
    newsroom.articles = [replace(ARTICLE, id=f"a{n}", sha256=text_name(str(n))) for n in range(25)]
    seen: list[str] = []
    offset = ""
    for number, size in enumerate((10, 10, 5), start=1):
        answer = type_inline(server, "kilogram", offset, number)
        assert len(answer["results"]) == size
        seen += [card["id"] for card in answer["results"]]
        offset = answer.get("next_offset", "")
    assert offset == "" and len(set(seen)) == 25


def test_an_answer_is_shared_as_one_card_with_the_way_back_to_it(server: BotApi) -> None:
    server.write("beras kilogram")
    server.replies(1)
    share = next(b for b in buttons(server.sent[0]) if "switch_inline_query_chosen_chat" in b)
    query = share["switch_inline_query_chosen_chat"]["query"]
    (card,) = type_inline(server, query)["results"]
    text = card["input_message_content"]["message_text"]
    assert all(f"{s.text} [{n}]" in text for n, s in enumerate(sentences(ARTICLE)[:2], start=1))
    ((button,),) = card["reply_markup"]["inline_keyboard"]
    link = button["url"]
    assert link == f"https://t.me/{ME['username']}?start={query.removeprefix('#')}"
    server.write(f"/start {link.partition('=')[2]}", chat=8, user=8)
    assert "14.500" in server.replies(1, chat=8)[0]


def test_an_unknown_answer_cannot_be_shared(server: BotApi) -> None:
    assert type_inline(server, "#a_nothing")["results"] == []


def test_a_long_answer_is_shared_without_what_stands_around_it_and_never_in_part(
    server: BotApi, newsroom: Newsroom, chat: Chat
) -> None:
    long = f"Kilogram {'beras ' * 600}habis."
    newsroom.articles = [replace(ARTICLE, text=f"{'Sebelum ' * 100}itu. {long}")]
    server.write("Berapa kilogram?")
    server.replies(2)
    receipt = buttons(server.sent[-1])[0]["callback_data"].split(":")[1]
    (text,) = texts(type_inline(server, f"#a_{receipt}"))
    assert text == f"{long} [1]" and units(text) <= 4096


def test_a_query_that_was_typed_over_is_no_error(
    server: BotApi, caplog: pytest.LogCaptureFixture
) -> None:
    server.fail("answerInlineQuery", Fault(400, "Bad Request: query is too old"))
    type_inline(server, "kilogram")
    assert len(type_inline(server, "wulan", number=2)["results"]) == 1
    assert "failed" not in caplog.text


def test_where_inline_mode_is_off_an_answer_is_shared_by_its_address(
    server: BotApi, bot: Running, chat: Chat, database: Database
) -> None:
    bot.stop()
    server.me["supports_inline_queries"] = False
    with conversation(server, chat, database):
        server.write("beras kilogram")
        server.replies(1)
    share = next(b for b in buttons(server.sent[0]) if b["text"] == say("button_share", "id"))
    address = unquote(share["url"].removeprefix("https://t.me/share/url?url="))
    assert address.startswith(f"https://t.me/{ME['username']}?start=a_")
