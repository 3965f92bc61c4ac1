"""Names in the texts of news, and who is the same person."""

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexes.names import NameKind, names, same_person
from indexes.training.capitals import count, listed

LANGUAGE = st.sampled_from(["id", "en"])
HOSTILE = st.text(st.sampled_from("AaB b.’'\"“”,-–\n1IÉé\ud800 dandiof "), max_size=80)

FOUND = {
    "people and their small words": (
        "id",
        "Kemarin Abdullah bin Ahmad menyapa Marieke van Dijk.",
        ["Abdullah bin Ahmad", "Marieke van Dijk"],
    ),
    "bodies keep their joints": (
        "id",
        "Surat itu dari Kementerian Pekerjaan Umum dan Perumahan Rakyat serta PT Laut Biru Tbk.",
        ["Kementerian Pekerjaan Umum dan Perumahan Rakyat", "PT Laut Biru Tbk"],
    ),
    "acronyms": ("id", "Penyidik KPK memantau COVID-19.", ["KPK", "COVID-19"]),
    "the capital of a sentence is no name": (
        "id",
        "Sementara itu hujan reda. Kereta tiba. Menurut Wulandari, jalan licin.",
        ["Wulandari"],
    ),
    "inside quotes": (
        "id",
        "“Kami menunggu Gunawan Sutedja,” ujarnya. “Petani rugi.”",
        ["Gunawan Sutedja"],
    ),
    "days and months are none": ("id", "Pada Senin 5 Mei 2025 Raditya datang.", ["Raditya"]),
    "an owner": ("en", "They read Okafor’s letter to Halima Sow's aunt.", ["Okafor", "Halima Sow"]),
    "an English body": (
        "en",
        "The clerk of the Bank of the Islands met the Coastal News Agency.",
        ["Bank of the Islands", "Coastal News Agency"],
    ),
    "a headline in capitals": ("id", "HARGA BERAS DI PASAR NAIK LAGI HARI INI", []),
    "lines are apart": ("id", "oleh Raditya\nWulandari datang", ["Raditya", "Wulandari"]),
    "nothing": ("id", "", []),
}


@pytest.mark.parametrize(("language", "text", "expected"), FOUND.values(), ids=FOUND)
def test_names_are_runs_of_capitals(language: str, text: str, expected: list[str]) -> None:
    assert [name.text for name in names(text, language)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kemarin Dr. Ratna Kusumawati hadir.", ("Dr. ", "Ratna Kusumawati")),
        ("Kami menemui Presiden Peru Tomas Quilla.", ("Presiden Peru ", "Tomas Quilla")),
        ("kata Kepala Dinas Kesehatan DKI Jakarta Widyastuti.",
         ("Kepala Dinas Kesehatan DKI Jakarta ", "Widyastuti")),
        ("menurut juru bicara Badan Gempa AS Norman Tolliver",
         ("juru bicara Badan Gempa AS ", "Norman Tolliver")),
        ("ujar Menteri Keuangan Laksmi Hendrawan.", ("Menteri Keuangan ", "Laksmi Hendrawan")),
    ],
    ids=["a degree", "an office of a country", "an office of a body", "small letters", "a matter"],
)  # fmt: skip
def test_titles_and_offices_stand_apart_from_the_name(text: str, expected: tuple[str, str]) -> None:
    last = names(text, "id")[-1]
    assert (text[last.titled : last.start], last.text) == expected
    assert last.kind is NameKind.PERSON


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("“Hujan,” kata Tolliver.", NameKind.PERSON),
        ("Hujan turun, Tolliver mengatakan.", NameKind.PERSON),
        ("Lalu Tolliver (45) pulang.", NameKind.PERSON),
        ("Lalu Tolliver, seorang nelayan, pulang.", NameKind.PERSON),
        ("Mereka tiba di Tolliver.", NameKind.PLACE),
        ("Banjir melanda Kabupaten Tolliver.", NameKind.PLACE),
        ("Mereka pergi lewat Korea Selatan.", NameKind.PLACE),
        ("Surat itu milik Yayasan Tolliver.", NameKind.ORGANISATION),
        ("Surat itu milik Tolliver.", NameKind.UNKNOWN),
    ],
    ids=["a cue", "a verb of saying", "an age", "an apposition", "a preposition", "a ground",
         "a listed place", "a body", "nothing"],
)  # fmt: skip
def test_what_stands_beside_a_name_tells_its_kind(text: str, kind: NameKind) -> None:
    (name,) = names(text, "id")
    assert name.kind is kind


def test_a_name_told_in_full_makes_its_later_mentions_a_person() -> None:
    kinds = {name.kind for name in names("Bupati Norman Tolliver datang. Tolliver lelah.", "id")}
    assert kinds == {NameKind.PERSON}


@pytest.mark.parametrize(
    ("shorter", "longer", "same"),
    [
        ("Tolliver", "Norman Tolliver", True),
        ("Norman", "Norman Tolliver", True),
        ("Dr. Tolliver", "Norman Tolliver", True),
        ("Norman Tolliver", "Norman Ray Tolliver", True),
        ("Norman Ray", "Norman Tolliver", False),
        ("Tol", "Tolliver", False),
        ("", "Tolliver", False),
    ],
)
def test_a_person_is_the_same_by_words_of_the_name(shorter: str, longer: str, same: bool) -> None:
    assert same_person(shorter, longer) is same


def test_the_list_of_capitals_has_what_stands_inside_sentences_with_one() -> None:
    upper, lower = count(["Kami ke Jakarta. Pasar ramai.", "Dari Jakarta ke pasar Jakarta."])
    assert listed(upper, lower, "id") == ["jakarta"]


@given(HOSTILE, LANGUAGE)
def test_any_text_has_names_that_stand_in_it_in_order(text: str, language: str) -> None:
    found = names(text, language)
    assert all(text[name.start : name.end] == name.text and name.text for name in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(0 <= name.titled <= name.start for name in found)


@pytest.mark.parametrize("piece", ["Aa ", "A.", "a’", "Dr. ", "Bank of the ", "“", "Aa-", "di "])
def test_hostile_texts_take_no_longer_than_others(piece: str) -> None:
    text = "Dr. " + piece * (200_000 // len(piece))
    begun = time.perf_counter()
    names(text, "id")
    assert time.perf_counter() - begun < 4


@pytest.mark.parametrize("text", ["Ia menemui Al", "al", "De", "Van\nDia pergi", "Kata Al, aman."])
def test_a_particle_that_nothing_follows_ends_no_reading(text: str) -> None:
    for name in names(text, "id"):
        assert text[name.start : name.end] == name.text
