from itertools import chain

import pytest

from indexes.quotes.quote import QuoteClass, QuoteType, SpeakerKind
from tests.indexes.quotes.read import quotes, who

MAYOR = "Wali Kota Sukamaju Ratna Wulandari mengatakan, jembatan itu selesai pada Maret. "


@pytest.mark.parametrize(
    "marks",
    ["“{}”", "”{}”", '"{}"', "„{}“", "«{}»"],
    ids=["curly", "closing", "straight", "low", "angle"],
)
def test_every_houses_marks_hold_a_quote(marks: str) -> None:
    quote = quotes(f"{marks.format('Kami sudah siap sejak kemarin,')} kata Budi Santoso, Senin.")[0]
    assert quote.text == marks.format("Kami sudah siap sejak kemarin,")
    assert (quote.type, quote.speaker.canonical) == (QuoteType.DIRECT, "Budi Santoso")


def test_a_missing_mark_spoils_no_other_quote() -> None:
    text = "“Harga naik terus. Warga mengeluh.\n\n“Kami tidak punya pilihan,” ujar Siti Aminah."
    assert [(q.text, q.speaker.canonical) for q in quotes(text)] == [
        ("“Kami tidak punya pilihan,”", "Siti Aminah")
    ]


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("Ratna mengatakan bahwa jalan itu ditutup.", "jalan itu ditutup"),
        ("Ratna, Kamis (3/4/2025), mengatakan, jalan itu ditutup.", "jalan itu ditutup"),
        ("Ratna mengatakan kepada wartawan bahwa jalan itu ditutup.", "jalan itu ditutup"),
        ("Jalan itu ditutup, kata Ratna kepada wartawan.", "Jalan itu ditutup"),
        ("Menurut Ratna, jalan itu ditutup.", "jalan itu ditutup"),
        ("Menurut Ratna, yang lepas adalah katrolnya.", "yang lepas adalah katrolnya"),
        ("Menurut Ratna, yang juga saksi, jalan itu ditutup.", "jalan itu ditutup"),
        ("Ratna meminta warga tidak melewati jalan itu.", "warga tidak melewati jalan itu"),
    ],
    ids=[
        "bahwa",
        "date between",
        "hearer between",
        "behind",
        "menurut",
        "yang equates",
        "yang tells who",
        "request",
    ],
)
def test_what_was_reported_is_the_clause_alone(sentence: str, said: str) -> None:
    quote = quotes(MAYOR + sentence)[1]
    assert (quote.text, quote.type) == (said, QuoteType.INDIRECT)
    assert quote.speaker.canonical == "Ratna Wulandari"


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        (
            "Lawe (Nala) - Pemerintah Kabupaten Lawe menyatakan cadangan beras di daerah itu aman.",
            "Pemerintah Kabupaten Lawe",
        ),
        (
            "Menurut linguis Universitas Cakra, Hendrik Rumbino, bahasa itu surut.",
            "Hendrik Rumbino",
        ),
        (
            "Lalu sebuah yayasan di Kota Lawe menyatakan siap membiayai sekolah anak itu.",
            "sebuah yayasan",
        ),
        (
            "Dinas Perhubungan setempat mengungkapkan bus itu tidak laik.",
            "Dinas Perhubungan setempat",
        ),
        (
            "Sebagian warga tercatat dua kali, demikian penjelasan Kepala BPBD Cut Nurmala.",
            "Cut Nurmala",
        ),
        ("”Mereka tidak memukul saya,” kisah Sabar Lahay.", "Sabar Lahay"),
    ],
    ids=["dateline", "what somebody is", "at a place", "setempat", "demikian", "kisah"],
)
def test_bodies_and_roles_speak_too(sentence: str, speaker: str) -> None:
    assert who("Hujan turun.\n\n" + sentence) == [speaker]


@pytest.mark.parametrize("again", ["perempuan itu", "lelaki 70 tahun tersebut", "ibu dua anak itu"])
def test_somebody_may_be_called_by_what_he_is(again: str) -> None:
    said = f"“Saya rugi besar, semua habis,” kata {again}."
    assert who("Siti Aminah berjualan di sana. " + said) == ["Siti Aminah"]
    assert who("Hujan turun. " + said) != ["Siti Aminah"]


def test_several_are_no_single_person() -> None:
    assert who(MAYOR + "Mereka menuntut agar jalan itu dibuka.")[1] is None


def test_nya_and_dia_are_the_one_who_spoke_before() -> None:
    text = MAYOR + "“Kami bekerja siang malam,” ujarnya. Dia berharap hujan segera berhenti."
    assert who(text) == ["Ratna Wulandari"] * 3


def test_a_new_person_takes_over_even_without_saying_anything() -> None:
    text = MAYOR + "Bupati Joko Prasetyo meninjau lokasi. “Saya minta dipercepat,” katanya."
    assert who(text) == ["Ratna Wulandari", "Joko Prasetyo"]


def test_the_subject_of_a_paragraph_takes_over_from_who_spoke_before_it() -> None:
    text = MAYOR + (
        "\n\nLaporan itu datang dari seorang pedagang, Slamet Riyanto, yang gerobaknya dirusak. "
        "Slamet terluka di lengan. “Saya ingat helm mereka,” tuturnya."
    )
    assert who(text) == ["Ratna Wulandari", "Slamet Riyanto"]


def test_who_acts_in_the_sentence_before_speaks() -> None:
    text = MAYOR + (
        "Petrus Hambur datang bersama Kornelis Jebarus."
        "\n\nPetrus menjual tanahnya. Kornelis menegur para pelempar batu. "
        "“Musuh kita bukan saudara sendiri,” katanya."
    )
    assert who(text) == ["Ratna Wulandari", "Kornelis Jebarus"]


def test_the_place_of_a_dateline_is_nobody() -> None:
    text = (
        "Lubuk Rengas (Antara) - Kepala Badan Bencana Lubuk Rengas, Marjohan Mudo, mengatakan jalan"
        " itu putus total. Wali Kota Lubuk Rengas Aminah Daulay datang."
    )
    assert who(text) == ["Marjohan Mudo"]


def test_who_speaks_first_may_be_named_in_the_sentence_before() -> None:
    text = "Yuliana Wanggor, guru itu, bukan penutur asli. “Saya harus belajar,” katanya."
    assert who(text) == ["Yuliana Wanggor"]


def test_nobody_named_before_is_nobody() -> None:
    quote = quotes("Hujan turun deras. “Kami basah kuyup,” katanya.")[0]
    assert (quote.speaker.kind, quote.speaker.canonical) == (SpeakerKind.UNKNOWN, None)
    assert quote.confidence == 0


@pytest.mark.parametrize(
    "sentence",
    [
        "Korban diduga terjatuh dari tebing.",
        "Ratna belum mengatakan kapan jalan itu dibuka.",
        "Ratna enggan mengomentari kasus itu.",
        "Film “Laskar Senja” diputar malam ini.",
        "Berdasarkan aturan, jalan itu ditutup.",
    ],
    ids=["agentless", "not yet", "refused", "title", "rule"],
)
def test_what_nobody_said_is_no_quote(sentence: str) -> None:
    assert quotes(sentence) == ()


def test_the_speaker_is_the_innermost_origin_and_the_media_are_the_way() -> None:
    text = "Dua kapal bertabrakan, menurut laporan Radio Samudra, mengutip pejabat pelabuhan."
    quote = quotes(text)[0]
    assert quote.speaker.canonical == "pejabat pelabuhan"
    assert [medium.canonical for medium in quote.via] == ["Radio Samudra"]


def test_laporan_itu_is_the_medium_that_was_named() -> None:
    text = (
        "Dua kapal bertabrakan, menurut laporan dari Radio Samudra. Enam orang hilang sejak malam,"
        " menurut laporan itu, mengutip pejabat pelabuhan."
    )
    assert quotes(text)[1].via[0].canonical == "Radio Samudra"


def test_the_hearer_is_no_medium() -> None:
    quote = quotes("“Semua penumpang selamat,” kata Yusuf Hamdani kepada Antara.")[0]
    assert quote.addressee is not None
    assert (quote.addressee.text, quote.via) == ("Antara", ())


def test_the_office_and_the_body_are_told_beside_the_name() -> None:
    text = "“Tersangka ditahan,” ujar Kepala Bidang Humas Polda Metro Jaya Kombes Yusri Hakim."
    said = quotes(text)[0].speaker
    assert said.canonical == "Yusri Hakim"
    assert said.role is not None and said.role.text == "Kepala Bidang Humas"
    assert said.affiliation is not None and said.affiliation.text == "Polda Metro Jaya"


def test_a_quote_that_is_interrupted_goes_on() -> None:
    text = "“Kami menang,” kata Dewi Lestari. “Musim depan kami kembali lebih kuat.”"
    first, second = quotes(text)
    assert second.continues == first.number
    assert second.speaker.canonical == "Dewi Lestari"


def test_a_cue_inside_its_sentence_leaves_two_parts() -> None:
    text = MAYOR + "Sekolah, kata Ratna, tetap dibuka mulai Senin pekan depan."
    quote = quotes(text)[1]
    assert [part.text for part in quote.parts] == [
        "Sekolah",
        "tetap dibuka mulai Senin pekan depan",
    ]


def test_a_report_inside_a_report_came_through_the_outer_speaker() -> None:
    text = "Ratna Wulandari mencatat bahwa kementerian telah menyatakan bahwa dana itu cair."
    outer, inner = quotes(text)
    assert inner.speaker.canonical == "kementerian"
    assert [medium.canonical for medium in inner.via] == ["Ratna Wulandari"]
    assert outer.start < inner.start


@pytest.mark.parametrize(
    ("cue", "done"),
    [
        ("membantah", QuoteClass.DENIAL),
        ("membenarkan", QuoteClass.CONFIRMATION),
        ("menilai", QuoteClass.BELIEF),
        ("mengatakan", QuoteClass.SPEECH),
    ],
    ids=["denies", "confirms", "believes", "says"],
)
def test_the_cue_tells_what_was_done(cue: str, done: QuoteClass) -> None:
    assert quotes(f"Budi Santoso {cue} bahwa dana itu dipotong.")[0].quote_class is done


def test_nicknames_and_offices_alone_are_the_full_name() -> None:
    text = (
        "Menteri Perdagangan Zulkifli Hasanuddin (Zulhas) tiba kemarin. “Stok aman,” kata Zulhas."
        " Presiden Bima Anggara memanggilnya. “Jangan ditunda,” kata Presiden."
    )
    assert who(text) == ["Zulkifli Hasanuddin", "Bima Anggara"]


def test_every_span_is_cut_from_the_article() -> None:
    text = (
        MAYOR
        + "“Aman,” kata Ratna kepada Antara. Menurut laporan Radio Samudra, mengutip polisi, aman."
    )
    for quote in quotes(text):
        spans = [quote.cue, quote.speaker.span, quote.addressee, *quote.parts]
        media = [medium.span for medium in quote.via]
        for span in chain(filter(None, spans), media):
            assert text[span.start : span.end] == span.text
        assert text[quote.start : quote.end] == quote.text
