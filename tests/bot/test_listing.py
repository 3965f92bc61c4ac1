"""Lists of articles and of sources."""

from dataclasses import replace

import pytest

from bot.chat import Chat
from bot.listing import PAGE
from bot.message import Message
from prompts import say
from tests.bot.newsroom import ARTICLE, Newsroom


@pytest.fixture
def many(newsroom: Newsroom) -> Newsroom:
    newsroom.articles = [replace(ARTICLE, id=f"a{n}", title=f"Judul {n}") for n in range(1, 46)]
    return newsroom


def listed(chat: Chat, text: str) -> list[str]:
    return [block.text for block in chat.turn(Message("7", text)).blocks]


def test_a_single_page_has_no_page_number(chat: Chat) -> None:
    row = "1. Harga beras naik · Kabar Cianjur · 2026-02-03"
    assert listed(chat, "/artikel") == [say("articles", "id", number=1), row]


@pytest.mark.parametrize(
    ("asked", "page", "first", "last"),
    [("/artikel", 1, 1, PAGE), ("/artikel 6", 6, 41, 45), ("/artikel 99", 6, 41, 45),
     ("/artikel 0", 1, 1, PAGE), ("/artikel dua", 1, 1, PAGE)],
    ids=["the first", "the last", "beyond the last", "before the first", "no number"],
)  # fmt: skip
@pytest.mark.usefixtures("many")
def test_a_page_begins_and_ends_where_it_should(
    chat: Chat, asked: str, page: int, first: int, last: int
) -> None:
    head, rows, more = listed(chat, asked)
    assert head == say("articles", "id", number=45)
    lines = rows.splitlines()
    assert lines[0].startswith(f"{first}. Judul {first} ")
    assert lines[-1].startswith(f"{last}. Judul {last} ")
    assert more == say("articles_more", "id", page=page, pages=6, next=page % 6 + 1)


def test_a_source_that_changed_or_went_is_told(chat: Chat, newsroom: Newsroom) -> None:
    chat.turn(Message("7", "Berapa kilogram?"))
    newsroom.articles = [replace(ARTICLE, text="Harga beras turun.")]
    changed = say("source_changed", "id", article="Harga beras naik · Kabar Cianjur · 2026-02-03")
    assert listed(chat, "/sumber")[-1] == changed
    newsroom.articles = []
    assert listed(chat, "/sumber")[-1] == say("source_gone", "id")
