"""The few words that answer, in sentences of our own."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.expansion import expanded
from retrieval.question import parse
from retrieval.short_answer import Shown, short_answer, shown_answers

SUNK = "The ferry sank two days ago off Port Merrow, the coast guard said on Monday."
CARRIED = "The ferry carried 132 passengers and 12 crew, nearly 40 percent more than allowed."
QUAKE = "Gempa itu mengguncang Flores pada Senin (12/5/2025) pukul 07.30 WIB."
FLOOD = "Banjir setinggi satu meter terjadi di Kecamatan Sayung, Kabupaten Demak, sejak Selasa."
MARKET = "Pasar itu dibuka kembali baru-baru ini oleh Dr. Ratna Kusumawati."
RICE = "Harga beras medium naik menjadi Rp 14.750 per kilogram dalam dua hari."
LEFT = "Rombongan Wulandari berangkat dari Kupang pada malam Minggu menuju Ende."
SAID = "Gunung itu tenang, menurut laporan tersebut, mengutip pejabat Peru."
QUOTED = "“Kami menunggu hujan,” kata Gunawan Sutedja, Rabu."

ANSWERS = {
    "a date with its hour": (
        "Kapan gempa terjadi?",
        QUAKE,
        "pada Senin (12/5/2025) pukul 07.30 WIB",
    ),
    "the hour alone is asked": (
        "Pukul berapa gempa terjadi?",
        QUAKE,
        "pada Senin (12/5/2025) pukul 07.30 WIB",
    ),
    "a night": ("Kapan rombongan berangkat?", LEFT, "pada malam Minggu"),
    "a vague time": ("Kapan pasar dibuka?", MARKET, "baru-baru ini"),
    "the time that is nearer": ("When did the ferry sink?", SUNK, "two days ago"),
    "a day": ("Hari apa rombongan berangkat?", LEFT, "pada malam Minggu"),
    "a place with the one around it": (
        "Di mana banjir terjadi?",
        FLOOD,
        "di Kecamatan Sayung, Kabupaten Demak",
    ),
    "where from": ("Dari mana rombongan berangkat?", LEFT, "dari Kupang"),
    "where to": ("Ke mana rombongan berangkat?", LEFT, "menuju Ende"),
    "an English place": ("Where did the ferry sink?", SUNK, "off Port Merrow"),
    "money for a measure": ("Berapa harga beras?", RICE, "Rp 14.750 per kilogram"),
    "how long": ("Berapa lama harga beras naik?", RICE, "dua hari"),
    "a share": ("What percentage more than allowed?", CARRIED, "nearly 40 percent"),
    "what is counted": ("How many passengers did it carry?", CARRIED, "132 passengers"),
    "an agent with a title": ("Siapa yang membuka pasar?", MARKET, "Dr. Ratna Kusumawati"),
    "a speaker": ("Siapa yang mengatakan menunggu hujan?", QUOTED, "Gunawan Sutedja"),
    "the source behind a report": ("Siapa yang bilang gunung itu tenang?", SAID, "pejabat Peru"),
    "across languages": ("When did the convoy leave?", LEFT, "pada malam Minggu"),
}


def language(sentence: str) -> str:
    return "en" if sentence.startswith("The ") else "id"


@pytest.mark.parametrize(("question", "sentence", "expected"), ANSWERS.values(), ids=ANSWERS)
def test_the_short_answer_is_a_stretch_of_the_sentence(
    question: str, sentence: str, expected: str
) -> None:
    found = short_answer(parse(question), sentence, language(sentence))
    assert found is not None and found.text == expected
    assert sentence[found.start : found.end] == expected


UNSURE = {
    "nothing of the kind": ("Kapan harga naik?", "Harga beras naik di Cianjur."),
    "only what the question says": ("Siapa yang menyapa Gunawan?", "Pasar itu milik Gunawan."),
    "two of equal right": (
        "Siapa yang menang?",
        "Gunawan dan Wulandari menang, sedangkan Raditya dan Ratna kalah.",
    ),
    "a reason": ("Mengapa harga naik?", RICE),
    "another measure": ("Berapa kecepatan kereta?", "Kereta itu berangkat dengan 12 gerbong."),
    "no sentence": ("Kapan?", ""),
}


@pytest.mark.parametrize(("question", "sentence"), UNSURE.values(), ids=UNSURE)
def test_where_it_is_not_plain_there_is_none(question: str, sentence: str) -> None:
    assert short_answer(parse(question), sentence, "id") is None


@given(
    st.sampled_from(["Kapan Aa?", "Berapa aa?", "Siapa aa?", "Di mana aa?", "Who said aa?"]),
    st.text(st.sampled_from("Aa1 ./-,(”“R\ud800é\n%"), max_size=60),
)
def test_any_sentence_is_read(question: str, sentence: str) -> None:
    found = short_answer(parse(question), sentence, "id")
    assert found is None or sentence[found.start : found.end] == found.text != ""


@pytest.mark.parametrize("piece", ["1 ", "tahun ", "pada ", "Aa ", "sekitar ", "di kota ", "dua "])
def test_hostile_sentences_are_read_in_time(piece: str) -> None:
    sentence = piece * (1_900 // len(piece))
    begun = time.perf_counter()
    for question in ("Kapan aa?", "Berapa aa?", "Siapa aa?", "Di mana aa?"):
        short_answer(parse(question), sentence, "id")
    assert time.perf_counter() - begun < 2


def test_a_sentence_without_what_is_asked_for_shows_no_answer() -> None:
    question = expanded(parse("Berapa usia Rini Astuti?"))
    assert shown_answers(question, "Rini Astuti datang ke balai desa.", "id") == Shown(0)
    shown = shown_answers(question, "Rini Astuti (34) datang ke balai desa.", "id")
    assert shown is not None
    assert shown.count


def test_a_question_for_no_short_answer_is_shown_none() -> None:
    assert (
        shown_answers(parse("Mengapa tanggul jebol?"), "Tanggul jebol karena hujan.", "id") is None
    )


def test_the_nearer_answer_stands_out() -> None:
    question = expanded(parse("Berapa warga yang mengungsi?"))
    one = shown_answers(question, "Sebanyak 212 warga mengungsi.", "id")
    two = shown_answers(question, "Sebanyak 212 warga mengungsi, 213 rumah rusak.", "id")
    assert one is not None
    assert two is not None
    assert one.nearest > 0.0 == one.second
    assert two.second > 0.0
