"""The promise: no answer can be made whose citation is not verbatim."""

from dataclasses import replace

import pytest

from indexes.article import Article, Bounds
from retrieval.answer import Answer, Citation, CitationBroken, Reason, Status
from retrieval.question import parse
from retrieval.record import record
from retrieval.span import Span

ARTICLE = Article("a", "A", "Satu.  Dua 😀!\nTiga.", "id", None, None, None, "0")
ONE, TWO, THREE = (
    ARTICLE.sentence(number, bounds)
    for number, bounds in enumerate([Bounds(0, 5, 1), Bounds(7, 13, 1), Bounds(14, 19, 2)], start=1)
)
QUESTION = parse("Apa itu?")


def answer(*citations: Citation, status: Status = Status.ANSWERED, **facts: Reason) -> Answer:
    return Answer(QUESTION, status, facts.get("reason"), "x", citations, "extractive", "v")


def test_a_citation_is_the_stretch_from_its_first_sentence_to_its_last() -> None:
    citation = Citation.of(1, ARTICLE, [ONE, TWO])
    assert citation.text == "Satu.  Dua 😀!" == ARTICLE.text[citation.start : citation.end]
    assert answer(citation).citations == (citation,)


BROKEN = {
    "a changed letter": replace(Citation.of(1, ARTICLE, [ONE]), text="Satu!"),
    "a shifted place": replace(Citation.of(1, ARTICLE, [ONE]), start=1, end=6),
    "nothing": replace(Citation.of(1, ARTICLE, [ONE]), start=3, end=3, text=""),
    "a sentence of another text": replace(
        Citation.of(1, ARTICLE, [ONE]), sentences=(replace(TWO, text="Dua."),)
    ),
    "a short answer from elsewhere": replace(
        Citation.of(1, ARTICLE, [ONE]), short=Span(0, 4, "Tiga")
    ),
    "a short answer beyond the sentence": replace(
        Citation.of(1, ARTICLE, [ONE]), short=Span(7, 10, "Dua")
    ),
    "an empty short answer": replace(Citation.of(1, ARTICLE, [ONE]), short=Span(1, 1, "")),
    "a name that the article does not have": replace(
        Citation.of(1, ARTICLE, [ONE]), antecedent="Empat"
    ),
    "context that is not there": replace(
        Citation.of(1, ARTICLE, [ONE]), after=replace(TWO, text="Dua.")
    ),
}


@pytest.mark.parametrize("citation", BROKEN.values(), ids=BROKEN)
def test_a_citation_that_is_not_verbatim_makes_no_answer(citation: Citation) -> None:
    with pytest.raises(CitationBroken, match=r"withheld. Run: kutip articles check"):
        answer(citation)


def test_short_answer_and_antecedent_are_verbatim_too() -> None:
    told = replace(Citation.of(1, ARTICLE, [TWO]), short=Span(4, 5, "😀"), antecedent="Tiga")
    assert answer(told).citations == (told,)


def test_the_record_gives_the_short_answer_by_its_place_in_the_article() -> None:
    told = replace(Citation.of(1, ARTICLE, [TWO]), short=Span(4, 5, "😀"), antecedent="Tiga")
    (citation,) = record(answer(told))["citations"]
    short = citation["short"]
    assert ARTICLE.text[short["start"] : short["end"]] == short["text"] == "😀"
    assert citation["antecedent"] == "Tiga"
    (citation,) = record(answer(Citation.of(1, ARTICLE, [ONE])))["citations"]
    assert citation["short"] is None and citation["antecedent"] is None


def test_a_refusal_has_a_reason_and_no_citation() -> None:
    assert answer(status=Status.REFUSED, reason=Reason.NOT_STATED).refused
    with pytest.raises(ValueError):
        answer(status=Status.REFUSED)
    with pytest.raises(ValueError):
        answer(Citation.of(1, ARTICLE, [ONE]), status=Status.REFUSED, reason=Reason.NOT_STATED)


def test_an_answer_without_citations_cannot_be_made() -> None:
    with pytest.raises(ValueError):
        answer()
