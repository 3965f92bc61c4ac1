"""Questions about one article only, and quotes for some words."""

import pytest

from indexes.errors import ArticleMissing
from indexes.serving import ServedIndex
from retrieval.answering import Answerer
from retrieval.conversation import Turn


@pytest.fixture(scope="module")
def answerer(library: ServedIndex) -> Answerer:
    return Answerer(library)


def test_only_the_article_that_is_meant_is_cited(answerer: Answerer) -> None:
    question = "Berapa warga yang mengungsi?"
    assert answerer.answer(question).citations[0].article.id == "gempa-flores"
    within = answerer.answer(question, None, "harga-beras-cianjur")
    assert {citation.article.id for citation in within.citations} <= {"harga-beras-cianjur"}
    assert not any("212 warga" in citation.text for citation in within.citations)


def test_what_is_asked_of_the_right_article_is_answered_as_ever(answerer: Answerer) -> None:
    question = "Berapa harga beras medium di Cianjur?"
    everywhere = answerer.answer(question)
    within = answerer.answer(question, None, "harga-beras-cianjur")
    assert within.citations[0].text == everywhere.citations[0].text


def test_a_story_of_another_article_is_not_gone_on_with(answerer: Answerer) -> None:
    turn = Turn.after(None, answerer.answer("Berapa warga yang mengungsi?"))
    within = answerer.answer("lalu?", turn, "harga-beras-cianjur")
    assert {citation.article.id for citation in within.citations} <= {"harga-beras-cianjur"}


def test_an_article_that_is_not_there_cannot_be_asked(answerer: Answerer) -> None:
    with pytest.raises(ArticleMissing):
        answerer.answer("Berapa harga beras?", None, "kopi")


def test_quotes_are_verbatim_share_a_word_and_come_in_pages(answerer: Answerer) -> None:
    first = answerer.quotes("harga beras", skip=0, most=2)
    second = answerer.quotes("harga beras", skip=2, most=2)
    texts = [citation.text for citation in (*first, *second)]
    assert len(set(texts)) == len(texts) == 4
    assert "beras" in texts[0].lower()
    for citation in (*first, *second):
        citation.verify()


@pytest.mark.parametrize("words", ["", "🌾", "zzzxqy"], ids=["nothing", "no word", "no such word"])
def test_words_that_stand_nowhere_have_no_quotes(answerer: Answerer, words: str) -> None:
    assert answerer.quotes(words, skip=0, most=5) == ()
