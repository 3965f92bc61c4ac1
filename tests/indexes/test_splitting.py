"""Sentences of news: where they end, and that nothing of the text is lost."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexes.splitting import LONGEST, split
from tests.evaluation.splitting import gold, halves, ours, score

ARTICLE = Path(__file__).parents[2] / "articles" / "kim-putin-vladivostok.txt"

SNIPPETS = [
    *("Pemerintah", "kata Budi", "Rp", "5,7", "No", "Dr", "PT", "Tbk", "U.S", "p.m", "iPhone", "A"),
    *(".", "!", "?", "…", "...", ". . .", ",", ";", ":", "“", "”", '"', "'", "«", "»", "(", ")"),
    *(" ", " ", " ", "\n", "\n\n", "\r\n", "\t", "\u00a0", "\u2028", "\u200b", "\ufeff", "\u200f"),
    *("—", "- ", "# ", "1. ", "|", "[1]", "😀", "e\u0301", "\0", "kompas.com", "السلام", "。"),
]
NEWS = st.lists(st.sampled_from(SNIPPETS), max_size=80).map("".join)
TEXTS = st.text() | NEWS | st.text(alphabet=".!?“”\"') aA1\n", max_size=200)


def sentences(text: str) -> list[str]:
    return [text[bounds.start : bounds.end] for bounds in split(text)]


def lines(text: str) -> list[str]:
    return text.strip().splitlines()


@given(TEXTS)
def test_every_visible_character_stands_in_exactly_one_sentence(text: str) -> None:
    edges = [0, *(edge for start, end, _ in split(text) for edge in (start, end)), len(text)]
    assert edges == sorted(edges)
    between = [text[edges[i] : edges[i + 1]] for i in range(0, len(edges), 2)]
    assert "".join(between).strip() == ""


@given(TEXTS)
def test_no_sentence_is_empty_or_has_white_space_around_it(text: str) -> None:
    for sentence in sentences(text):
        assert sentence and sentence == sentence.strip()


@given(TEXTS)
def test_paragraphs_are_counted_from_one_without_a_gap(text: str) -> None:
    numbers = [bounds.paragraph for bounds in split(text)]
    assert list(dict.fromkeys(numbers)) == list(range(1, max(numbers, default=0) + 1))
    assert numbers == sorted(numbers)


@given(TEXTS.map(lambda text: text * 20))
def test_no_sentence_is_longer_than_the_limit(text: str) -> None:
    assert all(len(sentence) <= LONGEST for sentence in sentences(text))


@pytest.mark.parametrize(
    "text",
    [
        "Rapat dipimpin Dr. Ir. Ahmad Yani, S.H., M.Hum. di Jl. Sudirman No. 5.",
        "Denda Rp. 683.000 dibayar pukul 10.30 WIB lewat kompas.com atau a@b.co.id.",
        "JAKARTA, KOMPAS — Pemerintah menunda kenaikan tarif.",
        "WASHINGTON, D.C. (AP) — Lawmakers left town.",
        "Bersama B.J. Habibie, A. H. Nasution, J. Kristiadi, dan George W. Bush.",
        "“Apa benar?” tanya dia.",
        "“Ya.” ujarnya",
        '"Why?" he asked.',
        "“Benar?” Kirby bertanya.",
        "“Kami siap.” Ujar Budi.",
        "Penulis “Putin’s Playbook,” mengatakan itu keliru.",
        "Saya... saya tidak tahu.",
        "Kami akan [...] Presiden sudah tahu.",
        "“Hidup adalah perbuatan.” — Penyair",
        "Menteri (yang baru dilantik!) meninjau lokasi.",
        "Harga emas naik tipis. (Antara/Rizal)",
        "Polls close at 8 p.m. Eastern.",
        "1. Fotokopi KTP.",
        "# Harga Beras Naik",
    ],
    ids=[
        "titles, degrees, street and number",
        "money, clock time, website, e-mail",
        "dateline of a daily",
        "dateline of an agency",
        "initials of names",
        "question, then lower-case clause",
        "full stop in marks, then lower-case clause",
        "English question",
        "reporting clause opened by a name",
        "reporting clause opened by a capitalised verb",
        "apostrophe and comma in marks",
        "ellipsis inside",
        "words left out",
        "attribution after a dash",
        "exclamation in brackets",
        "authors in brackets",
        "time zone after p.m.",
        "list number",
        "Markdown heading",
    ],
)
def test_what_looks_like_an_end_is_none(text: str) -> None:
    assert sentences(text) == [text]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "“Satu. Dua,” kata Koffler. “Tiga.”",
            ["“Satu.", "Dua,” kata Koffler.", "“Tiga.”"],
        ),
        (
            "Ia bekerja di PT Laut Tbk. Menurut dia, gajinya kecil.",
            ["Ia bekerja di PT Laut Tbk.", "Menurut dia, gajinya kecil."],
        ),
        (
            "He left the U.S. The visa had expired.",
            ["He left the U.S.", "The visa had expired."],
        ),
        (
            "Sidang dipimpin Rudi, S.H. Jakarta tenang.",
            ["Sidang dipimpin Rudi, S.H.", "Jakarta tenang."],
        ),
        (
            "Anak butuh vitamin C. Petugas datang.",
            ["Anak butuh vitamin C.", "Petugas datang."],
        ),
        (
            "Ada beras, gula, dll. Harganya naik.",
            ["Ada beras, gula, dll.", "Harganya naik."],
        ),
        (
            "“Siapa?” Menteri mengatakan pemerintah masih menghitung.",
            ["“Siapa?”", "Menteri mengatakan pemerintah masih menghitung."],
        ),
        (
            "Kalah lagi?! Ya… Pelatih (Joni.) Diam!!",
            ["Kalah lagi?!", "Ya…", "Pelatih (Joni.)", "Diam!!"],
        ),
        (
            "Hujan reda.Pagi ini cerah. Lihat detik.com. Ia pergi.",
            ["Hujan reda.", "Pagi ini cerah.", "Lihat detik.com.", "Ia pergi."],
        ),
        (
            "“Tak tertutup, kata Budi. Ia pulang. Besok sidang.",
            ["“Tak tertutup, kata Budi.", "Ia pulang.", "Besok sidang."],
        ),
    ],
    ids=[
        "several sentences in one pair of marks",
        "Tbk. before an opening word",
        "U.S. before an opening word",
        "degree after a comma",
        "letter that is no initial",
        "dll. before any capital",
        "said-verb that begins a sentence of its own",
        "doubled marks, ellipsis, brackets",
        "no white space after the full stop",
        "a mark that never closes",
    ],
)
def test_a_sentence_ends_where_the_next_begins(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


def test_each_line_of_a_list_or_table_is_a_paragraph() -> None:
    text = "Harga Beras Naik\n- beras\n- gula pasir\n| Utara | 12.430 |\nSumber: panitia"
    assert sentences(text) == lines(text)
    assert [bounds.paragraph for bounds in split(text)] == [1, 2, 3, 4, 5]


def test_hard_wrapped_lines_go_on_and_blank_lines_end_a_paragraph() -> None:
    text = """
Pemerintah Kabupaten Sukamaju menyatakan akan memperbaiki seluruh
jembatan gantung yang rusak akibat banjir, kata Bupati Hendra
Wijaya. Warga untuk sementara memakai perahu milik Dinas
Perhubungan.

Dua anak hanyut pekan lalu.
"""
    assert [(bounds.paragraph, text[bounds.start]) for bounds in split(text)] == [
        (1, "P"),
        (1, "W"),
        (2, "D"),
    ]


def test_headlines_one_a_line_are_not_taken_for_wrapped_text() -> None:
    text = """
Harga Cabai Naik Dua Kali Lipat di Pasar Induk
Gubernur Resmikan Jembatan Baru
Timnas Menang Tipis atas Tamu dari Seberang Lautan
Ribuan Warga Padati Alun-Alun
"""
    assert sentences(text) == lines(text)


@pytest.mark.parametrize(
    ("separator", "kept"),
    [("; ", ";"), (", ", ","), (" ", "a"), ("a", "a")],
    ids=["semicolon", "comma", "white space", "anywhere"],
)
def test_an_overlong_stretch_is_cut_where_it_hurts_least(separator: str, kept: str) -> None:
    first, *_, last = sentences(separator.join(["a" * 99] * 40))
    assert LONGEST // 2 < len(first) <= LONGEST
    assert first[-1] == kept and last[-1] == "a"


def test_quotations_of_the_sample_article_stay_whole() -> None:
    found = sentences(ARTICLE.read_text("utf-8"))
    assert (
        "“Kami memiliki informasi baru, yang dapat kami bagikan hari ini, bahwa negosiasi senjata "
        "antara Rusia dan DPRK sedang aktif maju,” kata Kirby."
    ) in found
    assert (
        "“Menyusul negosiasi ini, diskusi tingkat tinggi dapat berlanjut dalam beberapa bulan "
        "mendatang."
    ) in found


@pytest.mark.parametrize(
    "text",
    ["a", ".", ". ", ".a", "A. ", "?” ", "“", " ", "\n", "A\n", ". . ", "! 😀", ".\u200b", "[1]"],
    ids=repr,
)
def test_hostile_repetition_is_cut_and_kept_whole(text: str) -> None:
    repeated = text * (100_000 // len(text))
    assert "".join("".join(sentences(repeated)).split()) == "".join(repeated.split())


@pytest.mark.parametrize("half", ["dev", "held-out", "all"])
def test_sentence_ends_of_the_gold_set_are_found(half: str) -> None:
    assert score(halves(gold())[half], ours).f1 >= 0.99


def test_the_gold_set_is_large_and_mostly_indonesian() -> None:
    items = gold()
    ends = {"id": 0, "en": 0}
    for item in items:
        ends[item.language] += len(item.ends)
    assert sum(ends.values()) - len(items) >= 200
    assert ends["id"] > 1.5 * ends["en"]
