"""Only questions that were tried and answered are offered."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date

import pytest

from bot.chat import Chat
from bot.conversations import Conversations
from bot.database import Database
from bot.message import Message, Press
from bot.records import Records
from bot.suggesting import NEWEST, newest, questions, tells
from bot.suggestions import Suggestions
from indexes.indexing import Indexing
from indexes.serving import ServedIndex
from indexes.settings import IndexSettings
from prompts import say
from retrieval.answer import Status
from retrieval.answering import Answerer
from tests.bot.gestures import until
from tests.bot.newsroom import ARTICLE, Newsroom


@pytest.fixture
def told(library: ServedIndex, database: Database) -> Iterator[Chat]:
    """The conversations over the three articles, with their suggestions made."""
    records = Records.of(database)
    chat = Chat(Answerer(library), library, records, Conversations(minutes=5), language="id")
    with library.reading() as index:
        version, number = index.name, index.manifest.counts["articles"]
    chat.suggesting.start()
    until(lambda: len({article for article, _ in records.suggestions.tried(version)}) == number)
    yield chat
    chat.suggesting.stop()


def labels(chat: Chat, text: str, language: str = "id") -> list[str]:
    rows = chat.turn(Message("7", text, language)).rows
    return [button.label for row in rows for button in row]


def test_the_greeting_offers_questions_and_each_of_them_is_answered(told: Chat) -> None:
    for language in ("id", "en"):
        offered = labels(told, "/start", language)
        assert offered
        for text in offered:
            reply = told.turn(Message("8", text, language))
            assert reply.receipt
            given = told.given(reply.receipt)
            assert given and given.status is Status.ANSWERED


def test_below_an_answer_stand_other_questions_that_its_article_answers(told: Chat) -> None:
    first = labels(told, "/start")[0]
    further = labels(told, first)
    assert first not in further
    asked = further[3:]
    assert asked and all(labels(told, text) for text in asked)


def test_a_question_that_is_pressed_is_answered_and_repeated_above_the_answer(told: Chat) -> None:
    button = told.turn(Message("7", "/start", "id")).rows[0][0]
    pressed = told.press(Press(button.press, Message("7", "", "id"), "7:1"))
    assert pressed.further
    heading, *answer = pressed.further.blocks
    assert heading.text == say("asked", "id", question=button.label)
    assert answer and pressed.further.receipt


def test_a_version_is_asked_about_once_over_restarts(told: Chat, library: ServedIndex) -> None:
    known = told.records.suggestions
    before = known.first(library._lease.index.name, "id", 99)
    again = Chat(Answerer(library), library, told.records, Conversations(minutes=5), language="id")
    again.suggesting.start()
    again.suggesting.stop()
    assert known.first(library._lease.index.name, "id", 99) == before


def test_a_new_version_has_questions_of_its_own(
    indexing: Indexing, settings: IndexSettings, database: Database, newsroom: Newsroom
) -> None:
    suggestions = Suggestions(database)
    for number in range(5):
        suggestions.put(f"v{number}", "beras", "id", ["Apa kata Wulan?"])
    suggestions.forget_old()
    assert [bool(suggestions.first(f"v{n}", "id", 1)) for n in range(5)] == [0, 0, 1, 1, 1]


def test_what_is_answered_unsurely_or_from_elsewhere_is_not_offered(newsroom: Newsroom) -> None:
    sure = replace(newsroom.answer("Siapa Wulan?"), confidence=0.9)
    assert tells(sure, ARTICLE, "Ibu Wulan")
    assert not tells(replace(sure, status=Status.UNCERTAIN), ARTICLE, "Ibu Wulan")
    assert not tells(replace(sure, confidence=0.3), ARTICLE, "Ibu Wulan")
    assert not tells(sure, replace(ARTICLE, id="lain"), "Ibu Wulan")
    assert not tells(sure, ARTICLE, "Ibu Sari")


def test_questions_are_made_of_the_names_of_people() -> None:
    text = "“Kami menunggu panen,” kata Wulan Lestari, pedagang. Harga naik di Pasar Baru."
    article = replace(ARTICLE, text=text)
    assert next(questions(article, "id")) == ("Wulan Lestari", "Apa kata Wulan Lestari?")
    assert next(questions(article, "en")) == ("Wulan Lestari", "What did Wulan Lestari say?")


def test_nobody_is_asked_about_for_words_that_somebody_else_said() -> None:
    text = "Presiden Joko Purnomo tiba. “Panen raya,” kata Budi Santoso, petani di Garut, Senin."
    asked = [question for _, question in questions(replace(ARTICLE, text=text), "id")]
    assert asked[:2] == ["Apa kata Budi Santoso?", "Siapa Joko Purnomo?"]


def test_the_newest_articles_come_first_and_those_without_a_date_last() -> None:
    dated = [replace(ARTICLE, id=str(n), published=date(2026, 1, n)) for n in range(1, 30)]
    first, *others = newest([replace(ARTICLE, id="undated", published=None), *dated])
    assert first.id == "29" and len(others) == NEWEST - 1


def test_without_the_thread_nothing_is_tried(chat: Chat, newsroom: Newsroom) -> None:
    chat.turn(Message("7", "Berapa kilogram?"))
    assert newsroom.asked == ["Berapa kilogram?"]


def test_old_databases_are_closed_in_time(library: ServedIndex, database_url: str) -> None:
    with closing(Database(database_url)) as database:
        records = Records.of(database)
        chat = Chat(Answerer(library), library, records, Conversations(minutes=5), language="id")
        chat.suggesting.start()
        chat.suggesting.stop()
