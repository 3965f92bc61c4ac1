"""Which sentences come first, and which may come at all."""

from dataclasses import replace

import pytest

from indexes.article import Key
from indexes.serving import ServedIndex
from retrieval import matching
from retrieval.dating import day
from retrieval.features import NAMES, features
from retrieval.kind import Kind
from retrieval.question import parse
from retrieval.ranking import ranked
from retrieval.searching import candidates
from retrieval.selecting import selected
from retrieval.talked import talked

RICE, QUAKE = "harga-beras-cianjur", "gempa-flores"


def test_a_hit_tells_what_speaks_for_it(library: ServedIndex) -> None:
    with library.reading() as index:
        best, *_ = ranked(index, parse("Berapa warga yang mengungsi?"), 3)
    assert "212 warga" in best.sentence.text
    told = dict(zip(NAMES, best.features, strict=True))
    assert told["type_shown"] == 1.0
    assert 0.0 < told["close"] <= told["close_article"] <= 1.0


def test_features_need_no_hits(library: ServedIndex) -> None:
    with library.reading() as index:
        told = features(index, parse("gempa"), [])
        assert told.rows.shape == (0, len(NAMES))
        assert told.matches.shape == (0, 1, len(matching.NAMES))


def test_a_question_about_one_article_stays_in_it(library: ServedIndex) -> None:
    with library.reading() as index:
        question = replace(parse("Berapa warga yang mengungsi?"), article_id=RICE)
        found = candidates(index, question, 30)
        assert {hit.sentence.article_id for hit in found} == {RICE}
        assert len(found) == len(index.catalog.sentences(RICE))


def test_what_was_heard_does_not_come_again(library: ServedIndex) -> None:
    with library.reading() as index:
        question = parse("Berapa warga yang mengungsi?")
        heard = ranked(index, question, 1)[0].sentence.key
        again = ranked(index, replace(question, beyond=(heard,)), 10)
        assert heard not in {hit.sentence.key for hit in again}
        other = ranked(index, replace(question, other_than=QUAKE), 10)
        assert QUAKE not in {hit.sentence.article_id for hit in other}


def test_a_follow_up_prefers_the_article_talked_about(library: ServedIndex) -> None:
    with library.reading() as index:
        question = parse("Siapa namanya?")
        for article_id in (RICE, QUAKE):
            followed = replace(question, places=(Key(article_id, 3),))
            assert ranked(index, followed, 1)[0].sentence.article_id == article_id


def test_what_was_cited_last_is_known_of_a_sentence() -> None:
    last = Key(QUAKE, 3)
    question = replace(parse("Siapa namanya?"), places=(last,))
    assert talked(parse("Siapa namanya?"), last) == {}
    assert talked(question, last) == {
        "followup": 1.0, "talked_about": 1.0, "near_last": 1.0, "after_last": 0.0, "cited_last": 1.0
    }  # fmt: skip
    assert talked(question, Key(QUAKE, 4))["after_last"] == 0.5
    assert talked(question, Key(QUAKE, 2))["after_last"] == 0.0
    assert not any(list(talked(question, Key(RICE, 3)).values())[1:])


def test_carried_words_are_searched_for(library: ServedIndex) -> None:
    with library.reading() as index:
        question = replace(parse("Kenapa?"), carried=parse("harga beras naik").terms)
        assert ranked(index, question, 1)[0].sentence.article_id == RICE


def test_a_list_takes_more_sentences_than_another_question(library: ServedIndex) -> None:
    with library.reading() as index:
        question = parse("harga beras di Cianjur")
        hits = [replace(hit, score=-0.6 * n) for n, hit in enumerate(ranked(index, question, 9))]
        same = [hit for hit in hits if hit.sentence.article_id == hits[0].sentence.article_id]
        assert len(selected(question, same, 3)) == 1
        assert len(selected(replace(question, kind=Kind.LIST), same, 3)) > 1


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("Apa yang terjadi pada 12 Mei 2025?", "2025-05-12"),
        ("gempa 3/2/2024", "2024-02-03"),
        ("What happened on December 1, 2023?", "2023-12-01"),
        ("tanggal 31 Februari 2025", None),
        ("12 Mei", None),
    ],
    ids=["written out", "figures", "English", "no such day", "no year"],
)
def test_a_day_is_read_with_its_year(text: str, iso: str | None) -> None:
    found = day(text)
    assert (found.isoformat() if found else None) == iso
