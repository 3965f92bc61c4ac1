"""Words to stems, and how rare they are."""

import math

from hypothesis import given
from hypothesis import strategies as st

from indexes.terms import LANGUAGES, Background, background, stems, terms
from indexes.training.background import count


def test_forms_of_a_word_share_a_stem() -> None:
    assert stems("kunjungan mengunjungi", "id")[0] == stems("dikunjungi", "id")[0]
    assert stems("reported reports", "en") == stems("report reporting", "en")


def test_function_words_are_left_out() -> None:
    assert stems("Siapa yang akan ke Larantuka?", "id") == stems("Larantuka", "id")


def test_numbers_keep_their_separators() -> None:
    assert stems("Rp 14.750 atau 2,49", "id")[1:] == ["14.750", "2,49"]


def test_a_question_has_each_content_word_once_with_its_stem_in_either_language() -> None:
    (term, other) = terms("Harga beras, harga beras!", "id")
    assert (term.word, other.word) == ("harga", "beras")
    assert "reports" not in terms("reports", "id")[0].stems[1:]
    assert set(stems("reports", "en")) <= set(terms("reports", "id")[0].stems)


def test_a_rare_word_weighs_more_than_a_common_one() -> None:
    tahun, adonara = terms("tahun Adonara", "id")
    assert adonara.idf > 2 * tahun.idf


def test_idf_is_the_one_of_bm25() -> None:
    table = Background(10, {"beras": 4})
    assert math.isclose(table.idf("beras"), math.log(1 + 6.5 / 4.5))
    assert math.isclose(table.idf("unseen"), math.log(1 + 10.5 / 0.5))


def test_the_shipped_tables_are_of_news_at_large() -> None:
    for language in LANGUAGES:
        table = background(language)
        assert table.sentences > 50_000
        assert min(table.frequency.values()) > 0
        assert max(table.frequency.values()) < table.sentences


def test_the_recipe_counts_each_sentence_once() -> None:
    sentences, frequency = count(["Harga beras.", "Harga beras.", "", "Beras, beras!"], "id")
    assert (sentences, frequency["beras"]) == (2, 2)


@given(st.text())
def test_any_text_has_stems_and_terms(text: str) -> None:
    for language in LANGUAGES:
        assert all(stems(text, language))
        assert all(term.idf >= 0 and term.stems for term in terms(text, language))
