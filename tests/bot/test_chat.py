"""Turns of a conversation, without any front end."""

import pytest

from bot.chat import Chat
from bot.message import Message
from bot.reply import Quote, Reply, Words
from prompts import say
from tests.bot.newsroom import Newsroom


@pytest.mark.parametrize("text", ["/start", "/START", " /start ", "/start@kutip_bot", "/start x"])
def test_a_command_is_known_however_it_is_written(chat: Chat, text: str) -> None:
    assert chat.turn(Message("7", text)) == Reply.words(say("start", "id", number=1))


@pytest.mark.parametrize(
    ("language", "spoken"),
    [(None, "id"), ("id", "id"), ("en", "en"), ("en-GB", "en"), ("nl", "id")],
    ids=["unknown", "Indonesian", "English", "British", "not ours"],
)
def test_words_are_in_the_language_of_the_person(
    chat: Chat, language: str | None, spoken: str
) -> None:
    reply = chat.turn(Message("7", "/help", language))
    assert reply == Reply.words(say("help", spoken))


@pytest.mark.parametrize(
    "text", ["Berapa kilogram?", "/tanya Berapa kilogram?", "/ask Berapa\nkilogram?"]
)
def test_a_question_needs_no_command(chat: Chat, text: str) -> None:
    quote = chat.turn(Message("7", text)).blocks[0]
    assert isinstance(quote, Quote)
    assert "14.500" in quote.text


@pytest.mark.parametrize("text", ["", "  ", "/tanya", "/tanya  "])
def test_nothing_asked_is_met_with_a_question(chat: Chat, text: str) -> None:
    reply = chat.turn(Message("7", text))
    assert reply.blocks == Reply.words(say("ask_what", "id")).blocks
    assert reply.wanted == say("ask_field", "id")


def test_the_sources_are_those_of_the_last_answer(chat: Chat) -> None:
    chat.turn(Message("7", "beras wulan"))
    chat.turn(Message("7", "Berapa kilogram?"))
    quotes = [b for b in chat.turn(Message("7", "/sumber")).blocks if isinstance(b, Quote)]
    assert [quote.number for quote in quotes] == [1]


def test_a_slash_alone_is_no_command(chat: Chat, newsroom: Newsroom) -> None:
    chat.turn(Message("7", "/ berapa kilogram?"))
    assert newsroom.asked == ["/ berapa kilogram?"]


def test_an_empty_library_says_so(chat: Chat, newsroom: Newsroom) -> None:
    newsroom.articles.clear()
    assert chat.turn(Message("7", "/artikel")) == Reply.words(say("empty_index", "id"))


def test_every_command_of_the_menu_is_known(chat: Chat) -> None:
    for language in ("id", "en"):
        for line in (say("menu", language) + "\n" + say("menu_groups", language)).splitlines():
            reply = chat.turn(Message("7", f"/{line.split()[0]}", language))
            assert reply != Reply.words(say("unknown_command", language))
            assert isinstance(reply.blocks[0], Words)
