"""Stems and their translations, and how they are learned."""

import subprocess
import sys
from pathlib import Path

import pytest

from indexes.terms import LANGUAGES, stems
from indexes.training import translations as recipe
from indexes.training.alignment import align
from indexes.training.parallel import Pair
from indexes.translation import LEXICON, TABLES, translations

SENTENCES = [
    ("The red house", "Rumah merah"),
    ("A red car", "Mobil merah"),
    ("The old house", "Rumah tua"),
    ("An old car", "Mobil tua"),
    ("The old market 2026", "Pasar tua 2026"),
    ("Red market in Jakarta", "Pasar merah Jakarta"),
]
PAIRS = [Pair("ours", english, indonesian) for english, indonesian in SENTENCES] * 3


@pytest.mark.parametrize(
    ("word", "language", "translation"),
    [("price", "en", "harga"), ("earthquake", "en", "gempa"), ("beras", "id", "rice")],
)
def test_a_common_word_has_its_translation_first(
    word: str, language: str, translation: str
) -> None:
    other = LANGUAGES[1 - LANGUAGES.index(language)]
    (stem,) = stems(word, language)
    assert translations(stem, language)[0].stem == stems(translation, other)[0]


def test_a_name_or_a_number_has_no_translation() -> None:
    assert translations("larantuka", "en") == translations("14.750", "id") == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_table_holds_few_likely_translations_the_likeliest_first(language: str) -> None:
    rows = (LEXICON / TABLES[language]).read_text("utf-8").splitlines()
    for stem in {row.partition("\t")[0] for row in rows}:
        found = translations(stem, language)
        weights = [each.weight for each in found]
        assert 1 <= len(found) <= recipe.MOST and stem not in {each.stem for each in found}
        assert weights == sorted(weights, reverse=True) and recipe.LEAST <= min(weights) <= 1


def test_the_tables_are_small() -> None:
    assert sum((LEXICON / table).stat().st_size for table in TABLES.values()) <= 900_000


def test_no_recipe_is_loaded_to_read_them() -> None:
    script = "import sys, indexes.translation; print('numpy' in sys.modules)"
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "False"


def test_words_that_meet_in_translated_sentences_translate_each_other() -> None:
    words = [(english.lower().split(), other.lower().split()) for english, other in SENTENCES * 3]
    best = max((pair for pair in align(words) if pair.left == "house"), key=lambda pair: pair.count)
    assert best.right == "rumah"


def test_the_recipe_leaves_out_what_needs_no_table() -> None:
    tables = recipe.learn(PAIRS, [])
    assert tables.en_id["market"][0].stem == "pasar"
    assert not {"2026", "jakarta"} & tables.en_id.keys()


def test_wordnet_fills_what_the_sentences_lack() -> None:
    lemmas = [("house", "gedung"), ("island", "pulau"), ("red onion", "bawang")]
    tables = recipe.learn(PAIRS, lemmas)
    assert tables.en_id["hous"][0].stem == "rumah"
    assert [(each.stem, each.weight) for each in tables.en_id["island"]] == [("pulau", 0.3)]
    assert tables.id_en["pulau"][0].stem == "island"
    assert "onion" not in tables.en_id


def test_written_tables_keep_two_decimals(tmp_path: Path) -> None:
    recipe.write(recipe.learn(PAIRS, []).en_id, tmp_path / "table.tsv")
    for line in (tmp_path / "table.tsv").read_text("utf-8").splitlines():
        assert len(line.split("\t")[2].partition(".")[2]) == 2
