"""Who said what, a page at a time: what `/kutipan` shows."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING

from bot.buttons import QUOTES, turns
from bot.reply import Aside, Block, Quote, Reply, Words, described
from prompts import say
from retrieval.said import SpeakerUnknown, Wanted, office_of, quotes_of, ranked

if TYPE_CHECKING:
    from indexes.catalog import Catalog
    from indexes.quotes.quote import Quote as Said

PAGE = 5  # quotes
LONGEST = 300  # characters of a quote that are shown
FITTING = 200  # of a line beside it; so that a page is one message, which a button can change
TURN = re.compile(r"(?:^|\s)(\d{1,4})$")  # the page, behind everything else


def list_quotes(catalog: "Catalog", asked: str, language: str) -> Reply:
    """One page of the quotes of somebody, about something; the nearest one that is there."""
    turn = TURN.search(asked.strip())
    rest = asked.strip()[: turn.start()].strip() if turn else asked.strip()
    wanted = Wanted.read(rest)
    try:
        found = _found(catalog, wanted)
    except SpeakerUnknown as error:
        return Reply.words(_nobody(error, language))
    total = catalog.count("quotes") if found is None else len(found)
    every = _Turning(catalog.ledger() if found is None else found, total, f"{QUOTES}:{rest} ")
    page, pages = every.page(int(turn[1]) if turn else 1), every.pages
    reply = _shown(catalog, every, page, language)
    if pages < 2:
        return reply
    following = " ".join(filter(None, (rest, str(page % pages + 1))))
    turned = say("said_more", language, page=page, pages=pages, next=following)
    return replace(reply, blocks=(*reply.blocks, Words(turned)))


def list_article(
    catalog: "Catalog", article_id: str, page: int, language: str, pressed: str
) -> Reply:
    """One page of who said what in one article; `pressed` is what the buttons that turn it say."""
    quotes = catalog.quotes(article_id)
    every = _Turning(quotes, len(quotes), pressed)
    return _shown(catalog, every, every.page(page), language)


@dataclass(frozen=True, slots=True)
class _Turning:
    """Quotes to be shown a page at a time; `pressed` is what the buttons that turn it say."""

    quotes: Iterable["Said"]
    total: int
    pressed: str

    @property
    def pages(self) -> int:
        return -(-self.total // PAGE)

    def page(self, wanted: int) -> int:
        """That page, or the nearest one that is there."""
        return min(max(wanted, 1), max(self.pages, 1))


def _shown(catalog: "Catalog", every: _Turning, page: int, language: str) -> Reply:
    if not every.total:
        return Reply.words(say("said_none", language))
    skip = (page - 1) * PAGE
    shown = list(islice(every.quotes, skip, skip + PAGE))
    head = Words(say("said", language, number=every.total))
    blocks = (head, *_entries(catalog, shown, skip + 1, language))
    return Reply(blocks, rows=turns(page, every.pages, every.pressed))


def shortened(text: str, longest: int = LONGEST) -> str:
    """The text, or its beginning up to a word's end with a visible mark that it goes on."""
    if len(text) <= longest:
        return text
    whole = text[: longest + 1].rpartition(" ")[0] or text[:longest]
    return f"{whole.rstrip()} …"


def _found(catalog: "Catalog", wanted: Wanted) -> list["Said"] | None:
    """None where all are wanted, so that they need not be read; who is no name is a topic."""
    if wanted == Wanted():
        return None
    try:
        return list(quotes_of(catalog, wanted))
    except SpeakerUnknown:
        if wanted.about or not (about := ranked(catalog, catalog.ledger(), wanted.name)):
            raise
        return about


def _entries(catalog: "Catalog", quotes: list["Said"], first: int, language: str) -> list[Block]:
    """Who said it and how, then the words; below all where they stand."""
    blocks: list[Block] = []
    places = []
    for number, quote in enumerate(quotes, start=first):
        line = shortened(_line(catalog, quote, language), FITTING)
        blocks += [Words(line), Quote(number, shortened(quote.text))]
        article = shortened(described(catalog.article(quote.article_id)), FITTING)
        sentence = quote.sentences[0]
        places.append(say("source", language, number=number, article=article, sentence=sentence))
    return [*blocks, Aside("\n\n".join(places))]


def _line(catalog: "Catalog", quote: "Said", language: str) -> str:
    name = quote.speaker.canonical
    if name is None:
        who = say("said_unknown", language)
    else:
        who = ", ".join(filter(None, (name, office_of(quote, catalog.quotes(quote.article_id)))))
    type_ = say(f"said_{quote.type}", language)
    line = say("said_line", language, speaker=who, type=type_, cue=quote.cue.text)
    media = ", ".join(medium.canonical for medium in quote.via)
    return say("said_via", language, line=line, via=media) if media else line


def _nobody(error: SpeakerUnknown, language: str) -> str:
    if not error.nearest:
        return say("said_nobody", language, who=error.name)
    return say("said_nearest", language, who=error.name, nearest=", ".join(error.nearest))
