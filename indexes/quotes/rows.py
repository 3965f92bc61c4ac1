"""A quote as a row of the catalog: by what it is asked for, and all its spans as offsets.

The columns are copies to search by; the text of a quote is always cut from its article.
"""

import json
from collections.abc import Sequence
from typing import Any

from indexes.article import Article
from indexes.quotes.quote import Medium, Quote, QuoteClass, QuoteType, Span, Speaker, SpeakerKind

SCHEMA = """
CREATE TABLE quotes (article TEXT NOT NULL REFERENCES articles(id), number INTEGER NOT NULL,
    start INTEGER NOT NULL, stop INTEGER NOT NULL, type TEXT NOT NULL, class TEXT NOT NULL,
    cue TEXT NOT NULL, speaker TEXT, spoken TEXT NOT NULL, office TEXT NOT NULL,
    first INTEGER NOT NULL, last INTEGER NOT NULL, rule TEXT NOT NULL, confidence REAL NOT NULL,
    places TEXT NOT NULL, PRIMARY KEY (article, number)) WITHOUT ROWID;
CREATE INDEX quotes_by ON quotes (speaker, spoken, office);
"""
COLUMNS = (
    "article, number, start, stop, type, class, cue, speaker, spoken, office, first, last, rule,"
    " confidence, places"
)


def row(quote: Quote) -> tuple[object, ...]:
    """Its values in the order of `COLUMNS`."""
    said = quote.speaker
    office = " ".join(span.text for span in (said.role, said.affiliation) if span)
    return (
        quote.article_id, quote.number, quote.start, quote.end, quote.type.value,
        quote.quote_class.value, quote.cue.text.lower(), said.canonical,
        said.span.text if said.span else "", office, *quote.sentences, quote.rule,
        quote.confidence, json.dumps(_places(quote)),
    )  # fmt: skip


def quote_of(article: Article, stored: Sequence[Any]) -> Quote:
    """The quote of such a row."""
    _, number, start, end, type_, class_, _, canonical, _, _, *others = stored
    first, last, rule, confidence, places = others
    where = json.loads(places)

    def cut(name: str) -> Span | None:
        return Span.cut(article.text, *where[name]) if where[name] else None

    return Quote(
        article_id=article.id,
        number=number,
        start=start,
        end=end,
        text=article.text[start:end],
        type=QuoteType(type_),
        quote_class=QuoteClass(class_),
        cue=Span.cut(article.text, *where["cue"]),
        speaker=Speaker(
            SpeakerKind(where["kind"]), cut("speaker"), canonical, cut("role"), cut("affiliation")
        ),
        sentences=(first, last),
        rule=rule,
        confidence=confidence,
        addressee=cut("addressee"),
        via=tuple(Medium(Span.cut(article.text, s, e), name) for s, e, name in where["via"]),
        continues=where["continues"],
        parts=tuple(Span.cut(article.text, *part) for part in where["parts"]),
    )


def spans(quote: Quote) -> list[Span]:
    """All its stretches of the article, itself the first."""
    said = quote.speaker
    some = (quote.cue, said.span, said.role, said.affiliation, quote.addressee)
    own = Span(quote.start, quote.end, quote.text)
    media = (medium.span for medium in quote.via)
    return [own, *(span for span in some if span is not None), *media, *quote.parts]


def in_place(quote: Quote, article: Article) -> bool:
    """Whether each of its spans is a stretch of the article."""
    return all(
        0 <= span.start < span.end <= len(article.text)
        and article.text[span.start : span.end] == span.text
        for span in spans(quote)
    )


def _places(quote: Quote) -> dict[str, object]:
    said = quote.speaker

    def place(span: Span | None) -> list[int] | None:
        return [span.start, span.end] if span else None

    return {
        "kind": said.kind.value,
        "cue": place(quote.cue),
        "speaker": place(said.span),
        "role": place(said.role),
        "affiliation": place(said.affiliation),
        "addressee": place(quote.addressee),
        "via": [[m.span.start, m.span.end, m.canonical] for m in quote.via],
        "parts": [[part.start, part.end] for part in quote.parts],
        "continues": quote.continues,
    }
