"""The people of the ledger: a full name is one person in all articles, a short one in its own.

Descriptions such as “seorang pejabat” never leave their article; bodies keep their name anywhere.
"""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from indexes.name_words import name_words
from indexes.quotes.quote import Quote, Span, SpeakerKind

WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
BODIES = frozenset({SpeakerKind.BODY, SpeakerKind.DOCUMENT})


@dataclass(frozen=True, slots=True)
class Person:
    """One who is quoted: name, articles, roles and bodies as they are written, commonest first.

    `quotes` is how often; `offices` are the roles with the bodies beside them.
    """

    name: str
    quotes: int
    articles: tuple[str, ...]
    roles: tuple[str, ...]
    affiliations: tuple[str, ...]
    offices: tuple[str, ...]


def plain_name(name: str) -> tuple[str, ...]:
    """The words of a name without case, marks, titles before it, and degrees after a comma."""
    apart = unicodedata.normalize("NFKD", name.partition(",")[0])
    bare = "".join(each for each in apart if not unicodedata.combining(each)).casefold()
    found, titles = WORD.findall(bare.replace("’", "'")), name_words().titles
    while len(found) > 1 and found[0] in titles:
        del found[0]
    return tuple(found)


def people(quotes: Iterable[Quote]) -> tuple[Person, ...]:
    """Who is quoted, the most quoted first."""
    within: defaultdict[tuple[str, tuple[str, ...]], list[Quote]] = defaultdict(list)
    for quote in quotes:
        if quote.speaker.canonical:
            within[quote.article_id, plain_name(quote.speaker.canonical)].append(quote)
    across: defaultdict[tuple[str, tuple[str, ...]], list[Quote]] = defaultdict(list)
    for (article_id, words), some in within.items():
        across["" if _everywhere(words, some) else article_id, words] += some
    found = (_person(some) for some in across.values())
    return tuple(sorted(found, key=lambda each: (-each.quotes, each.name, each.articles)))


def _everywhere(words: Sequence[str], quotes: Sequence[Quote]) -> bool:
    """Whether the name means the same in every article."""
    kinds = {quote.speaker.kind for quote in quotes}
    named = (quotes[0].speaker.canonical or "")[:1].isupper()
    return bool(kinds & BODIES) or (named and len(words) > 1 and SpeakerKind.PHRASE not in kinds)


def _person(quotes: Sequence[Quote]) -> Person:
    names = Counter(quote.speaker.canonical or "" for quote in quotes)
    return Person(
        name=names.most_common(1)[0][0],
        quotes=len(quotes),
        articles=tuple(dict.fromkeys(quote.article_id for quote in quotes)),
        roles=_commonest(_text(quote.speaker.role) for quote in quotes),
        affiliations=_commonest(_text(quote.speaker.affiliation) for quote in quotes),
        offices=_commonest(
            " ".join(filter(None, map(_text, (quote.speaker.role, quote.speaker.affiliation))))
            for quote in quotes
        ),
    )


def _text(span: Span | None) -> str:
    return " ".join(span.text.split()) if span else ""


def _commonest(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(form for form, _ in Counter(filter(None, texts)).most_common())
