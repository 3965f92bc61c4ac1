"""A follow-up takes along what it refers to; a new subject takes nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexes.article import Key
from retrieval.conversation import CARRIED, Turn, resolve
from retrieval.kind import Kind
from retrieval.question import Question, parse
from tests.retrieval.talk import holds, said

PAY = said("Apa kata Yohana soal pesangon?", 5)
CLOSURE = said("Kenapa PT Sagara Baja menutup pabriknya?", 3)
DIRECTOR = said("Siapa direktur PT Sagara Baja?", 1)
UNION = said("Siapa yang menolak penutupan pabrik?", 4)


def follow_up(message: str, last: Turn) -> Question:
    question = resolve(parse(message), last)
    assert question.rewritten, f"{message!r} was taken for a new subject"
    return question


@pytest.mark.parametrize(
    "message",
    [
        "Siapa kepala dinas perdagangan Cianjur?",
        "harga beras",
        "cuaca besok",
        "Berapa warga yang mengungsi ke Gedung Wirabraja?",
        "siapa kevin tanadi",
        "Apa itu inflasi?",
        "Who is the harbour master of Oxey?",
        "Who said that prices would rise?",
        "Is there a ferry to Oxey?",
        "Kapan berlangsungnya final Kejuaraan Dunia?",
        "Berapa jumlah penduduk Jiangsu saat ini?",
        "Di manakah jeruk jerang berasal?",
        "Siapa petani yang kehilangan lahannya?",
        "Lalu siapa presiden Norvania?",
        "Kalau hujan turun seharian, apa yang dilakukan petani bawang?",
        "terima kasih",
        "di Cianjur harga beras",
    ],
)
def test_a_new_subject_starts_afresh(message: str) -> None:
    assert resolve(parse(message), PAY) == parse(message)


def test_the_first_question_stands_alone() -> None:
    assert resolve(parse("Kenapa?"), None) == parse("Kenapa?")


@pytest.mark.parametrize(
    ("last", "message", "asked"),
    [
        (PAY, "Kepada siapa dia mengatakan itu?", "Yohana"),
        (PAY, "Who is she?", "Yohana"),
        (DIRECTOR, "Apa alasan beliau menutup pabrik?", "Bram Silalahi alasan pabrik"),
        (DIRECTOR, "Berapa gajinya?", "Bram Silalahi gaji"),
        (DIRECTOR, "Apa hubungan dia dengan Yohana Tamaela?", "Bram Yohana"),
        (DIRECTOR, "Apa alasannya menutup pabrik?", "Bram Silalahi alasan"),
        (UNION, "Apakah ia sudah menggugat?", "Yohana Tamaela menggugat"),
        (said("Apa rencana PT Sagara Baja?", 1), "Siapa direktur perusahaan itu?", "Sagara Baja"),
        (said("Kapan Bram tiba di Palindo?", 1), "Berapa pabrik di sana?", "Palindo"),
        (CLOSURE, "Apa tanggapan Theo Lindqvist soal itu?", "Theo Lindqvist"),
    ],
    ids=[
        "he, of the question", "she, in the other language", "he, of the cited sentence",
        "his", "he beside another name", "his, who was asked for", "the one who was asked for",
        "that company", "there",
        "a new name about that",
    ],
)  # fmt: skip
def test_a_pronoun_asks_for_the_name_that_it_means(last: Turn, message: str, asked: str) -> None:
    assert holds(follow_up(message, last), asked, lent=False)


@pytest.mark.parametrize(
    "message",
    ["Kapan?", "Di mana?", "knp?", "Berapa?", "Why?", "For how long?", "benarkah?", "sejak kapan?",
     "Kapan itu terjadi?", "Is that true?"],
)  # fmt: skip
def test_a_question_word_alone_asks_the_old_question_anew(message: str) -> None:
    assert holds(follow_up(message, CLOSURE), "Sagara Baja pabrik")


def test_own_words_come_first_and_those_of_the_last_question_are_lent() -> None:
    question = follow_up("Berapa kerugiannya?", CLOSURE)
    assert holds(question, "kerugian", lent=False)
    assert not holds(question, "pabrik", lent=False) and holds(question, "pabrik")


@pytest.mark.parametrize(
    ("last", "message", "kept", "replaced"),
    [
        (PAY, "Kalau Bram sendiri?", "Bram pesangon", "Yohana"),
        (PAY, "Bagaimana dengan Theo Lindqvist?", "Lindqvist pesangon", "Yohana"),
        (PAY, "And what about Bram?", "Bram pesangon", "Yohana"),
        (PAY, "dan Theo Lindqvist?", "Lindqvist pesangon", "Yohana"),
        (said("Berapa harga beras di Palindo?", 3), "kalau jagung?", "jagung harga", "beras"),
        (said("Siapa pelatih Persada FC?", 4), "Kalau Garuda FC?", "Garuda pelatih", "Persada"),
    ],
    ids=["himself", "what about, a name", "in English", "and, a name", "a noun", "a team"],
)
def test_another_subject_takes_the_place_of_the_last_one(
    last: Turn, message: str, kept: str, replaced: str
) -> None:
    question = follow_up(message, last)
    assert holds(question, kept)
    assert not holds(question, replaced)


@pytest.mark.parametrize(
    "message", ["Siapa yang bilang begitu?", "kata siapa?", "Menurut siapa?", "Who said so?"]
)
def test_who_said_so_is_asked_about_the_sentence_cited_last(message: str) -> None:
    question = follow_up(message, said("Berapa pekerja kehilangan pekerjaan?", 5))
    assert question.kind is Kind.WHO_SAID
    assert holds(question, "pesangon dibayar", lent=False)
    assert question.places == (Key("pabrik", 5),)


@pytest.mark.parametrize(
    "message",
    ["ada lagi?", "yang lain?", "dia bilang apa lg?", "Selain itu apa lagi?", "Anything else?"],
)
def test_what_else_leaves_out_all_that_was_heard(message: str) -> None:
    once = said(message, 4, last=said("Apa kata Yohana soal pesangon?", 5, 2))
    question = follow_up("lagi?", once)
    assert set(question.beyond) == {Key("pabrik", number) for number in (2, 4, 5)}


@pytest.mark.parametrize("message", ["lalu?", "terus gimana?", "and then?", "What happened next?"])
def test_and_then_goes_on_where_the_citation_ended(message: str) -> None:
    assert follow_up(message, said("Siapa direkturnya?", 2, 5)).after == Key("pabrik", 2)
    further = said(message, 3, 4, last=said("Siapa direkturnya?", 2))
    assert follow_up(message, further).after == Key("pabrik", 4)


@pytest.mark.parametrize(
    "message", ["Ringkas artikel itu", "ringkas lagi", "Summarize that article"]
)
def test_that_article_is_the_one_cited_first(message: str) -> None:
    assert follow_up(message, PAY).article_id == "pabrik"


@pytest.mark.parametrize("message", ["artikel lain?", "Apa kata sumber lain?", "other articles?"])
def test_another_article_is_not_the_one_cited_first(message: str) -> None:
    question = follow_up(message, PAY)
    assert question.other_than == "pabrik"
    assert holds(question, "Yohana pesangon")


@pytest.mark.parametrize(
    ("message", "kind", "speaker"),
    [
        ("dia bilang apa lagi?", Kind.WHAT_SAID, "Yohana"),
        ("Kalau Bram sendiri?", Kind.WHAT_SAID, "Bram"),
        ("ada lagi?", Kind.WHAT_SAID, "Yohana"),
        ("Kenapa?", Kind.WHY, None),
        ("Kapan dia mengatakannya?", Kind.WHEN, None),
        ("terus?", Kind.WHAT, None),
    ],
)
def test_a_follow_up_asks_as_it_says_or_as_the_last_question_did(
    message: str, kind: Kind, speaker: str | None
) -> None:
    question = follow_up(message, PAY)
    assert (question.kind, question.speaker) == (kind, speaker)


def test_three_questions_in_a_row_keep_their_subject() -> None:
    second = said("Siapa namanya?", 1, last=said("Siapa direktur PT Sagara Baja?", 1))
    third = follow_up("Kapan dia menutupnya?", second)
    assert holds(third, "Bram Silalahi", lent=False)
    assert holds(third, "Sagara Baja")


def test_what_was_lent_long_ago_fades_and_is_never_much() -> None:
    last = PAY
    for message in ("Siapa saksinya?", "Berapa umurnya?", "Apa buktinya?", "Apa tujuannya?") * 4:
        last = said(message, 5, last=last)
    (first,) = (term for term in PAY.question.terms if term.word == "pesangon")
    lent = [term for term in last.question.carried if term.word == "pesangon"]
    assert len(last.question.carried) <= CARRIED
    assert all(term.idf < first.idf / 4 for term in lent)


def test_a_refused_follow_up_leaves_the_subject_as_it_was() -> None:
    refused = said("Berapa umurnya?", last=DIRECTOR)
    question = follow_up("Kapan dia menutup pabrik?", refused)
    assert holds(question, "Bram Silalahi", lent=False)
    assert question.places == (Key("pabrik", 1),)


def test_a_refused_question_can_be_completed() -> None:
    question = follow_up("Yang di Palindo", said("Siapa ketua serikat buruh?"))
    assert holds(question, "Palindo serikat buruh")


def test_after_a_refused_question_about_nobody_he_is_the_one_answered_last() -> None:
    refused = said("cuaca besok", last=PAY)
    assert holds(follow_up("dia bilang apa lagi?", refused), "Yohana", lent=False)


def test_what_a_follow_up_means_can_be_read() -> None:
    question = follow_up("Kepada siapa dia mengatakan itu?", PAY)
    assert question.searched == "Kepada siapa dia mengatakan itu? (Yohana, pesangon)"
    assert (question.text, question.meant) == ("Kepada siapa dia mengatakan itu?", ("Yohana",))


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_message_can_follow_any_other(first: str, second: str) -> None:
    question = resolve(parse(second), said(first, 5))
    assert (question.text, question.language) == (parse(second).text, parse(second).language)
    assert len(question.carried) <= CARRIED
