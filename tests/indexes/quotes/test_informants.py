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
        (
            f"Kuasa hukum AR, Sitti Nurjanah Daeng Rumi, mengatakan {LEVY}.",
            "Sitti Nurjanah Daeng Rumi",
        ),
        (f"Ibunda Rara, Hj. Maesaroh, mengatakan {LEVY}.", "Maesaroh"),
        (f"Dokter pribadi Burhan, Lie Hok Seng, mengatakan {LEVY}.", "Lie Hok Seng"),
        (
            f"Komisioner Komisi Perlindungan Anak Sarwa (KPAS), Aisyah Bakri, mengatakan {LEVY}.",
            "Aisyah Bakri",
        ),
        (
            f"PLN Unit Induk Wilayah Sarwa, dalam pernyataan tertulis, memperkirakan {LEVY}.",
            "PLN Unit Induk Wilayah Sarwa",
        ),
        (
            f"Badan Iklim, Laut, dan Gempa (BILG) mengatakan {LEVY}.",
            "Badan Iklim, Laut, dan Gempa (BILG)",
        ),
        (f"Penjaga malam Agung ”Kebo” Prasetyo mengatakan {LEVY}.", "Agung Prasetyo"),
    ],
    ids=[
        "Bali",
        "Minang",
        "haji",
        "strange first words",
        "mother",
        "doctor of",
        "commission",
        "unit",
        "list",
        "between marks",
    ],
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


@pytest.mark.parametrize(
    ("before", "once_more", "speaker"),
    [
        ("Pelaku berinisial AR ditangkap. AR mengaku mencuri karena utang.", "pria itu", "AR"),
        ("Syarif Alatas, yang akrab disapa Habib Udin, datang.", "Habib Udin", "Syarif Alatas"),
        (
            "Seorang sumber di klub itu mengatakan Memet pergi. Rudi Hartono membantah kabar itu.",
            "sumber itu",
            "Seorang sumber di klub itu",
        ),
    ],
    ids=["initials", "nickname with a title", "source"],
)
def test_who_is_meant_once_more_is_the_one_before(
    before: str, once_more: str, speaker: str
) -> None:
    assert who(f"{before}\n“Kami pulang besok,” kata {once_more}.")[-1] == speaker


def test_a_manner_stands_between_the_cue_and_the_quote() -> None:
    (quote,) = quotes("Rudi Hartono berujar pendek, “Kami pulang besok.”")
    assert (quote.type, quote.text) == (QuoteType.DIRECT, "“Kami pulang besok.”")


def test_the_president_who_travels_is_still_the_president() -> None:
    text = (
        "Presiden Rudi Hartono tiba pada Senin. “Jembatan itu dibuka lagi,” kata Presiden yang "
        "memimpin rapat dari Istana Merdeka."
    )
    assert who(text)[-1] == "Rudi Hartono"


@pytest.mark.parametrize("name", ["Budi Santoso", "Dewi Anggraini", "Wahyu Hidayat"])
def test_a_given_name_that_is_a_word_too_opens_a_sentence(name: str) -> None:
    assert who(f"{name} secara terpisah mengatakan {LEVY}.") == [name]


@pytest.mark.parametrize(
    "text",
    [
        f"Reuters melaporkan, mengutip dua pejabat, bahwa {LEVY}.",
        f"Reuters, mengutip dua pejabat, melaporkan bahwa {LEVY}.",
        f"{LEVY.capitalize()}, demikian dilaporkan Reuters, mengutip dua pejabat.",
        f"{LEVY.capitalize()}, kata dua pejabat seperti dikutip Reuters tanpa menyebut nama.",
    ],
    ids=["behind the cue", "before the cue", "at the end", "cited"],
)
def test_whom_a_medium_cites_speaks_through_it(text: str) -> None:
    (quote,) = quotes(text)
    assert quote.speaker.canonical == "dua pejabat"
    assert quote.text.lower() == LEVY
    assert [medium.canonical for medium in quote.via] == ["Reuters"]


def test_who_speaks_on_condition_that_he_is_not_named_is_still_a_source() -> None:
    why = "karena tidak berwenang berbicara kepada media"
    text = f"Seorang pejabat yang berbicara dengan syarat anonim {why} mengatakan {LEVY}."
    assert who(text) == ["Seorang pejabat"]


def test_seraya_menambahkan_goes_on_without_bahwa() -> None:
    text = f"Jalan itu ditutup, kata Rudi Hartono, seraya menambahkan {LEVY}."
    assert [quote.text for quote in quotes(text)] == ["Jalan itu ditutup", LEVY]


def test_a_name_before_what_he_is_needs_no_second_comma() -> None:
    assert who(f"Margianto, kepala satgas di Gambir mengatakan {LEVY}.") == ["Margianto"]
    assert who(f"Di Gambir, seorang petani mengatakan {LEVY}.") == ["seorang petani"]


@pytest.mark.parametrize("body", ["PT Samudra Marga Tbk", "Menteri Keuangan"])
def test_where_and_when_a_body_speaks_is_not_part_of_it(body: str) -> None:
    assert who(f"{body} di Jakarta, Senin, menyatakan {LEVY}.") == [body]


@pytest.mark.parametrize("aside", ["", " sambil menunjuk jalan itu", " kepada wartawan"])
def test_a_quote_goes_on_behind_its_source_and_a_comma(aside: str) -> None:
    text = f"“Jalannya ambles sejak Senin,” kata Rudi Hartono{aside}, “dan belum diperbaiki.”"
    first, second = quotes(text)
    assert (second.text, second.continues) == ("“dan belum diperbaiki.”", first.number)


def test_what_stands_wholly_between_marks_is_direct_whatever_its_cue() -> None:
    (quote,) = quotes("“Jalannya ambles, belum diperbaiki,” demikian keterangan Polres Bogor.")
    assert quote.type is QuoteType.DIRECT


def test_the_day_something_was_cited_is_no_medium() -> None:
    (quote,) = quotes(
        "“Kami pulang besok,” kata Rudi Hartono kepada detikcom, dikutip Selasa (2/1)."
    )
    assert quote.via == ()
    assert quote.addressee is not None
    assert quote.addressee.text == "detikcom"


@pytest.mark.parametrize("many", ["Sebagian besar warga", "Mayoritas warga", "Puluhan warga"])
def test_many_speak_without_a_name(many: str) -> None:
    assert who(f"{many} mengatakan {LEVY}.") == [many]


def test_whom_he_told_may_stand_before_the_verb() -> None:
    assert who(f"Gubernur setempat kepada Reuters mengatakan {LEVY}.") == ["Gubernur setempat"]


def test_dengan_mengatakan_goes_on_with_the_subject_of_the_sentence() -> None:
    text = f"Norlandia menolak sanksi yang diumumkan Sarwa, dengan mengatakan {LEVY}."
    assert who(text) == ["Norlandia"]


@pytest.mark.parametrize("cue", ["tutup", "cuit", "balas", "akui"])
def test_more_verbs_close_a_quote(cue: str) -> None:
    assert who(f"“Masih kami dalami sampai besok,” {cue} Rudi Hartono.") == ["Rudi Hartono"]


@pytest.mark.parametrize(
    "account", ["@info_desa", "akun Instagram @info_desa", "pemilik akun @info_desa"]
)
def test_an_account_is_called_by_its_sign(account: str) -> None:
    assert who(f"“Jalan itu sudah dibuka lagi,” tulis {account}, Senin.") == ["@info_desa"]


def test_a_title_between_marks_tells_who_is_meant_once_more() -> None:
    text = "Penyanyi Rina Sari datang. “Kami senang bisa pulang,” ujar pelantun ‘Sisa Hujan’ itu."
    assert who(text) == ["Rina Sari"]


def test_a_club_before_a_name_is_no_part_of_it() -> None:
    text = "“Target kami tetap promosi,” tegas Manajer Persikota Irwan Setiadi."
    assert who(text) == ["Irwan Setiadi"]


@pytest.mark.parametrize("body", ["Bappenas", "Periklindo", "Kemenperin", "Persebaya"])
def test_a_body_between_office_and_name_is_no_part_of_it(body: str) -> None:
    assert who(f"Ketua {body} Irwan Setiadi mengatakan {LEVY}.") == ["Irwan Setiadi"]


def test_what_data_show_to_reach_a_sum_is_said_by_them() -> None:
    text = "Data Gaikindo menunjukkan penjualan mobil mencapai 9.800 unit."
    assert [quote.text for quote in quotes(text)] == ["penjualan mobil mencapai 9.800 unit"]


@pytest.mark.parametrize("office", ["Mensos", "Kades Sukamaju", "Kajari Bogor", "Dandim 0621"])
def test_an_office_in_short_is_no_part_of_a_name(office: str) -> None:
    assert who(f"{office} Irwan Setiadi mengatakan {LEVY}.") == ["Irwan Setiadi"]
