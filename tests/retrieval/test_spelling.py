"""The chat's spellings and short names are searched for as articles write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexes.terms import stems, terms
from retrieval.alternatives import short_names
from retrieval.question import parse
from retrieval.spelling import spelled, spellings


@pytest.mark.parametrize(
    ("message", "language", "plain"),
    [
        ("brp org yg ngungsi?", "id", "berapa orang yang ngungsi"),
        ("DMN lokasinya", "id", "di mana lokasinya"),
        ("negara2 ASEAN", "id", "negara negara asean"),
        ("what’s the mayor's plan", "en", "what is the mayors plan"),
        ("harga 14.750", "id", "harga 14.750"),
    ],
    ids=["chat", "capitals", "doubled", "apostrophes", "numbers"],
)
def test_a_message_in_plain_words(message: str, language: str, plain: str) -> None:
    assert spelled(message, language).plain == plain


def test_the_question_stays_as_it_was_written() -> None:
    assert parse("brp org yg ngungsi?").text == "brp org yg ngungsi?"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("krisis pangan korut", "krisis pangan di Korea Utara"),
        ("musuhnya as ya", "musuhnya Amerika Serikat ya"),
        ("banjir jateng", "banjir Jawa Tengah"),
        ("What did the US decide?", "What did the United States decide?"),
        ("jml korban thn ini", "jumlah korban tahun ini"),
    ],
    ids=["korut", "as", "jateng", "the US", "chat"],
)
def test_short_and_long_are_searched_for_alike(one: str, other: str) -> None:
    found, as_well = parse(one).terms, parse(other).terms
    assert [term.stems for term in found] == [term.stems for term in as_well]


def test_a_long_name_is_met_by_its_short_one() -> None:
    korea, utara = parse("Korea Utara").terms
    assert "korut" in korea.stems
    assert "korut" in utara.stems


def test_a_short_name_weighs_no_more_than_one_word() -> None:
    for short in ("korut", "ntt", "bansos"):
        own = sum(term.idf for term in terms(short, "id"))
        assert sum(term.idf for term in parse(short).terms) <= own + 1e-9


def test_us_is_a_country_only_where_it_is_meant() -> None:
    words = {term.word for term in parse("what did he tell us").terms}
    assert not words & {"united", "states"}


@pytest.mark.parametrize(
    ("form", "word"),
    [("nyuruh", "suruh"), ("ngasih", "kasih"), ("naikin", "naik"), ("nyari", "cari")],
)
def test_verbs_of_the_chat_get_the_stem_of_the_dictionary(form: str, word: str) -> None:
    (term,) = parse(f"siapa yg {form}").terms
    assert stems(word, "id")[0] in term.stems


def test_known_words_and_names_keep_their_own_stems() -> None:
    assert [term.stems[0] for term in parse("siapa Nyoman Putin").terms] == ["nyoman", "putin"]


def test_a_number_is_met_by_its_word() -> None:
    (two,) = parse("dua").terms
    assert {"dua", "2"} <= set(two.stems)


@pytest.mark.parametrize("language", ["id", "en"])
def test_the_tables_are_written_as_they_are_looked_up(language: str) -> None:
    table, names = spellings()["words"][language], short_names(language)
    assert all(word == word.lower().strip() for pair in table.items() for word in pair)
    assert not [word for meant in table.values() for word in meant.split() if word in table]
    assert not set(names.long) & set(table)


@given(st.text(max_size=60))
def test_the_words_of_a_wording_stand_in_the_message(text: str) -> None:
    for language in ("id", "en"):
        wording = spelled(text, language)
        assert wording.written(0, len(wording.plain) + 1) == wording.words
        assert all(wording.shown(word) == text[word.start : word.end] for word in wording.words)
