"""A reader of quotes that knows one pattern: “words,” cue Name, told to somebody."""

import re
from collections.abc import Sequence

from indexes.article import Article, Sentence
from indexes.quotes.quote import (
    Medium,
    Quote,
    QuoteClass,
    QuoteType,
    Span,
    Speaker,
    SpeakerKind,
)

SAID = re.compile(
    r"“(?P<part>[^”]+),” (?P<cue>[a-z]+) (?:(?P<role>[a-z]+) )?"
    r"(?P<speaker>[A-Z]\w+(?: [A-Z]\w+)*|dia)"
    r"(?: kepada (?P<addressee>\w+))?(?:, dikutip (?P<via>\w+))?"
)
CLASSES = {"bantah": QuoteClass.DENIAL}


def report(article: Article, sentences: Sequence[Sentence]) -> list[Quote]:
    """Each “…,” kata X of a text; the second by the same speaker continues the first."""
    quotes: list[Quote] = []
    for number, match in enumerate(SAID.finditer(article.text), start=1):
        span = {
            name: Span(*match.span(name), said) for name, said in match.groupdict().items() if said
        }
        end = span["part"].end + 2
        known = span["speaker"].text != "dia"
        kind = SpeakerKind.NAME if known else SpeakerKind.UNKNOWN
        within = [s.number for s in sentences if s.start < end and s.end > match.start()]
        name = span["speaker"].text if known else None
        before = [q.number for q in quotes if name and q.speaker.canonical == name]
        quotes.append(
            Quote(
                article.id, number, match.start(), end, article.text[match.start() : end],
                QuoteType.DIRECT, CLASSES.get(match["cue"], QuoteClass.SPEECH), span["cue"],
                Speaker(kind, span["speaker"], name, span.get("role")),
                (within[0], within[-1]), "after", 0.9 if known else 0.3,
                addressee=span.get("addressee"),
                via=(Medium(span["via"], "Kantor " + span["via"].text),) if "via" in span else (),
                continues=before[0] if before else None,
                parts=(span["part"],),
            )
        )  # fmt: skip
    return quotes
