"""Who said what, for questions that ask it: the ledger beside the ranked sentences."""

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from typing import TYPE_CHECKING

from indexes.article import Sentence
from indexes.names import same_person
from indexes.quotes.quote import Quote, QuoteClass, SpeakerKind
from indexes.terms import Term, stems, terms
from indexes.translation import translations
from retrieval.alignment import worded
from retrieval.doing import asked_doing, asks_several
from retrieval.hit import Hit
from retrieval.kind import Kind
from retrieval.question import Question

if TYPE_CHECKING:
    from indexes.index import Index

ASKING = frozenset({Kind.WHO_SAID, Kind.WHAT_SAID})
# what a sentence gains, in the ranker's log-odds: as somebody's words, as those of the one who is
# asked for, as what was asked to be done with them (development: who-said 40 to 42 of 42)
QUOTED, BY, DONE = 0.3, 0.5, 0.5
ANSWERING = frozenset({QuoteClass.DENIAL, QuoteClass.CONFIRMATION})  # what others said before
AS_WELL = 2.0  # log-odds behind the best up to which another voice on the matter is heard
MOST = 5  # voices
NAMELESS = frozenset({SpeakerKind.PHRASE, SpeakerKind.UNKNOWN})  # who may be anybody: petani itu
AND = re.compile(r" dan | dengan | and | with | vs\.? |, ")


def by_ledger(index: "Index", question: Question, hits: Sequence[Hit]) -> list[Hit]:
    """The hits again, weighed by who speaks in them and what is done with the words."""
    if question.kind not in ASKING:
        return list(hits)
    doing = asked_doing(question.text)
    told = [(hit, quotes_of(index, hit.sentence)) for hit in hits]
    weighed = (
        replace(hit, score=hit.score + _gain(question, quotes, doing))
        for hit, quotes in told
        if not (doing & ANSWERING and _itself(question, hit, quotes, doing))
    )
    return sorted(weighed, key=lambda hit: -hit.score)


def _itself(
    question: Question, hit: Hit, quotes: Sequence[Quote], doing: frozenset[QuoteClass]
) -> bool:
    """Whether a sentence is what was cited last: no words deny or confirm themselves."""
    cited = question.rewritten and hit.sentence.key in question.places
    return bool(cited) and bool(quotes) and all(q.quote_class not in doing for q in quotes)


def heard_of(index: "Index", question: Question, best: Hit) -> bool:
    """Whether the one whose words are asked for speaks in the article of the best hit at all.

    By name or office, also in the other language; a part of either is enough, as is a name in the
    sentence itself, or in its article where somebody without a name speaks in it. True where nobody
    is asked for.
    """
    if question.kind is not Kind.WHAT_SAID or not question.speaker:
        return True
    asked = _stems(question.speaker, question.language)
    if not asked:
        return True
    article_id = best.sentence.article_id
    language = index.catalog.article(article_id).language
    told = [best.sentence.text]
    if any(quote.speaker.kind in NAMELESS for quote in quotes_of(index, best.sentence)):
        told += [sentence.text for sentence in index.catalog.sentences(article_id)]
    for quote in index.catalog.quotes(article_id):
        said = quote.speaker
        spans = (span.text for span in (said.span, said.role, said.affiliation) if span)
        told += [said.canonical or "", *spans]
    return any(not asked.isdisjoint(stems(text, language)) for text in told)


def _stems(name: str, language: str) -> set[str]:
    """The stems of a name's words, and what they may be in the other language."""
    found = {stem for term in terms(name, language) for stem in term.stems}
    return found | {each.stem for stem in found for each in translations(stem, language)}


def each_speaker(index: "Index", question: Question, hits: Sequence[Hit]) -> list[Question]:
    """What several are asked for by name, asked of each; empty where these are not several.

    Several are names of whom the hits quote different people: "Balai Cuaca dan Iklim" is one body.
    """
    names = AND.split(question.speaker or "") if question.kind is Kind.WHAT_SAID else []
    if len(names) < 2:
        return []
    quotes = [quote for hit in hits for quote in quotes_of(index, hit.sentence)]
    heard = [next((q.speaker.canonical for q in quotes if says(q, name)), None) for name in names]
    if None in heard or len(set(heard)) < len(names):
        return []
    words = [set(stems(name, question.language)) for name in names]
    return [
        replace(question, speaker=name, terms=_without(question.terms, words, at))
        for at, name in enumerate(names)
    ]


def _without(
    asked: Sequence[Term], names: Sequence[AbstractSet[str]], own: int
) -> tuple[Term, ...]:
    """The terms without those of the other names."""
    others = set().union(*names) - names[own]
    return tuple(term for term in asked if others.isdisjoint(term.stems))


def voices(index: "Index", question: Question, hits: Sequence[Hit]) -> list[Hit]:
    """The best hit of each of several speakers on a matter.

    Empty where the question wants no more than one voice, or hears no more than one.
    """
    if question.kind is not Kind.WHO_SAID or not hits or not asks_several(question.text):
        return []
    best = hits[0]
    heard: dict[str, Hit] = {}
    for hit in hits:
        near = best.score - hit.score <= AS_WELL
        if near and hit.sentence.article_id == best.sentence.article_id:
            for quote in quotes_of(index, hit.sentence):
                if quote.speaker.canonical:
                    heard.setdefault(quote.speaker.canonical, hit)
    distinct = list({hit.sentence.key: hit for hit in heard.values()}.values())
    return distinct[:MOST] if len(distinct) > 1 else []


def quotes_of(index: "Index", sentence: Sentence) -> Sequence[Quote]:
    """The quotes that stand in a sentence, at least in part."""
    return index.catalog.quotes_in(sentence.article_id, sentence.number, sentence.number)


def says(quote: Quote, name: str) -> bool:
    """Whether a quote is of the one whom a question calls so."""
    full = quote.speaker.canonical
    return full is not None and (same_person(name, full) or same_person(full, name))


def meant(question: Question, quotes: Sequence[Quote], language: str) -> Quote | None:
    """Of the quotes of a sentence the one that the question is about: by its words, for its length.

    A report inside another is meant where the question's words are in the inner one.
    """
    named = [quote for quote in quotes if quote.speaker.canonical]
    doing = asked_doing(question.text)
    fitting = [quote for quote in named if quote.quote_class in doing] or named
    if question.kind is Kind.WHAT_SAID and question.speaker:
        fitting = [quote for quote in fitting if says(quote, question.speaker)] or fitting
    asked = {stem for term in question.terms for stem in (*term.stems, *term.translations)}
    return max(fitting, key=lambda quote: _met(quote, asked, language), default=None)


def _met(quote: Quote, asked: set[str], language: str) -> tuple[int, int]:
    told = {stem for _, stem in worded(quote.text, language)}
    return len(told & asked), -len(told)


def _gain(question: Question, quotes: Sequence[Quote], doing: frozenset[QuoteClass]) -> float:
    named = [quote for quote in quotes if quote.speaker.canonical]
    if not named:
        return 0.0
    by = question.speaker and any(says(quote, question.speaker) for quote in named)
    done = any(quote.quote_class in doing for quote in named)
    return QUOTED + BY * bool(by) + DONE * done
