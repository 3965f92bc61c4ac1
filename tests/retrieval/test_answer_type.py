"""What a question asks for, and which sentences show it."""

import pytest

from retrieval.answer_type import answer_type


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("Kapan kapal itu tiba?", "when"),
        ("tahun berapa pasar itu dibangun", "when"),
        ("What day does the trial begin?", "when"),
        ("Berapa warga yang mengungsi?", "number"),
        ("brp harga cabai", "number"),
        ("How far is the island?", "number"),
        ("Siapakah bupatinya?", "who"),
        ("Whose boat sank?", "who"),
        ("Di manakah pusat gempa?", "where"),
        ("Kapal itu berlayar dari mana?", "where"),
        ("Which city hosts the games?", "where"),
        ("knp jalan ditutup", "why"),
        ("Why was the road closed?", "why"),
    ],
)
def test_the_question_tells_its_type(question: str, name: str) -> None:
    wanted = answer_type(question)
    assert wanted and wanted.name == name


@pytest.mark.parametrize("question", ["Apa isi perjanjian itu?", "Did the ship sail?", ""])
def test_other_questions_have_none(question: str) -> None:
    assert answer_type(question) is None


@pytest.mark.parametrize(
    ("question", "shows", "lacks"),
    [
        ("Kapan kapal tiba?", "Kapal tiba pada Kamis.", "Kapal tiba di pelabuhan."),
        ("Berapa warga mengungsi?", "Sebanyak 212 warga pergi.", "Warga pergi."),
        ("Berapa rumah rusak?", "Dua ratus rumah rusak.", "Rumah itu rusak."),
        ("Siapa bupatinya?", "Bupati itu, Doni, datang.", "Bupati itu datang."),
        ("Di mana gempa terjadi?", "Gempa terjadi di Larantuka.", "Gempa terjadi di laut."),
        ("Why did it stop?", "It stopped because of rain.", "It stopped at noon."),
    ],
    ids=["when", "number", "number in words", "who", "where", "why"],
)
def test_a_sentence_shows_the_type_or_lacks_it(question: str, shows: str, lacks: str) -> None:
    wanted = answer_type(question)
    assert wanted
    assert wanted.shown_by(shows, question)
    assert not wanted.shown_by(lacks, question)


def test_what_the_question_says_already_is_no_answer() -> None:
    question = "Siapa yang bertemu Doni pada 2026?"
    wanted = answer_type(question)
    assert wanted and not wanted.shown_by("Warga bertemu Doni.", question)
