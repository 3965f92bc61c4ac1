"""What is kept of a conversation, over a restart too."""

from contextlib import closing
from dataclasses import replace

from bot.database import Database
from bot.memory import Memory, Place
from retrieval.answer import Answer
from tests.bot.newsroom import TEXT, Newsroom


def test_an_answer_is_remembered_with_the_exact_place_of_its_quotes(
    database_url: str, newsroom: Newsroom
) -> None:
    answer = newsroom.answer("Berapa kilogram?")
    with closing(Database(database_url)) as database:
        Memory(database).remember("7", answer, language="id")
    with closing(Database(database_url)) as database:
        given = Memory(database).last("7")
    assert given and given.language == "id"
    (place,) = given.places
    assert TEXT[place.start : place.end] == place.text
    assert place == Place(1, "beras", 2, place.start, place.end, answer.text, "0" * 64)


def test_a_refusal_does_not_hide_the_last_quotes(database: Database, newsroom: Newsroom) -> None:
    memory = Memory(database)
    memory.remember("7", newsroom.answer("Berapa kilogram?"), language="id")
    memory.remember("7", newsroom.answer("Siapa juara dunia?"), language="id")
    given = memory.last("7")
    assert given and "14.500" in given.places[0].text


def test_each_chat_has_its_own_memory(database: Database, newsroom: Newsroom) -> None:
    memory = Memory(database)
    memory.remember("7", newsroom.answer("Berapa kilogram?"), language="id")
    assert memory.last("8") is None


def test_quotes_are_remembered_in_their_order(database: Database, newsroom: Newsroom) -> None:
    answer: Answer = newsroom.answer("beras kilogram wulan")
    backwards = replace(answer, citations=tuple(reversed(answer.citations)))
    Memory(database).remember("7", backwards, language="id")
    given = Memory(database).last("7")
    assert given and [place.number for place in given.places] == [1, 2, 3]
