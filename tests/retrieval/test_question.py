"""A message becomes a question: cleaned for searching, in a language, with its words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.question import parse


@pytest.mark.parametrize(
    ("message", "language"),
    [
        ("Kapan gempa mengguncang Flores?", "id"),
        ("When did the earthquake hit Flores?", "en"),
        ("brp harga beras skrg", "id"),
    ],
    ids=["Indonesian", "English", "chat spelling"],
)
def test_the_language_is_that_of_the_question(message: str, language: str) -> None:
    assert parse(message).language == language


@pytest.mark.parametrize(
    "message", ["", "  \n\t", "😀", "?!…", "\u200b\u200f", "——"],
    ids=["empty", "white space", "emoji", "marks", "zero width", "dashes"],
)  # fmt: skip
def test_a_message_without_a_word_or_a_number_is_not_readable(message: str) -> None:
    assert not parse(message).readable


def test_invisible_characters_do_not_hide_words() -> None:
    assert parse("ge\u200bmpa\u202e \x00Flo\u00adres").text == "gempa Flores"


def test_accents_written_apart_are_the_same_question() -> None:
    assert parse("Cafe\u0301 itu") == parse("Café itu")


@given(st.text(max_size=200))
def test_any_message_is_some_question(message: str) -> None:
    question = parse(message)
    assert question.text == question.text.strip()
    assert question.text.encode("utf-8").decode() == question.text
