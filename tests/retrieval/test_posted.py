"""A text that somebody posts, asked about without ever being indexed."""

from contextlib import closing
from pathlib import Path

import pytest

from indexes.errors import ArticleMissing
from indexes.indexing import Indexing
from indexes.serving import ServedIndex
from indexes.settings import IndexSettings
from retrieval.answer import Reason
from retrieval.answering import Answerer

TEXT = (
    "Konser amal di Ternate 🎵 disaksikan 1.200 penonton pada Sabtu malam.\n"
    "“Dananya untuk sekolah yang rusak,” kata ketua panitia Rahman Idris. "
    "Hujan turun sampai tengah malam."
)
QUESTIONS = [
    "Berapa penonton konser amal?",
    "Siapa ketua panitia?",
    "Apa kata Rahman Idris?",
    "How many spectators were there?",
    "Berapa penontn konser?",
    "Siapa presiden Mars?",
]


@pytest.fixture(scope="module")
def answerer(library: ServedIndex) -> Answerer:
    return Answerer(library)


def test_a_posted_text_is_quoted_word_for_word(answerer: Answerer) -> None:
    answer = answerer.answer_from(TEXT, "Teks", "Berapa penonton konser amal?")
    (citation, *_) = answer.citations
    assert "1.200 penonton" in citation.text
    assert TEXT[citation.start : citation.end] == citation.text
    assert all(each.article.text == TEXT for each in answer.citations)


def test_a_posted_text_that_does_not_tell_is_not_eked_out_with_articles(
    answerer: Answerer,
) -> None:
    answer = answerer.answer_from(TEXT, "Teks", "Berapa harga beras medium di Cianjur?")
    assert answer.reason in (Reason.OFF_TOPIC, Reason.NOT_STATED)


def test_a_posted_text_leaves_the_index_as_it_was(answerer: Answerer, library: ServedIndex) -> None:
    answerer.answer_from(TEXT, "Teks", "Berapa penonton?")
    with library.reading() as index, pytest.raises(ArticleMissing):
        index.catalog.article("")
    assert not any(
        "Ternate" in c.text for c in answerer.answer("Konser amal di Ternate?").citations
    )


@pytest.mark.parametrize("text", ["", " \n", "🌾", "x" * 4096, "a. b. c."])
def test_any_text_can_be_asked_about(answerer: Answerer, text: str) -> None:
    answer = answerer.answer_from(text, "Teks", "Berapa harga beras?")
    answer.verify()


def test_it_answers_as_an_index_of_that_text_would(tmp_path: Path, answerer: Answerer) -> None:
    file = tmp_path / "konser.txt"
    file.write_text(TEXT)
    settings = IndexSettings(folder=tmp_path / "index")
    Indexing(settings).add([file])
    with closing(ServedIndex(settings)) as served:
        indexed = Answerer(served)
        for question in QUESTIONS:
            one, other = indexed.answer(question), answerer.answer_from(TEXT, "Teks", question)
            assert (one.status, one.reason) == (other.status, other.reason), question
            assert [c.text for c in one.citations] == [c.text for c in other.citations]
            assert one.confidence == pytest.approx(other.confidence, abs=0.02)
