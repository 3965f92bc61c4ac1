"""The words of a question against those of texts."""

from collections.abc import Iterable

import numpy as np
import pytest

from indexes.embedding import open_embedder
from indexes.settings import SHIPPED_MODEL
from indexes.terms import Term, terms
from indexes.word_vectors import WordVectors
from retrieval.alignment import SYNONYM, TRANSLATED, Alignment, Floats

EMBEDDER = open_embedder(SHIPPED_MODEL)
VECTORS = WordVectors(EMBEDDER).vectors


def test_a_word_is_met_by_its_stem() -> None:
    aligned = Alignment(terms("kenaikan harga", "id"), [("Harga beras dinaikkan.", "id")], VECTORS)
    assert aligned.exact.tolist() == [[1.0, 1.0]]


def test_a_translation_is_nearly_the_word() -> None:
    flood = Term("flood", ("flood",), 5.0, translations=("banjir",))
    aligned = Alignment([flood], [("Banjir melanda Demak.", "id")], VECTORS)
    assert aligned.exact[0, 0] == 0.0
    assert 0.8 < aligned.close[0, 0] < 1.0


def test_another_word_for_it_counts_less_than_a_translation() -> None:
    died = Term("tewas", ("tewas",), 5.0, synonyms=(("inggal",), ("korban", "jiwa")))
    texts = [("Ia meninggal.", "id"), ("Korban jiwa dua orang.", "id"), ("Jiwa zaman.", "id")]
    aligned = Alignment([died], texts, VECTORS)
    assert aligned.close[0, 0] == aligned.close[1, 0] == pytest.approx(SYNONYM)
    assert aligned.close[2, 0] < SYNONYM < TRANSLATED


def test_a_word_of_nearly_the_same_meaning_counts_and_a_strange_one_does_not() -> None:
    texts = [("Usia pelaku 20 tahun.", "id"), ("Kapal itu berlabuh.", "id")]
    aligned = Alignment(terms("umur", "id"), texts, VECTORS)
    assert aligned.close[0, 0] > 0.3 > aligned.close[1, 0]


def test_a_number_is_only_met_by_itself() -> None:
    texts = [("Pada 2018.", "id"), ("Pada 2019.", "id")]
    assert Alignment(terms("2018", "id"), texts, VECTORS).close[:, 0].tolist() == [1.0, 0.0]


@pytest.mark.parametrize("text", ["", "…", "dan di yang"], ids=["empty", "marks", "no content"])
def test_a_text_without_content_meets_nothing(text: str) -> None:
    aligned = Alignment(terms("harga beras", "id"), [(text, "id"), ("Harga.", "id")], VECTORS)
    assert not aligned.close[0].any()
    assert not aligned.meaning[0].any()
    assert aligned.exact[1].tolist() == [1.0, 0.0]


def test_without_terms_there_is_nothing_to_meet() -> None:
    assert Alignment((), [("Harga beras.", "id")], VECTORS).close.shape == (1, 0)


def test_word_vectors_are_remembered_and_bounded() -> None:
    asked: list[str] = []

    class Counting:
        identity = EMBEDDER.identity

        def embed(self, texts: Iterable[str]) -> Floats:
            asked.extend(texts)
            return EMBEDDER.embed(list(texts))

    words = WordVectors(Counting(), kept=2)
    first = words.vectors(["beras", "harga"])
    assert np.array_equal(words.vectors(["harga", "beras"]), first[::-1])
    assert asked == ["beras", "harga"]
    words.vectors(["kapal"])
    assert np.array_equal(words.vectors(["beras", "kapal", "gempa"])[0], first[0])
