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


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("Apa penyebab kebakaran itu?", "why"),
        ("Siapa yang bilang harga naik kapan saja?", "who"),
        ("Apakah ada yang tahu kapan ia datang?", None),
        ("krisis pangan korut", None),
        ("Bagaimana tanggapan WHO?", None),
    ],
    ids=["by its words", "the kind first", "yes or no", "keywords", "an acronym"],
)
def test_the_type_follows_the_kind_and_then_the_words(question: str, name: str | None) -> None:
    wanted = answer_type(question)
    assert (wanted and wanted.name) == name


@pytest.mark.parametrize(
    ("question", "shows", "lacks"),
    [
        ("brp ton beras dikirim", "Dikirim 20 ton beras.", "Dikirim pada 20 Mei."),
        ("Berapa orang tewas?", "Tiga nelayan lain tewas.", "Kapal 30 meter itu karam."),
        ("Berapa persen kenaikan harga?", "Naik 4,5 persen.", "Naik menjadi Rp 4.500."),
        ("harga cabai jadi berapa", "Kini Rp 90.000 sekilo.", "Naik sejak 12 Mei."),
        ("umur korban brp thn", "Korban, Ani (32), dirawat.", "Korban dirawat di ruang 214b."),
        ("How far is the island?", "It lies 40 km away.", "It has 40 beaches."),
        ("Berapa lama perjalanannya?", "Ia tiba setelah dua hari.", "Ia membawa dua tas."),
        ("How many ships sank?", "Two cargo ships sank.", "Two sailors swam."),
        ("Berapa kapal yang karam?", "Ada 14 kapal yang karam.", "Ada 14 pelaut."),
        ("Tahun berapa pasar dibangun?", "Dibangun pada 1987.", "Dibangun pada Mei."),
        ("jam brp gempanya", "Gempa terjadi pukul 04.12.", "Gempa terjadi pada Senin."),
    ],
    ids=[
        "weight", "people", "percent", "money", "age", "length", "duration",
        "counted in English", "counted", "year", "clock",
    ],
)  # fmt: skip
def test_a_number_counts_in_the_unit_asked_for(question: str, shows: str, lacks: str) -> None:
    wanted = answer_type(question)
    assert wanted and wanted.unit
    assert wanted.shows_unit(shows, question)
    assert not wanted.shows_unit(lacks, question)


def test_without_a_unit_none_is_shown() -> None:
    wanted = answer_type("Siapa bupatinya?")
    assert wanted and wanted.unit is None
    assert not wanted.shows_unit("Bupati itu, Doni, datang.", "Siapa bupatinya?")
