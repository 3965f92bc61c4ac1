"""Which sentences somebody says."""

import numpy as np
import pytest

from retrieval.focus import focus
from retrieval.question import parse
from retrieval.speech import leans, said_by, speaks


@pytest.mark.parametrize(
    ("text", "speaking"),
    [
        ("“Tanggul itu retak,” kata Rini.", True),
        ("Menurut Bupati, warga sudah pulang.", True),
        ("The mayor warned of delays.", True),
        ("Harga beras naik di Cianjur.", False),
    ],
    ids=["quoted", "according to", "English", "nobody"],
)
def test_a_quotation_mark_or_a_word_of_saying_shows_speech(text: str, speaking: bool) -> None:
    assert speaks(text) is speaking


def test_who_was_named_goes_on_by_pronoun_and_by_quote() -> None:
    texts = [
        "Kepala Dinas Rini Astuti meninjau tanggul.",
        "“Retaknya dua meter,” ujarnya.",
        "“Kami tutup besok.”",
        "Bupati Hasan mengatakan warga aman.",
        "Hujan turun sejak pagi.",
    ]
    named = np.array([1, 0, 0, 0, 0], dtype=np.float32)
    said = said_by(texts, named)
    assert said[1] > said[2] > 0.5
    assert said[[0, 3, 4]].tolist() == [0.0, 0.0, 0.0]


@pytest.mark.parametrize(
    "text",
    ["Ia lalu pulang.", "Kapal itu karam.", "She denied it.", "Suaminya belum ditemukan."],
    ids=["pronoun", "demonstrative", "English", "-nya"],
)
def test_a_sentence_may_lean_on_the_one_before(text: str) -> None:
    assert leans(text)
    assert not leans("Polisi menangkap dua orang di Demak.")


@pytest.mark.parametrize(
    ("question", "word"),
    [
        ("Berapa gaji pelatih Persada?", "gaji"),
        ("Negara mana yang menengahi?", "negara"),
        ("Which newspaper reported it?", "newspaper"),
        ("What did the police seize?", None),
        ("harga beras", None),
    ],
    ids=["how much", "postposed", "English", "asked of somebody", "keywords"],
)
def test_a_question_turns_on_the_noun_beside_its_question_word(
    question: str, word: str | None
) -> None:
    asked = parse(question)
    at = focus(asked)
    assert (None if at is None else asked.terms[at].word) == word
