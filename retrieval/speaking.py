"""The line before the cited sentences that names who speaks in them, in the reader's language."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from indexes.quotes.quote import Quote, QuoteClass
from prompts import say
from retrieval.answer import Citation
from retrieval.attribution import meant, quotes_of
from retrieval.doing import asked_doing
from retrieval.kind import Kind
from retrieval.question import Question
from retrieval.roll_call import asks_who_is_quoted

if TYPE_CHECKING:
    from indexes.index import Index

LINES = {QuoteClass.DENIAL: "denied_by", QuoteClass.CONFIRMATION: "confirmed_by"}


def speaking(index: "Index", question: Question, citations: Sequence[Citation]) -> str:
    """Who says what is cited; empty where the question does not ask that."""
    quoted = asks_who_is_quoted(question)
    if not quoted and question.kind is not Kind.WHO_SAID:
        return ""
    found = [(each, _quotes(index, each)) for each in citations]
    named = [(c, meant(question, quotes, c.article.language)) for c, quotes in found]
    spoken = [(citation, quote) for citation, quote in named if quote]
    line, telling = ("quoted_people", spoken) if quoted else _line(question, spoken)
    people = dict.fromkeys(_described(index, *each, question.language) for each in telling)
    if people:
        return say(line, question.language, who="; ".join(people))
    if asked_doing(question.text).intersection(LINES):
        return ""  # the sentence tells by itself who denied it
    unclear = any(quotes for _, quotes in found)
    return say("said_unclear" if unclear else "said_by_nobody", question.language)


def _line(
    question: Question, spoken: list[tuple[Citation, Quote]]
) -> tuple[str, list[tuple[Citation, Quote]]]:
    """Who denied or confirmed where one did; else who said it: a denier is never made of him."""
    doing = asked_doing(question.text)
    for done, line in LINES.items():
        did = [each for each in spoken if each[1].quote_class is done] if done in doing else []
        if did:
            return line, did
    return "said_by", spoken


def _quotes(index: "Index", citation: Citation) -> list[Quote]:
    every = (quote for sentence in citation.sentences for quote in quotes_of(index, sentence))
    return list(dict.fromkeys(every))


def _described(index: "Index", citation: Citation, quote: Quote, language: str) -> str:
    """The full name with the office that the article tells, and through whom the words came."""
    name = str(quote.speaker.canonical)
    own = [each for each in index.catalog.quotes(citation.article.id) if _same(each, quote)]
    who = ", ".join(filter(None, (name, _office(own))))
    media = [medium.canonical for medium in quote.via]
    return say("said_through", language, who=who, media=", ".join(media)) if media else who


def _same(one: Quote, other: Quote) -> bool:
    return one.speaker.canonical == other.speaker.canonical


def _office(quotes: Iterable[Quote]) -> str:
    """The role and the affiliation, where one of the quotes tells them."""
    for quote in quotes:
        if quote.speaker.role:
            spans = (quote.speaker.role, quote.speaker.affiliation)
            return " ".join(span.text for span in spans if span)
    return ""
