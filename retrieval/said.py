"""Who said what, as it is asked for: by name, topic, article, type, cue and date."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from difflib import SequenceMatcher
from functools import cache
from importlib import resources

from indexes.article import Article
from indexes.catalog import Catalog
from indexes.errors import KutipError
from indexes.language import detect
from indexes.quotes.people import plain_name
from indexes.quotes.quote import Quote, QuoteType
from indexes.terms import Term, stems, terms
from indexes.translation import translations

NEAR = 0.7  # of the letters in common; below that a name is no slip of the other
SHOWN = 3  # nearest names
TRANSLATED = 0.8  # of its idf is what a translation of a word counts


@dataclass(frozen=True, slots=True)
class Wanted:
    """What of the ledger is asked for; what is not given does not matter."""

    name: str = ""
    about: str = ""
    article: str | None = None
    type: QuoteType | None = None
    cue: str | None = None
    since: date | None = None

    @classmethod
    def read(cls, text: str) -> "Wanted":
        """What a person types: a name, “tentang …” or “about …”, or both."""
        name, *rest = _about().split(text, maxsplit=1)
        return cls(" ".join(name.split()), " ".join(rest).strip())


class SpeakerUnknown(KutipError):
    """Nobody of that name is quoted; `nearest` are those whose names are most alike."""

    exit_code = 1

    def __init__(self, name: str, nearest: Sequence[str]) -> None:
        meant = f" Nearest: {', '.join(nearest)}." if nearest else ""
        super().__init__(f"Nobody called {name!r} is quoted.{meant} See all: kutip said --people")
        self.name = name
        self.nearest = tuple(nearest)


def quotes_of(catalog: Catalog, wanted: Wanted) -> Iterable[Quote]:
    """The quotes by article and number; those about a topic by how much they are about it."""
    if wanted.article is not None:
        catalog.article(wanted.article)
    cue = wanted.cue.lower() if wanted.cue else None
    quotes = catalog.ledger(
        speaker=called(catalog.speakers(), wanted.name) if wanted.name.strip() else None,
        article=wanted.article,
        type=wanted.type.value if wanted.type else None,
        cue=[cue, cue + "nya"] if cue else None,
    )
    if wanted.since is not None:
        quotes = _since(catalog, quotes, wanted.since)
    return ranked(catalog, quotes, wanted.about) if wanted.about.strip() else quotes


def called(speakers: Iterable[tuple[str, str, str]], name: str) -> list[str]:
    """The full names of those who are called so, in any order of the words, or hold that office."""
    known = list(speakers)
    words = set(plain_name(name))
    by_name = {full for full, spoken, _ in known if words <= _words(full, spoken)}
    by_office = {names[0] for names in known if words <= _words(*names)}
    if words and (found := by_name or by_office):
        return sorted(found)
    raise SpeakerUnknown(name, _nearest({full for full, _, _ in known}, words))


def ranked(catalog: Catalog, quotes: Iterable[Quote], about: str) -> list[Quote]:
    """Those that share words with the topic, in themselves or in their sentences; best first."""
    language = detect(about)
    topic = [_translated(term, language) for term in terms(about, language)]
    found = ((quote, _weight(catalog, quote, topic)) for quote in quotes)
    told = [(weight, quote) for quote, weight in found if weight]
    return [quote for _, quote in sorted(told, key=lambda each: -each[0])]


def sentences_of(catalog: Catalog, quote: Quote) -> str:
    """The sentences in which a quote stands, as they are."""
    found = catalog.sentences(quote.article_id, *quote.sentences)
    return catalog.article(quote.article_id).text[found[0].start : found[-1].end]


def office_of(quote: Quote, article: Iterable[Quote]) -> str:
    """Role and affiliation of the speaker, from this quote or their first in the article."""
    same = (each for each in article if _same_speaker(each, quote))
    for each in (quote, *same):
        told = [span.text for span in (each.speaker.role, each.speaker.affiliation) if span]
        if told:
            return " ".join(told)
    return ""


def _same_speaker(one: Quote, other: Quote) -> bool:
    return one.speaker.canonical is not None and one.speaker.canonical == other.speaker.canonical


@cache
def _about() -> re.Pattern[str]:
    """The words before a topic, from the patterns of questions."""
    table = (resources.files("retrieval") / "lexicon" / "kinds.toml").read_text("utf-8")
    return re.compile(rf"(?:^|\s+){tomllib.loads(table)['parts']['about']}(?:\s+|$)", re.I)


def _since(catalog: Catalog, quotes: Iterable[Quote], day: date) -> Iterator[Quote]:
    """Those of articles of that day or later; what has no date is left out."""

    def late(article: Article) -> bool:
        return article.published is not None and article.published >= day

    return (quote for quote in quotes if late(catalog.article(quote.article_id)))


def _weight(catalog: Catalog, quote: Quote, topic: Sequence[Term]) -> float:
    language = catalog.article(quote.article_id).language
    held = set(stems(f"{quote.text} {sentences_of(catalog, quote)}", language))
    return sum(term.idf * _held(term, held) for term in topic)


def _held(term: Term, held: set[str]) -> float:
    if held.intersection(term.stems):
        return 1.0
    return TRANSLATED if held.intersection(term.translations) else 0.0


def _translated(term: Term, language: str) -> Term:
    found = tuple(each.stem for each in translations(term.stems[0], language))
    return replace(term, translations=found)


def _words(*names: str) -> set[str]:
    """Their words, and those that are a title too."""
    return {word for name in names for word in (*plain_name(name), *name.casefold().split())}


def _nearest(names: Iterable[str], words: Iterable[str]) -> list[str]:
    """The names with the words most like these."""

    def alike(name: str) -> float:
        own = plain_name(name)
        return max(
            (SequenceMatcher(None, mine, word).ratio() for mine in own for word in words),
            default=0.0,
        )

    close = sorted(((alike(name), name) for name in names), reverse=True)
    return [name for likeness, name in close if likeness >= NEAR][:SHOWN]
