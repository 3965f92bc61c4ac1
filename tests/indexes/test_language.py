"""Which of the two languages a question or an article is in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexes.language import detect
from indexes.words import words


@pytest.mark.parametrize(
    "question",
    [
        "siapa Koffler?",
        "krisis pangan korut",
        "koffler ngomongnya ke media apa?",
        "Berapa ton?",
        "knp harga naik bgt",
        "harga beras naik",
        "senjata nuklir",
        "putin ketemuan",
        "kapan keberangkatannya",
        "Apa itu The Fed?",
        "Siapa CEO The Walt Disney Company of America?",
        "Bagaimana tanggapan WHO?",
        "SIAPA YANG BERKATA BEGITU?",
        "kesempatan mengganggu AS",
    ],
)
def test_short_questions_in_indonesian(question: str) -> None:
    assert detect(question) == "id"


@pytest.mark.parametrize(
    "question",
    [
        "how fast is the train",
        "What did Kirby say?",
        "What’s Dr. Koffler’s job?",
        "who said so?",
        "WHO SAID SO?",
        "What did WHO say about Siti?",
        "north korea food crisis",
        "nuclear weapons",
        "arms deal",
        "rice prices",
        "Who is Dan Yang?",
    ],
)
def test_short_questions_in_english(question: str) -> None:
    assert detect(question) == "en"


@pytest.mark.parametrize("text", ["", "?", "12.000", "😀", "data bank", "Koffler", "Kim Jong Un"])
def test_where_nothing_decides_it_is_indonesian(text: str) -> None:
    assert detect(text) == "id"


def test_an_english_quotation_leaves_an_article_indonesian() -> None:
    text = "Ia membaca buku “The Lord of the Rings” di rumahnya, dan tidak pernah bosan dengan itu."
    assert detect(text) == "id"


@given(st.text())
def test_any_text_has_a_language(text: str) -> None:
    assert detect(text) in ("id", "en")


@pytest.mark.parametrize("language", ["id", "en"])
def test_function_words_are_written_as_texts_are_searched(language: str) -> None:
    lexicon = words(language)
    for word in lexicon.function_words | lexicon.shapes:
        assert word == word.lower().strip()
        assert "’" not in word


@pytest.mark.parametrize("language", ["id", "en"])
def test_a_question_word_is_no_other_function_word(language: str) -> None:
    lexicon = words(language)
    assert not lexicon.question_words & (lexicon.stop_words | lexicon.chat_words)
    assert not lexicon.stop_words & lexicon.chat_words
