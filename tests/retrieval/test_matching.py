"""What is told of each term of a question: how a sentence meets it, and where."""

from collections.abc import Mapping

import pytest

from indexes.serving import ServedIndex
from retrieval.features import features
from retrieval.matching import NAMES
from retrieval.question import parse
from retrieval.ranking import understood
from retrieval.searching import candidates

Told = Mapping[tuple[str, str], Mapping[str, float]]


def _told(library: ServedIndex, text: str) -> Told:
    """By the beginning of a sentence and the term, what is told of it."""
    with library.reading() as index:
        question = understood(index, parse(text))
        hits = candidates(index, question, 30)
        matches = features(index, question, hits).matches
    return {
        (hit.sentence.text, term.word): dict(zip(NAMES, map(float, values), strict=True))
        for hit, row in zip(hits, matches, strict=True)
        for term, values in zip(question.terms, row, strict=True)
    }


def _of(told: Told, part: str, word: str) -> Mapping[str, float]:
    return next(values for (text, term), values in told.items() if part in text and term == word)


def test_a_term_is_met_by_a_sentence_and_by_those_beside_it(library: ServedIndex) -> None:
    told = _told(library, "Berapa warga yang mengungsi?")
    own = _of(told, "212 warga", "warga")
    assert own["exact"] == own["close"] == own["article"] == 1.0
    assert own["kind_how-many"] == 1.0


def test_the_number_beside_a_term_is_near_it(library: ServedIndex) -> None:
    told = _told(library, "Berapa warga yang mengungsi?")
    own = _of(told, "212 warga", "warga")
    assert own["shown"] == 1.0
    assert own["near_shown"] >= 0.5
    assert own["near_short"] >= own["near_shown"]


def test_what_does_not_stand_in_a_sentence_stands_nowhere(library: ServedIndex) -> None:
    told = _told(library, "Berapa kapal selam yang mengungsi?")
    for (_, term), values in told.items():
        if term == "selam":
            assert values["close"] < 0.4
            assert values["near_other"] == 0.0 or values["close"] >= 0.3


def test_a_name_is_known_by_its_capital_within_sentences(library: ServedIndex) -> None:
    told = _told(library, "berapa warga mengungsi ke larantuka")
    assert _of(told, "212 warga", "larantuka")["named"] == pytest.approx(1.0)
    assert _of(told, "212 warga", "warga")["named"] < 0.5
