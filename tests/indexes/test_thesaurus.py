"""Other words for the same."""

import pytest

from indexes.terms import LANGUAGES, stems
from indexes.thesaurus import TABLE, synonyms

LINES = TABLE.read_text("utf-8").splitlines()


@pytest.mark.parametrize(
    ("word", "language", "other", "of"),
    [
        ("tewas", "id", "meninggal", "id"),
        ("meninggal", "id", "tewas", "id"),
        ("watchman", "en", "satpam", "id"),
        ("satpam", "id", "watchman", "en"),
        ("korban jiwa", "id", "tewas", "id"),
        ("tewas", "id", "korban jiwa", "id"),
    ],
)
def test_words_of_a_line_stand_for_each_other(
    word: str, language: str, other: str, of: str
) -> None:
    assert tuple(stems(other, of)) in synonyms(tuple(stems(word, language)), language)


def test_a_word_does_not_stand_for_itself() -> None:
    assert ("tewas",) not in synonyms(("tewas",), "id")


def test_a_name_has_no_other_words() -> None:
    assert synonyms(("koffler",), "id") == ()


def test_every_line_has_words_in_both_languages() -> None:
    assert [line for line in LINES if not _sound(line.split("\t"))] == []


def _sound(columns: list[str]) -> bool:
    return len(columns) == len(LANGUAGES) and all(
        column == column.strip() and any(stems(word, language) for word in column.split(", "))
        for language, column in zip(LANGUAGES, columns, strict=True)
    )
