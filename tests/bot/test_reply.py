"""An answer as blocks."""

from dataclasses import replace

import pytest

from bot.reply import Aside, Quote, Reply, Tone, Words, cited, described, reply_to
from prompts import say
from retrieval.answer import Citation, CitationBroken, Status
from retrieval.span import Span
from tests.bot.newsroom import ARTICLE, Newsroom, refused, sentences


def test_quotes_come_first_whole_and_once(newsroom: Newsroom) -> None:
    answer = newsroom.answer("beras kilogram wulan")
    *quotes, aside = reply_to(answer).blocks
    assert quotes == [Quote(c.number, c.text) for c in answer.citations]
    assert isinstance(aside, Aside)
    assert not any(quote.text in aside.text for quote in answer.citations)


def test_the_aside_names_article_and_sentence_of_each_quote(newsroom: Newsroom) -> None:
    aside = reply_to(newsroom.answer("kilogram wulan")).blocks[-1]
    assert "[1] Harga beras naik · Kabar Cianjur · 2026-02-03 · kalimat 2" in aside.text
    assert "[2]" in aside.text


def test_what_stands_around_a_quote_is_shown_with_it(newsroom: Newsroom) -> None:
    answer = newsroom.answer("Berapa kilogram?")
    first, _, third, _ = sentences(ARTICLE)
    around = replace(answer.citations[0], before=first, after=third)
    aside = reply_to(replace(answer, citations=(around,))).blocks[-1]
    assert say("before", "id", text=first.text) in aside.text
    assert say("after", "id", text=third.text) in aside.text


def test_neighbours_that_are_quoted_themselves_are_not_shown_again(newsroom: Newsroom) -> None:
    answer = newsroom.answer("beras kilogram")
    first, second = (replace(citation) for citation in answer.citations[:2])
    (one,), (two,) = first.sentences, second.sentences
    both = (replace(first, after=two), replace(second, before=one))
    *quotes, aside = reply_to(replace(answer, citations=both)).blocks
    assert len(quotes) == 2
    assert isinstance(aside, Aside)
    assert one.text not in aside.text and two.text not in aside.text


def test_a_quote_knows_what_in_it_answers(newsroom: Newsroom) -> None:
    answer = newsroom.answer("Berapa kilogram?")
    (citation,) = answer.citations
    start = citation.text.index("Rp 14.500")
    short = Span(start, start + len("Rp 14.500"), "Rp 14.500")
    quote, _ = reply_to(replace(answer, citations=(replace(citation, short=short),))).blocks
    assert quote == Quote(citation.number, citation.text, short)


def test_whom_a_pronoun_means_stands_beside_the_quote() -> None:
    article = replace(ARTICLE, text="Wulan berdagang. Ia menunggu.")
    _, second = sentences(article)
    citation = replace(Citation.of(1, article, [second]), antecedent="Wulan")
    quote, aside = cited([citation], "id")
    assert isinstance(aside, Aside) and say("antecedent", "id", pronoun="Ia", person="Wulan") in (
        aside.text.splitlines()
    )
    assert quote == Quote(1, "Ia menunggu.")


def test_a_refusal_is_words_only(newsroom: Newsroom) -> None:
    refusal = newsroom.answer("Siapa juara dunia?")
    assert reply_to(refusal) == Reply.words(refused("off_topic", "id"))


def test_an_uncertain_answer_says_so_first(newsroom: Newsroom) -> None:
    answer = replace(newsroom.answer("Berapa kilogram?"), status=Status.UNCERTAIN)
    assert reply_to(answer).blocks[0] == Words(say("uncertain", "id"), Tone.DOUBT)


def test_a_quote_that_differs_from_its_article_is_never_shown(newsroom: Newsroom) -> None:
    answer = newsroom.answer("Berapa kilogram?")
    forged = replace(answer.citations[0], text="Rp 9.000")
    object.__setattr__(answer, "citations", (forged,))  # no other way leads past the checks
    with pytest.raises(CitationBroken):
        reply_to(answer)


def test_an_article_is_described_as_far_as_it_is_known() -> None:
    bare = replace(ARTICLE, source=None, published=None, url="https://example.org/beras")
    assert described(bare) == "Harga beras naik · https://example.org/beras"
