"""Who said what: asked of a real index with the ledger of its articles."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from indexes.indexing import Indexing
from indexes.serving import ServedIndex
from indexes.settings import IndexSettings
from retrieval.answering import Answerer
from retrieval.conversation import Turn

STORY = "\n\n".join(
    [
        "Bendungan Lembah Sari Retak, Warga Diminta Mengungsi",
        "LEMBAH SARI — Bupati Lembah Sari Retno Anggraini meminta warga tiga desa mengungsi.",
        "“Retakannya sepanjang dua meter dan terus melebar,” ujarnya.",
        "Kepala Balai Bendungan Darto Wibisono membantah bendungan itu akan jebol."
        " “Airnya sudah kami turunkan separuh,” kata Darto kepada Antara.",
        "Menurut laporan Radio Sari, mengutip petugas jaga, suara gemuruh terdengar pukul 21.00.",
        "Ahli hidrologi Universitas Nagara, Melati Siregar, menilai pemeriksaan terlambat tiga"
        " tahun. Ia berharap hasilnya diumumkan.",
        "Bendungan itu dibangun pada 1987.",
    ]
)


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Answerer]:
    folder: Path = tmp_path_factory.mktemp("ledger")
    story = folder / "articles" / "bendungan.txt"
    story.parent.mkdir()
    story.write_text(STORY, "utf-8")
    settings = IndexSettings.model_validate({"folder": folder / "index"})
    Indexing(settings).add([story.parent])
    with closing(ServedIndex(settings)) as library:
        yield Answerer(library)


@pytest.mark.parametrize(
    ("question", "who"),
    [
        ("Siapa yang bilang retakannya terus melebar?", "Retno Anggraini, Bupati Lembah Sari"),
        ("Siapa yang menilai pemeriksaan bendungan terlambat?", "Melati Siregar"),
        ("Who said the crack keeps widening?", "Retno Anggraini"),
        (
            "Siapa yang mengatakan suara gemuruh terdengar pukul 21.00?",
            "petugas jaga (melalui Radio Sari)",
        ),
    ],
    ids=["nya", "belief", "English", "through a medium"],
)
def test_the_one_who_said_it_is_named_before_the_sentence(
    answerer: Answerer, question: str, who: str
) -> None:
    answer = answerer.answer(question)
    assert who in answer.lead
    assert answer.text.startswith(answer.lead)


def test_who_denied_is_asked_of_the_ledger_alone(answerer: Answerer) -> None:
    answer = answerer.answer("Siapa yang membantah?")
    assert answer.lead.startswith("Yang membantah: Darto Wibisono")
    assert "membantah bendungan itu akan jebol" in answer.citations[0].text


def test_nobody_is_said_to_have_confirmed_what_he_only_said(answerer: Answerer) -> None:
    answer = answerer.answer("Siapa yang membenarkan airnya diturunkan separuh?")
    assert "separuh" in answer.text
    assert "Yang membenarkan" not in answer.lead


def test_words_do_not_deny_themselves(answerer: Answerer) -> None:
    said = answerer.answer("Apa kata Retno Anggraini?")
    assert "Retno" in said.text
    answer = answerer.answer("siapa yang membantahnya?", Turn.after(None, said))
    assert "Retno" not in answer.lead
    assert {each.start for each in said.citations}.isdisjoint(c.start for c in answer.citations)


def test_who_has_said_no_more_is_not_given_the_words_of_others(answerer: Answerer) -> None:
    first = answerer.answer("Apa kata Darto Wibisono?")
    turn = Turn.after(None, first)
    assert answerer.answer("dia bilang apa lagi?", turn).refused


def test_everybody_who_is_quoted_is_cited_once(answerer: Answerer) -> None:
    answer = answerer.answer("Siapa saja yang dikutip?")
    people = ["Retno Anggraini", "Darto Wibisono", "petugas jaga", "Melati Siregar"]
    assert [name for name in people if name in answer.lead] == people
    assert len(answer.citations) == len(people)


def test_what_else_somebody_said_is_what_was_not_shown(answerer: Answerer) -> None:
    first = answerer.answer("Apa kata Melati Siregar?")
    assert "pemeriksaan terlambat tiga tahun" in first.text
    again = answerer.answer("dia bilang apa lagi?", Turn.after(None, first))
    heard = {citation.start for citation in first.citations}
    assert again.refused or heard.isdisjoint(citation.start for citation in again.citations)


def test_two_speakers_are_heard_side_by_side(answerer: Answerer) -> None:
    answer = answerer.answer("Apa kata Darto dan Melati soal bendungan?")
    assert any(
        "Darto" in citation.text or "separuh" in citation.text for citation in answer.citations
    )
    assert any("Melati" in citation.text for citation in answer.citations)


def test_what_the_article_says_by_itself_is_said_by_nobody(answerer: Answerer) -> None:
    answer = answerer.answer("Siapa yang mengatakan bendungan itu dibangun pada 1987?")
    assert "dibangun pada 1987" in answer.text
    assert "tidak ada yang dikutip" in answer.lead


def test_one_citation_is_one_also_where_everybody_is_asked_for(answerer: Answerer) -> None:
    with answerer._library.reading():
        single = Answerer(answerer._library, citations=1)
    assert len(single.answer("Siapa saja yang dikutip?").citations) == 1


def test_who_does_not_speak_in_the_article_is_given_no_words(answerer: Answerer) -> None:
    answer = answerer.answer("Apa tanggapan gubernur tentang retakan bendungan Lembah Sari?")
    assert answer.refused
    assert answer.nearest


def test_an_office_is_enough_to_be_heard(answerer: Answerer) -> None:
    answer = answerer.answer("What did the regent say about the crack?")
    assert not answer.refused


def test_somebody_without_a_name_may_be_the_one_who_is_asked_for(tmp_path: Path) -> None:
    story = tmp_path / "kolam.txt"
    story.write_text(
        "Kolam Kuno Ditemukan di Kebun Paimin\n\nKolam itu ditemukan pada Maret lalu. "
        "”Saya lebih senang airnya mengalir lagi,” ujar warga yang punya kebun.\n",
        "utf-8",
    )
    settings = IndexSettings.model_validate({"folder": tmp_path / "index"})
    Indexing(settings).add([story])
    with closing(ServedIndex(settings)) as library:
        answer = Answerer(library).answer("Apa kata Paimin tentang air kolam yang mengalir lagi?")
    assert "mengalir lagi" in answer.citations[0].text
