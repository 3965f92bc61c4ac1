"""An answer found again by its receipt, checked with the articles of today."""

from dataclasses import replace

import pytest

from bot.chat import Chat
from bot.message import Message
from bot.reply import Quote, Reply
from prompts import say
from retrieval.answer import Status
from tests.bot.newsroom import ARTICLE, Newsroom


def receipt_of(chat: Chat, text: str = "Berapa kilogram?") -> str:
    return chat.turn(Message("7", text, person=7)).receipt


def shown(chat: Chat, receipt: str) -> Reply:
    return chat.turn(Message("8", f"/start a_{receipt}", person=8))


def said(reply: Reply) -> str:
    return "\n".join(block.text for block in reply.blocks)


def test_a_receipt_shows_the_answer_to_whoever_has_it(chat: Chat) -> None:
    reply = shown(chat, receipt_of(chat))
    assert [b.text for b in reply.blocks if isinstance(b, Quote)] == [
        "Pedagang menjualnya Rp 14.500 per kilogram."
    ]
    assert reply.rows
    assert say("still_there", "id") not in said(reply)


def test_a_receipt_says_that_the_article_was_updated_and_the_sentence_still_stands(
    chat: Chat, newsroom: Newsroom
) -> None:
    receipt = receipt_of(chat)
    newsroom.articles = [replace(ARTICLE, text=f"Ralat. {ARTICLE.text}", sha256="1" * 64)]
    assert say("still_there", "id") in said(shown(chat, receipt))


@pytest.mark.parametrize(
    "text",
    ["Tidak benar: Pedagang menjualnya Rp 14.500 per kilogram.",
     "Pedagang menjualnya Rp 14.500 per kilogram, kata polisi palsu."],
    ids=["with words before", "with words after"],
)  # fmt: skip
def test_words_inside_another_sentence_are_not_the_sentence_that_was_cited(
    chat: Chat, newsroom: Newsroom, text: str
) -> None:
    receipt = receipt_of(chat)
    newsroom.articles = [replace(ARTICLE, text=f"Ralat. {text}", sha256="1" * 64)]
    assert say("still_there", "id") not in said(shown(chat, receipt))


def test_of_two_equal_sentences_the_nearer_one_is_shown(chat: Chat, newsroom: Newsroom) -> None:
    receipt = receipt_of(chat)
    again = "Pedagang menjualnya Rp 14.500 per kilogram."
    newsroom.articles = [replace(ARTICLE, text=f"{ARTICLE.text} {again}", sha256="1" * 64)]
    text = said(shown(chat, receipt))
    assert "kalimat 2" in text and say("still_there", "id") in text


def test_a_receipt_says_that_a_sentence_or_an_article_is_gone(
    chat: Chat, newsroom: Newsroom
) -> None:
    receipt = receipt_of(chat)
    newsroom.articles = [replace(ARTICLE, text="Harga beras turun.", sha256="1" * 64)]
    changed = say("source_changed", "id", article="Harga beras naik · Kabar Cianjur · 2026-02-03")
    assert changed in said(shown(chat, receipt))
    newsroom.articles = []
    gone = said(shown(chat, receipt))
    assert say("source_gone", "id") in gone and "14.500" in gone


def test_an_answer_that_was_uncertain_still_is(
    chat: Chat, newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    unsure = replace(newsroom.answer("Berapa kilogram?"), status=Status.UNCERTAIN)
    monkeypatch.setattr(newsroom, "answer", lambda *_: unsure)
    assert say("uncertain", "id") in said(shown(chat, receipt_of(chat)))


def test_a_refusal_has_a_receipt_too(chat: Chat) -> None:
    receipt = receipt_of(chat, "Siapa juara dunia?")
    assert say("receipt_refused", "id", day="").split(":")[1] in said(shown(chat, receipt))


def test_an_unknown_receipt_is_told(chat: Chat) -> None:
    assert said(shown(chat, "nothing")) == say("receipt_unknown", "id")


def test_no_receipt_is_like_another(chat: Chat) -> None:
    receipts = {receipt_of(chat) for _ in range(20)}
    assert len(receipts) == 20 and all(len(receipt) >= 11 for receipt in receipts)
