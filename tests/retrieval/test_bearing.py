"""What the gate sees."""

from indexes.serving import ServedIndex
from retrieval import features
from retrieval.bearing import NAMES, OF_THE_QUESTION, bearing
from retrieval.question import parse
from retrieval.ranking import ordered, understood


def seen(library: ServedIndex, message: str) -> dict[str, float]:
    with library.reading() as index:
        question = understood(index, parse(message))
        best = ordered(index, question, 1)[0]
        return dict(zip(NAMES, bearing(question, best, "id").rows[0], strict=True))


def test_it_sees_nothing_that_only_tells_the_sort_of_question() -> None:
    assert set(features.NAMES) >= OF_THE_QUESTION
    assert OF_THE_QUESTION.isdisjoint(NAMES)


def test_a_number_that_is_asked_for_and_stands_there_is_not_missing(library: ServedIndex) -> None:
    told = seen(library, "Berapa warga yang mengungsi?")
    assert told["shorts"] >= 1
    assert told["short_missing"] == told["type_missing"] == 0.0
    assert 0.0 < told["share"] <= 1.0


def test_an_age_that_stands_nowhere_is_missing(library: ServedIndex) -> None:
    assert seen(library, "Berapa usia bupati?")["unit_missing"] == 1.0


def test_the_share_of_all_candidates_is_one(library: ServedIndex) -> None:
    with library.reading() as index:
        hits = ordered(index, understood(index, parse("Berapa warga mengungsi?")), 1000)
    assert abs(sum(hit.share for hit in hits) - 1) < 1e-5
    assert hits[0].share == max(hit.share for hit in hits)
