"""Questions over a real index: the right sentence, or a refusal that says why."""

from contextlib import closing
from pathlib import Path

import pytest

from indexes.indexing import Indexing
from indexes.serving import ServedIndex
from indexes.settings import IndexSettings
from retrieval.answer import Reason, Status
from retrieval.answering import Answerer
from retrieval.conversation import Turn


@pytest.fixture(scope="module")
def answerer(library: ServedIndex) -> Answerer:
    return Answerer(library)


@pytest.mark.parametrize(
    ("question", "evidence"),
    [
        ("Berapa harga beras medium di Cianjur?", "Rp 14.750 per kilogram"),
        ("Di mana pusat gempa berada?", "46 kilometer di timur laut Larantuka"),
        ("Siapa yang menetapkan masa tanggap darurat?", "Antonius Doni"),
        ("berapa warga yg mengungsi", "212 warga"),
        ("How much does a ferry ticket cost?", "$27.50"),
        ("Who is the harbour master?", "Ellen Marsh"),
        ("How much rice will Bulog distribute?", "420 ton"),
        ("rumah retak Adonara", "37 rumah"),
    ],
)
def test_the_first_citation_holds_the_answer(
    answerer: Answerer, question: str, evidence: str
) -> None:
    answer = answerer.answer(question)
    assert evidence in answer.citations[0].text
    assert not answer.refused


def test_every_citation_stands_in_its_article_word_for_word(
    answerer: Answerer, library: ServedIndex
) -> None:
    answer = answerer.answer("Apa kata Ratna tentang beras cadangan?")
    with library.reading() as index:
        for citation in answer.citations:
            text = index.catalog.article(citation.article.id).text
            assert text[citation.start : citation.end] == citation.text
            assert f"{citation.text} [{citation.number}]" in answer.text
    assert [citation.number for citation in answer.citations] == [
        *range(1, len(answer.citations) + 1)
    ]


def test_neighbours_come_along_as_context(answerer: Answerer) -> None:
    (citation, *_) = answerer.answer("Apakah gempa berpotensi tsunami?").citations
    assert citation.before and citation.before.number == citation.sentences[0].number - 1
    assert citation.after and citation.after.start >= citation.end


@pytest.mark.parametrize(
    "question",
    ["Siapa presiden pertama Brasil?", "Resep rendang padang", "What is the boiling point of tin?"],
)
def test_what_the_articles_do_not_tell_is_refused_without_a_citation(
    answerer: Answerer, question: str
) -> None:
    answer = answerer.answer(question)
    assert answer.status is Status.REFUSED
    assert answer.reason in {Reason.OFF_TOPIC, Reason.NOT_STATED}
    assert answer.citations == ()


def test_a_refusal_speaks_the_language_of_the_question(answerer: Answerer) -> None:
    assert "articles" in answerer.answer("Who won the chess final in Norway?").text
    assert "rtikel" in answerer.answer("Siapa juara catur di Norwegia?").text


@pytest.mark.parametrize(
    "message", ["", "😀😀", "?", "\u200b"], ids=["empty", "emoji", "mark", "zero width"]
)
def test_what_is_no_question_gets_a_hint(answerer: Answerer, message: str) -> None:
    assert answerer.answer(message).reason is Reason.UNREADABLE_QUESTION


@pytest.mark.parametrize(
    "message",
    [
        "gempa " * 680 + "di mana?",
        "\u202eDi mana gempa\x00?",
        "'; DROP TABLE articles; -- gempa",
        'article:"gempa" AND *:* ^2 ~',
        "http://169.254.169.254/ gempa ../../etc/passwd {{7*7}}",
    ],
    ids=["4,096 characters", "control characters", "SQL", "query syntax", "paths"],
)
def test_odd_messages_are_plain_words(answerer: Answerer, message: str) -> None:
    assert answerer.answer(message).status in set(Status)


def test_an_empty_index_says_that_it_is_empty(settings: IndexSettings, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Harga beras naik.")
    Indexing(settings).add([tmp_path / "a.txt"])
    Indexing(settings).remove(["a"])
    with closing(ServedIndex(settings)) as empty:
        assert Answerer(empty).answer("Berapa harga beras?").reason is Reason.EMPTY_INDEX


def test_no_more_sentences_are_cited_than_asked_for(library: ServedIndex) -> None:
    answer = Answerer(library, citations=1).answer("Apa kata Ujang dan Ratna tentang beras?")
    assert len(answer.citations) == 1


def test_a_refusal_names_the_nearest_articles(answerer: Answerer) -> None:
    answer = answerer.answer("Siapa nama dokter yang merawat pengungsi gempa Flores?")
    if answer.refused:
        assert answer.nearest[0].title in answer.text
    assert all(article.title not in answer.text for article in answer.nearest[2:])


def test_a_summary_begins_with_the_lead(answerer: Answerer) -> None:
    answer = answerer.answer("Apa isi artikel tentang gempa Flores?")
    first, *rest = answer.citations
    assert first.article.id == "gempa-flores"
    assert [each.start for each in (first, *rest)] == sorted(each.start for each in (first, *rest))


def test_a_follow_up_is_answered_from_what_was_talked_about(answerer: Answerer) -> None:
    answer = answerer.answer("Di mana pusat gempa berada?")
    turn = Turn.after(None, answer)
    again = answerer.answer("Kapan itu terjadi?", turn)
    assert again.refused or again.citations[0].article.id == answer.citations[0].article.id
    going_on = answerer.answer("lalu?", turn)
    assert going_on.citations[0].start > answer.citations[0].end


def test_a_confident_answer_is_likelier_than_a_refusal(answerer: Answerer) -> None:
    sure = answerer.answer("Berapa warga yang mengungsi?").confidence
    assert 0.0 <= answerer.answer("Resep rendang padang").confidence < sure <= 1.0
