"""The many ways in which agencies and newspapers tie words to who said them."""

import pytest

from indexes.quotes.quote import QuoteType
from tests.indexes.quotes.read import quotes, who

BRIDGE = "jembatan itu tidak akan ditutup sampai Maret"


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        (
            "Jembatan itu tidak akan ditutup, demikian laporan Bank Sarwa yang terbit Kamis.",
            "Bank Sarwa",
        ),
        ("Jembatan itu tidak akan ditutup, kata aliansi itu dalam satu pernyataan.", "aliansi itu"),
        (
            "Jembatan itu tidak akan ditutup, demikian Menteri Perhubungan Rudi Hartono.",
            "Rudi Hartono",
        ),
        (
            "Jembatan itu tidak akan ditutup, kata juru bicara tim itu, Rudi Hartono.",
            "Rudi Hartono",
        ),
        (f"Gubernur Bank Sarwa Rudi Hartono mengisyaratkan {BRIDGE}.", "Rudi Hartono"),
        (f"Rudi Hartono, berbicara di sela-sela rapat itu, mengatakan {BRIDGE}.", "Rudi Hartono"),
        (
            "Pemimpin Hizbullah Sayyed Karim Darwish memperingatkan jembatan itu ditutup.",
            "Sayyed Karim Darwish",
        ),
        ("Presiden Korsel Han Ji-won menyatakan jembatan itu tidak ditutup.", "Han Ji-won"),
        (
            "Brigjen Trisnoyudo Wisnu Andaka mengatakan api sudah benar-benar padam.",
            "Trisnoyudo Wisnu Andaka",
        ),
        (
            "Seorang juru bicara istana menolak menjawab, tetapi mengatakan raja sudah tahu.",
            "Seorang juru bicara istana",
        ),
        ("Data Dinas Perairan menyebutkan jembatan itu sudah retak sejak Maret.", "Dinas Perairan"),
        (f"Bank Sarwa (BS) dalam laporan terbarunya menyatakan {BRIDGE}.", "Bank Sarwa (BS)"),
        (
            f"Direktur eksekutif BS, Rina Sari, dalam keterangannya mengatakan {BRIDGE}.",
            "Rina Sari",
        ),
        ("Tentara Sri Lanka mengatakan jalan ke utara sudah aman.", "Tentara Sri Lanka"),
        ("Rusia, yang memiliki hak veto, menyatakan tidak akan mendukung.", "Rusia"),
        ("Sekjen PBB Tan Li-jin, yang sedang di Wina, menyerukan agar semua tenang.", "Tan Li-jin"),
        (
            "Komite Sarwa Internasional (KSI) hari Rabu mengatakan kota itu aman.",
            "Komite Sarwa Internasional (KSI)",
        ),
        ("Putra mendiang raja itu membantah menyimpan uang.", "Putra mendiang raja itu"),
        ("Tiga puluh orang hilang, kata Rina Sari, petugas tanggap darurat di sana.", "Rina Sari"),
    ],
    ids=[
        "report that came out",
        "alliance",
        "demikian",
        "spokesman named behind",
        "hint",
        "speaking somewhere",
        "body before a name",
        "short name of a country",
        "rank before a name",
        "refuses, but says",
        "document",
        "body with its report",
        "person with a statement",
        "country in a body",
        "country with a relative clause",
        "Korean name",
        "body and a day",
        "late father",
        "role behind the name",
    ],
)
def test_agencies_name_their_sources_in_many_ways(sentence: str, speaker: str) -> None:
    assert who(sentence) == [speaker]


@pytest.mark.parametrize(
    "sentence",
    [
        "“Kami tidak takut,” kata Rudi Hartono dalam jumpa pers, seperti dilaporkan BBC.",
        f"Rudi Hartono, seperti dikutip kantor berita BBC, mengatakan {BRIDGE}.",
        f"Menurut BBC, yang mengutip Rudi Hartono, {BRIDGE}.",
    ],
    ids=["behind", "between", "menurut"],
)
def test_a_medium_carries_the_words_wherever_it_is_named(sentence: str) -> None:
    (quote,) = quotes(sentence)
    assert quote.speaker.canonical == "Rudi Hartono"
    assert [medium.canonical for medium in quote.via] == ["BBC"]


@pytest.mark.parametrize("ending", [".”", "”."])
@pytest.mark.parametrize("cue", ["berkata:", "mengatakan,"])
def test_a_direct_quote_behind_its_cue_is_one_quote(cue: str, ending: str) -> None:
    (quote,) = quotes(f"Rudi Hartono {cue} “Kami akan pulang besok{ending}")
    assert (quote.type, quote.speaker.canonical) == (QuoteType.DIRECT, "Rudi Hartono")


@pytest.mark.parametrize(
    ("between", "speaker"),
    [
        ("RUU Cipta Karsa juga memangkas izin, menurut sebagian umat Muslim.", "Rudi Hartono"),
        ("Kartu Prasetya Denny Purbawati mengatakan dana sudah cair.", "Denny Purbawati"),
    ],
    ids=["law", "programme before a name"],
)
def test_a_law_or_a_programme_is_nobody(between: str, speaker: str) -> None:
    text = f"Rudi Hartono mengatakan izin itu penting. {between} “Kami siap,” katanya."
    assert who(text)[-1] == speaker


def test_what_somebody_else_says_meanwhile_is_his_own() -> None:
    text = "Polisi mengatakan jalan itu aman, sementara warga menyebut keadaan gawat sekali."
    assert [(q.text, q.speaker.canonical) for q in quotes(text)] == [
        ("jalan itu aman", "Polisi"),
        ("keadaan gawat sekali", "warga"),
    ]


def test_whoever_stands_behind_kata_speaks() -> None:
    text = "Gerbang itu dibuka kemarin, kata kawula keraton, yang dikutip BBC."
    (quote,) = quotes(text)
    assert quote.speaker.canonical == "kawula keraton"


def test_a_name_with_initials_stays_the_speaker_before_his_office() -> None:
    text = "Api muncul di dekat rel, kata BBC mengutip V.N. Marthur, pimpinan umum Nothern Railway."
    assert who(text) == ["V.N. Marthur"]


def test_dikatakannya_is_said_by_who_spoke_before() -> None:
    text = "Rudi Hartono mengatakan air sudah surut. Dikatakannya, warga boleh pulang mulai besok."
    assert who(text) == ["Rudi Hartono", "Rudi Hartono"]


def test_who_asks_by_message_is_not_who_answers() -> None:
    text = (
        "“Warga sudah pulang,” ujar Rudi Hartono saat dikonfirmasi Kompas.com lewat pesan singkat. "
        "“Air sudah surut,” imbuhnya."
    )
    assert who(text) == ["Rudi Hartono", "Rudi Hartono"]


def test_an_office_before_a_place_is_its_holder() -> None:
    text = (
        "Presiden Rudi Hartono menegaskan harga tidak naik. "
        "“Tidak ada rencana itu,” kata Presiden di Istana Barat."
    )
    assert who(text) == ["Rudi Hartono", "Rudi Hartono"]


def test_the_name_behind_what_somebody_is_called_is_the_full_one() -> None:
    assert who("“Silakan keluar,” kata Tole, sapaan akrab Rudi Hartono, di balai kota.") == [
        "Rudi Hartono"
    ]


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        (
            "Harga beras, menurut para pedagang di Pasar Wetan, belum akan turun sampai panen.",
            "belum akan turun sampai panen",
        ),
        (
            "Berdasarkan catatan, kata Kapolres Rudi Hartono, korban sempat cekcok dengan sopir.",
            "korban sempat cekcok dengan sopir",
        ),
    ],
)
def test_the_longer_half_round_a_cue_is_what_was_said(sentence: str, said: str) -> None:
    assert [quote.text for quote in quotes(sentence)] == [said]
