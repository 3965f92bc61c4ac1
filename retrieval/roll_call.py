"""Questions that the ledger answers alone: who is quoted, who denied, all that somebody said."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from indexes.article import Key, Sentence
from indexes.names import same_person
from indexes.quotes.quote import Quote
from indexes.terms import stems
from retrieval.attribution import ASKING, says
from retrieval.doing import asked_doing, only_does
from retrieval.kind import Kind, lexicon
from retrieval.question import Question
from retrieval.speech import only_asks

if TYPE_CHECKING:
    from indexes.index import Index

LONGEST = 3  # sentences of a quote that are cited


def roll_call(
    index: "Index", question: Question, most: int, article_id: str | None = None
) -> list[tuple[Sentence, ...]]:
    """What the ledger cites for such a question; nothing where it asks for more than that.

    `article_id` is the article that is meant where the question tells its matter.
    """
    quoted = asks_who_is_quoted(question)
    if not (quoted or question.kind in ASKING):
        return []
    if _matter(question) and not (quoted and article_id):
        return []
    if article_id:
        question = replace(question, article_id=article_id)
    quotes = (quote for quote in _scope(index, question) if quote.speaker.canonical)
    return list(_sentences(index, question, _wanted(question, quotes, most)))


def all_was_heard(index: "Index", question: Question) -> bool:
    """Whether more is asked of somebody whose every quote was cited before: dia bilang apa lagi."""
    more = question.kind is Kind.WHAT_SAID and question.speaker and question.beyond
    if not more or _matter(question):
        return False
    quotes = list(_scope(index, question))
    return bool(quotes) and not list(_sentences(index, question, quotes))


def asks_who_is_quoted(question: Question) -> bool:
    """Whether everybody is wanted who says something: siapa saja yang dikutip."""
    return _asks(question, "quoted")


def _wanted(question: Question, quotes: Iterable[Quote], most: int) -> Sequence[Quote]:
    doing = asked_doing(question.text)
    if asks_who_is_quoted(question):
        return _one_each(quotes)
    if question.kind is Kind.WHO_SAID:
        return _one_each(quote for quote in quotes if quote.quote_class in doing)
    if question.speaker is None:
        return []
    fitting = [quote for quote in quotes if not doing or quote.quote_class in doing]
    return fitting if _asks(question, "everything") else fitting[: most + len(question.beyond)]


def _scope(index: "Index", question: Question) -> Iterator[Quote]:
    """The quotes of the article that is meant, or of all; of one speaker, where one is named."""
    catalog = index.catalog
    article_id = question.article_id or (question.places[0].article_id if question.places else None)
    if question.speaker is None:
        return iter(catalog.quotes(article_id)) if article_id else catalog.ledger()
    known = {name for name, _, _ in catalog.speakers() if _same(question.speaker, name)}
    own = catalog.ledger(speaker=sorted(known)) if known else iter(())
    here = (quote for quote in own if says(quote, question.speaker or ""))
    if question.article_id:
        return (quote for quote in here if quote.article_id == question.article_id)
    # the article talked about comes first
    return iter(sorted(here, key=lambda quote: quote.article_id != article_id))


def _sentences(
    index: "Index", question: Question, quotes: Iterable[Quote]
) -> Iterator[tuple[Sentence, ...]]:
    """The sentences of each quote, once, and none that was heard already."""
    known = set(question.beyond)
    for quote in quotes:
        first, last = quote.sentences[0], min(quote.sentences[1], quote.sentences[0] + LONGEST - 1)
        keys = {Key(quote.article_id, each) for each in range(first, last + 1)}
        if known.isdisjoint(keys):
            yield tuple(index.catalog.sentences(quote.article_id, first, last))
        known |= keys


def _one_each(quotes: Iterable[Quote]) -> list[Quote]:
    """The first quote of each speaker."""
    first: dict[str, Quote] = {}
    for quote in quotes:
        first.setdefault(str(quote.speaker.canonical), quote)
    return list(first.values())


def _matter(question: Question) -> bool:
    """Whether the question is about something, apart from who speaks and what is done."""
    named = set(stems(question.speaker or "", question.language))
    return any(
        not (only_asks(term.word) or only_does(term.word) or _idle(term.word))
        and named.isdisjoint(term.stems)
        for term in question.terms
    )


def _same(name: str, full: str) -> bool:
    return same_person(name, full) or same_person(full, name)


def _idle(word: str) -> bool:
    return word in lexicon()["roll"]["idle"]


def _asks(question: Question, group: str) -> bool:
    return bool(_pattern(group).search(question.text.lower()))


@cache
def _pattern(group: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(lexicon()['roll'][group])})\b")
