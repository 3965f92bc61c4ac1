"""The promise: no answer can be made whose citation is not verbatim."""

from dataclasses import replace

import pytest

from indexes.article import Article, Bounds
from retrieval.answer import Answer, Citation, CitationBroken, Reason, Status
from retrieval.question import parse

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
    "context that is not there": replace(
        Citation.of(1, ARTICLE, [ONE]), after=replace(TWO, text="Dua.")
    ),
}


@pytest.mark.parametrize("citation", BROKEN.values(), ids=BROKEN)
def test_a_citation_that_is_not_verbatim_makes_no_answer(citation: Citation) -> None:
    with pytest.raises(CitationBroken, match=r"withheld. Run: kutip articles check"):
        answer(citation)


def test_a_refusal_has_a_reason_and_no_citation() -> None:
    assert answer(status=Status.REFUSED, reason=Reason.NOT_STATED).refused
    with pytest.raises(ValueError):
        answer(status=Status.REFUSED)
    with pytest.raises(ValueError):
        answer(Citation.of(1, ARTICLE, [ONE]), status=Status.REFUSED, reason=Reason.NOT_STATED)


def test_an_answer_without_citations_cannot_be_made() -> None:
    with pytest.raises(ValueError):
        answer()
