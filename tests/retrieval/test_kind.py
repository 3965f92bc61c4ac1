"""What kind of question a message is, however it is spelt."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.kind import Kind, lexicon
from retrieval.question import parse

CASES = {
    Kind.WHO: ["Oleh siapa patung itu dibuat?", "sp pemilik kapal itu", "Whose boat sank?"],
    Kind.WHAT: [
        "Komoditas apa yang naik paling tinggi?", "koffler ngomongnya ke media apa",
        "Apa yang terjadi di Pelabuhan Merak?", "Apa itu kata majemuk?", "Which company won?",
    ],
    Kind.WHEN: ["jam brp tokonya dibakar", "kpn sidangnya", "On which day does it start?"],
    Kind.WHERE: ["dmn lokasi kebakarannya", "Di kota apa konser digelar?", "where is it now"],
    Kind.HOW_MANY: [
        "umur korban brp thn", "Seberapa jauh pusat gempa?", "harga bbm jadi berapa ya",
        "how old is the suspect", "What is the price of rice?",
    ],
    Kind.WHY: ["knp dia mundur", "gara-gara apa sekolah diliburkan?", "Apa alasan itu?"],
    Kind.HOW: ["gmn kondisi korban", "Dengan cara apa burung diselundupkan?", "how did it end"],
    Kind.YES_NO: [
        "Benarkah gempa itu memicu tsunami?", "ada korban ga?", "pasar itu sudah dibuka lagi kan?",
        "emang bupatinya ditangkap?", "gempanya bikin tsunami gak sih", "Has the ferry resumed?",
    ],
    Kind.LIST: [
        "Sebutkan tiga tuntutan mahasiswa.", "siapa aja tersangkanya", "negara2 mana yg menolak",
        "what are the two reasons given by the court", "List the demands.",
    ],
    Kind.WHO_SAID: [
        "Siapa yang bilang harga akan turun?", "kata siapa banjirnya karena tanggul jebol",
        "siapa yg membantah tuduhan itu", "siapa yang membantahnya?",
        "who claimed that the vote was rigged",
        "According to whom is the economy growing?",
    ],
    Kind.WHAT_SAID: ["apa kata bupati soal tanggul", "What did they say?", "menurut bmkg gimana"],
    Kind.SUMMARY: [
        "Apa isi artikel ini?", "intinya apa", "ringkas dong beritanya", "what is it about",
    ],
    Kind.KEYWORDS: ["krisis pangan korut", "update gempa flores dong", "ferry delay", "Kim Putin"],
}  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "message"), [(kind, each) for kind, listed in CASES.items() for each in listed]
)
def test_the_wording_tells_the_kind(kind: Kind, message: str) -> None:
    assert parse(message).kind is kind


@pytest.mark.parametrize("message", [each for listed in CASES.values() for each in listed])
def test_capitals_and_marks_do_not_change_the_kind(message: str) -> None:
    bare = message.lower().translate(str.maketrans("", "", "?.!,"))
    assert parse(bare).kind is parse(message).kind


@pytest.mark.parametrize(
    ("message", "kind"),
    [
        ("Menurut BMKG, berapa kekuatan gempa itu?", Kind.HOW_MANY),
        ("siapa pelakunya ya", Kind.WHO),
        ("What did she do when the train stopped?", Kind.WHAT),
        ("Is it true that he knows why?", Kind.YES_NO),
    ],
    ids=["more than whose words", "a tag is weak", "when as conjunction", "the verb leads"],
)
def test_the_word_that_asks_decides(message: str, kind: Kind) -> None:
    assert parse(message).kind is kind


@pytest.mark.parametrize(
    ("message", "speaker"),
    [
        ("Apa kata Watson tentang kunjungan Kim?", "Watson"),
        ("apa kata bupati soal tanggul", "bupati"),
        ("Apa komentar Menteri Pertanian tentang harga beras?", "Menteri Pertanian"),
        ("kapolri bilang apa soal penembakan itu", "kapolri"),
        ("Menurut BMKG, apa penyebab cuaca ekstrem?", "BMKG"),
        ("Menurut Koffler keuntungan Rusia apa", "Koffler"),
        ("kata menkes vaksinnya gimana", "menkes"),
        ("Apa yang disampaikan Walhi soal tambang?", "Walhi"),
        ("What did the mayor tell reporters?", "the mayor"),
        ("What was the Secretary-General's comment on the visit?", "the Secretary-General"),
        ("According to Koffler, what would Russia gain?", "Koffler"),
    ],
)
def test_a_question_for_words_names_their_speaker(message: str, speaker: str) -> None:
    question = parse(message)
    assert (question.kind, question.speaker) == (Kind.WHAT_SAID, speaker)


@pytest.mark.parametrize(
    "message", ["apa kata dia soal itu", "What did they say?", "apa yang dikatakan tentang banjir"]
)
def test_a_pronoun_or_nobody_is_no_speaker(message: str) -> None:
    assert parse(message).kind is Kind.WHAT_SAID
    assert parse(message).speaker is None


def test_a_misspelt_question_word_still_asks() -> None:
    assert parse("kpan pemilu pertama").kind is Kind.WHEN
    assert "kpan" not in {term.word for term in parse("kpan pemilu pertama").terms}


def test_every_kind_can_be_asked_or_is_what_is_left() -> None:
    groups = ("first", "foremost", "last")
    ruled = {Kind(rule["kind"]) for group in groups for rule in lexicon()[group]}
    assert set(Kind) - ruled == {Kind.KEYWORDS}


@given(st.text(alphabet=string.ascii_lowercase + " ?'’2AÉ\u0301", max_size=80))
def test_any_message_has_a_kind_and_a_speaker_is_a_part_of_it(message: str) -> None:
    question = parse(message)
    assert question.kind in Kind
    assert question.speaker is None or question.speaker in question.text
