"""Those who speak without a name, by another one, or with a name that is more than its capitals."""

import pytest

from indexes.quotes.quote import QuoteType
from tests.indexes.quotes.read import quotes, who

LEVY = "pungutan itu sudah lama ada"


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        (
            f"Warga yang meminta namanya dirahasiakan mengatakan {LEVY}.",
            "Warga yang meminta namanya dirahasiakan",
        ),
        (
            f"Pedagang yang enggan disebut namanya mengatakan {LEVY}.",
            "Pedagang yang enggan disebut namanya",
        ),
        (f"Tiga sumber Tempo mengatakan {LEVY}.", "Tiga sumber Tempo"),
        (f"Tiga sumber di kepolisian mengatakan {LEVY}.", "Tiga sumber di kepolisian"),
    ],
    ids=["asks for it", "does not want it", "of a paper", "at the police"],
)
def test_a_source_that_keeps_its_name_is_cited_as_it_is_described(
    sentence: str, speaker: str
) -> None:
    (quote,) = quotes(sentence)
    assert (quote.speaker.canonical, quote.text) == (speaker, LEVY)


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        (f"Anggota DPR I Nyoman Sudarta mengatakan {LEVY}.", "I Nyoman Sudarta"),
        (f"Tetua nagari Rahmat Dt. Rajo Lenggang mengatakan {LEVY}.", "Rahmat Dt. Rajo Lenggang"),
        (f"Ketua MUI H. Sobri Yunus mengatakan {LEVY}.", "Sobri Yunus"),
        (f"Penjaga malam Agung ”Kebo” Prasetyo mengatakan {LEVY}.", "Agung Prasetyo"),
    ],
    ids=["Bali", "Minang", "haji", "between marks"],
)
def test_a_name_is_cited_whole(sentence: str, speaker: str) -> None:
    assert who(sentence) == [speaker]


@pytest.mark.parametrize(
    "text",
    [
        "“Kami akan memeriksa semua kapal.” Pernyataan itu disampaikan Rudi Hartono, Selasa (3/5).",
        "Hal itu disampaikan Rudi Hartono. “Kami akan memeriksa semua kapal.”",
        "Kata Rudi Hartono: “Kami akan memeriksa semua kapal.”",
    ],
    ids=["behind", "before", "kata first"],
)
def test_a_sentence_that_points_to_the_quote_names_its_speaker(text: str) -> None:
    (quote,) = quotes(text)
    assert (quote.speaker.canonical, quote.type) == ("Rudi Hartono", QuoteType.DIRECT)


def test_kata_dia_opens_what_the_last_speaker_says() -> None:
    first = "Rudi Hartono mengatakan semua kapal akan diperiksa."
    last = quotes(f"{first} Kata dia, {LEVY}.")[-1]
    assert (last.speaker.canonical, last.text) == ("Rudi Hartono", LEVY)


def test_the_president_who_travels_is_still_the_president() -> None:
    text = (
        "Presiden Rudi Hartono tiba pada Senin. “Jembatan itu dibuka lagi,” kata Presiden yang "
        "memimpin rapat dari Istana Merdeka."
    )
    assert who(text)[-1] == "Rudi Hartono"
