"""Whose verb it is: clauses between commas, in front, and behind who speaks."""

import pytest

from indexes.quotes.quote import QuoteType
from tests.indexes.quotes.read import quotes, who

OPEN = "jembatan itu dibuka lagi"


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        (f"Sarwa Raya, Rabu, menyatakan {OPEN}.", "Sarwa Raya"),
        (f"Angkatan Laut Peru pada 7 Maret mengumumkan bahwa {OPEN}.", "Angkatan Laut Peru"),
        (
            f"Brigade Elang, sayap bersenjata partai Gubernur Rudi Hartono, menyatakan {OPEN}.",
            "Brigade Elang",
        ),
        (
            f"Pemerintah di Sarwa, yang dituduh membantu Rudi Hartono, menyatakan {OPEN}.",
            "Pemerintah di Sarwa",
        ),
        (
            f"Kelompok pegiat, Bridges Without Borders, mengatakan {OPEN}.",
            "Bridges Without Borders",
        ),
        (f"Juru bicara Elang Hitam, Rudi Hartono, mengatakan {OPEN}.", "Rudi Hartono"),
        (
            f"Rina Sari (45), salah satu pelanggan warung itu mengungkapkan, {OPEN}.",
            "Rina Sari",
        ),
        (f"Seorang pejabat di Portland, Oregon mengatakan {OPEN}.", "Seorang pejabat di Portland"),
        (f"Mahkamah Agung mengatakan {OPEN}.", "Mahkamah Agung"),
        (f"Perusahaan-perusahaan feri mengatakan {OPEN}.", "Perusahaan-perusahaan feri"),
        (f"Pemimpin Syiah Karim al-Darwish mengatakan {OPEN}.", "Karim al-Darwish"),
        (f"Al-Darwish mengatakan, {OPEN}.", "Al-Darwish"),
        (f"Kepolisian Sorvania mengatakan, {OPEN}.", "Kepolisian Sorvania"),
        (f"Pejabat Sorvania itu mengatakan {OPEN}.", "Pejabat Sorvania itu"),
        (f"Para ahli Maya mengatakan {OPEN}.", "Para ahli Maya"),
        (f"Seorang pejabat Peru saat itu mengatakan {OPEN}.", "Seorang pejabat Peru"),
        (f"Asap terlihat namun polisi militer menyatakan {OPEN}.", "polisi militer"),
        (f"Karim Darwish, utusan tinggi Peru, Selasa mengatakan, {OPEN}.", "Karim Darwish"),
        (f"Kelompok Women on Bridges mengatakan {OPEN}.", "Kelompok Women on Bridges"),
        (f"Secara kasat mata, dikatakan Rudi Hartono, {OPEN}.", "Rudi Hartono"),
        ("Tudingan adanya pungutan itu dibantah camat itu, Rudi Hartono.", "Rudi Hartono"),
        ("“Kami pulang,” ujar Renova Ida Sianipar, Kasi Peternakan.", "Renova Ida Sianipar"),
        (f"Leonsius, juara tahun lalu, mengatakan {OPEN}.", "Leonsius"),
        (f"Sarwa menang dan manajer Rudi Hartono mengatakan {OPEN}.", "Rudi Hartono"),
        (f"Pelatih Schalke Marko Slomanov mengatakan, {OPEN}.", "Marko Slomanov"),
        ("“Kami pulang,” kata bos yang juga mantan pelatih, Rudi Hartono.", "Rudi Hartono"),
        (f"Tawfiq Abu Rashad, seorang insinyur, mengatakan {OPEN}.", "Tawfiq Abu Rashad"),
        (f"Polisi mengubah keterangan dengan mengatakan {OPEN} besok.", "Polisi"),
        (f"Surat itu ditulis oleh serikat buruh yang mengatakan {OPEN}.", "serikat buruh"),
        (
            f"Dalam rapat itu, ketua panitia, Rudi Hartono, pulang namun mengatakan {OPEN}.",
            "Rudi Hartono",
        ),
    ],
    ids=[
        "day between commas",
        "day behind a body",
        "wing of a party",
        "relative clause",
        "body named behind a comma",
        "name behind the body",
        "one of many",
        "place in a state",
        "court",
        "plural",
        "Arabic article",
        "Arabic article first",
        "force of a place",
        "official of a place",
        "many",
        "at that time",
        "but",
        "day before the verb",
        "small word in a body",
        "passive between commas",
        "denied by",
        "strange first name",
        "champion",
        "second clause",
        "club before a name",
        "name behind a relative clause",
        "Abu",
        "dengan mengatakan",
        "oleh … yang",
        "clause in front",
    ],
)
def test_the_subject_is_found_past_what_stands_beside_it(sentence: str, speaker: str) -> None:
    assert who(sentence) == [speaker]


def test_what_others_say_behind_but_is_no_part_of_the_quote() -> None:
    text = f"Polisi mengatakan {OPEN}, namun warga mengatakan, pagar itu masih terkunci."
    assert [(q.text, q.speaker.canonical) for q in quotes(text)] == [
        (OPEN, "Polisi"),
        ("pagar itu masih terkunci", "warga"),
    ]


def test_what_is_announced_of_somebody_is_not_what_stands_before() -> None:
    assert not quotes("Melihat rombongan wali kota itu datang, warga terlihat menyampaikan bunga.")


@pytest.mark.parametrize(
    "sentence",
    [
        "Rudi Hartono kini mencatat rekor menang-kalah terbaik di antara semua pemain.",
        "Rudi Hartono menunjukkan tanda-tanda kelelahan pada babak kedua.",
    ],
)
def test_what_is_won_or_shown_is_nothing_said(sentence: str) -> None:
    assert not quotes(sentence)


def test_a_report_behind_the_quote_carries_it() -> None:
    first, last = quotes(f"Rudi Hartono menegaskan kembali, bahwa {OPEN}, demikian laporan BBC.")
    assert {first.text, last.text} == {OPEN, f"Rudi Hartono menegaskan kembali, bahwa {OPEN}"}


def test_who_is_warned_hears_it() -> None:
    (quote,) = quotes(f"Rudi Hartono memperingatkan pemerintah bahwa {OPEN}.")
    assert quote.text == OPEN
    assert quote.addressee is not None
    assert quote.addressee.text == "pemerintah"


def test_yang_menurut_begins_what_they_say() -> None:
    (quote,) = quotes(
        "Para ahli menemukan burung yang menurut Rudi Hartono hanya hidup di satu pulau."
    )
    assert quote.text == "hanya hidup di satu pulau"


def test_a_closing_mark_without_an_opening_one_ends_a_direct_quote() -> None:
    (quote,) = quotes("Siang malam kami bekerja di jembatan itu,” kata Rudi Hartono.")
    assert quote.type is QuoteType.DIRECT


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Norlandia dan Sarwa telah melarang impor dan Kantor Berita Sarwa melaporkan, bahwa",
            "Kantor Berita Sarwa",
        ),
        ("Rudi Hartono awal Maret menyatakan", "Rudi Hartono"),
        ("Kirana, yang kini memimpin provinsi itu, menolak mundur dan mengatakan,", "Kirana"),
        ("Menteri itu Rabu menolak mundur, namun mengatakan bahwa", "Menteri itu"),
        ("Pada sidang pertama, presiden dalam pidatonya menyatakan bahwa", "presiden"),
    ],
    ids=["second clause", "early in March", "clause between", "day", "in a speech"],
)
def test_the_verb_of_a_second_clause_has_its_own_subject(text: str, speaker: str) -> None:
    *_, quote = quotes(f"{text} semua kapal akan diperiksa lagi.")
    assert quote.speaker.span is not None
    assert quote.speaker.span.text == speaker
    assert quote.text == "semua kapal akan diperiksa lagi"


def test_demikian_names_who_reports() -> None:
    (quote,) = quotes("Semua kapal akan diperiksa, demikian para pejabat melaporkan Jumat.")
    assert (quote.speaker.canonical, quote.cue.text) == ("para pejabat", "melaporkan")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "Bank itu, menurut Rudi Hartono akan membuka lagi cabangnya.",
            "akan membuka lagi cabangnya",
        ),
        ("Pertemuan ditunda, kata Rudi Hartono.", "Pertemuan ditunda"),
        ("Menurut perseroan, semua cabang dibuka lagi.", "semua cabang dibuka lagi"),
    ],
    ids=["one comma", "two words", "a company"],
)
def test_what_stands_round_a_source_is_read_with_few_commas_and_words(
    text: str, words: str
) -> None:
    assert [quote.text for quote in quotes(text)] == [words]


@pytest.mark.parametrize(
    "words",
    [
        "warga tidak melapor setelah pulang",
        "pedagang pasar membeli gula dari pemasok",
        "petani di Desa Sukamaju kesulitan pupuk",
        "kepala kepolisian Paulo Martins akan tetap bekerja",
    ],
)
def test_whom_a_statement_is_about_is_not_what_its_source_is(words: str) -> None:
    (quote,) = quotes(f"Menurut Guntur Zagiyat, {words}.")
    assert (quote.speaker.canonical, quote.text) == ("Guntur Zagiyat", words)


def test_a_body_that_is_pointed_at_is_the_one_named_before() -> None:
    first = "Kementerian Perhubungan menutup pelabuhan itu."
    assert who(f"{first} Semua kapal akan diperiksa, kata kementerian itu.") == [
        "Kementerian Perhubungan"
    ]
