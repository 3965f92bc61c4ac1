"""An answer shown again: each citation is checked with the articles as they are now."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.buttons import answer_rows
from bot.memory import Given
from bot.reply import (
    Aside,
    Block,
    Passage,
    Quote,
    Reply,
    Tone,
    Words,
    cited,
    described,
    hedge,
    only_page,
    titled,
)
from bot.verifying import Checked, State, around, check
from prompts import say
from retrieval.answer import Citation, Status
from retrieval.span import Span

if TYPE_CHECKING:
    from indexes.index import Index

REACH = 2  # sentences shown on either side of a citation


def shown_again(index: "Index", given: Given, *, titled_as: str = "") -> Reply:
    """The answer as it was given, and what became of its citations since."""
    if given.status is Status.REFUSED:
        return replace(_refused(given), rows=answer_rows(given), receipt=given.receipt)
    checked = [check(index, place) for place in given.places]
    head = [Words(titled_as, Tone.HEADING)] if titled_as else []
    return Reply(
        (*head, *hedge(given.status, given.language), *_blocks(checked, given.language)),
        rows=answer_rows(given),
        receipt=given.receipt,
        preview=only_page(each.article for each in checked if each.article),
    )


def _refused(given: Given) -> Reply:
    text = say("receipt_refused", given.language, day=given.given.date().isoformat())
    return Reply.words(say("refused", given.language, text=text))


def receipt_title(given: Given) -> str:
    """What a receipt begins with."""
    return say("receipt", given.language, day=given.given.date().isoformat())


def opened(index: "Index", given: Given, number: int) -> Reply | None:
    """One citation among the sentences around it; nothing where they are not there any more."""
    place = next((place for place in given.places if place.number == number), None)
    checked = place and check(index, place)
    if not checked or checked.citation is None:
        return None
    article = checked.citation.article
    head = say("context", given.language, number=number, article=titled(article))
    notes = _notes([checked], given.language)
    return Reply(
        (Words(head, Tone.HEADING), passage(index, checked.citation), *notes),
        rows=answer_rows(given, opened=number),
        receipt=given.receipt,
        preview=only_page([article]),
    )


def passage(index: "Index", citation: Citation) -> Passage:
    """The cited sentences among their neighbours, exactly as the article has them."""
    citation.verify()
    near = around(index, citation, REACH)
    start, end = near[0].start, near[-1].end
    first, last = citation.start - start, citation.end - start
    return Passage(citation.article.text[start:end], Span(first, last, citation.text))


def _blocks(checked: Sequence[Checked], language: str) -> Iterable[Block]:
    """The quotes in their order, what stands around them, what became of the others."""
    whole = [each.citation for each in checked if each.citation]
    *quotes, aside = cited(whole, language) if whole else [Aside("")]
    numbered = {quote.number: quote for quote in quotes if isinstance(quote, Quote)}
    for each in checked:
        place = each.place
        yield numbered.get(place.number) or Quote(place.number, place.text)
    yield from [aside] if whole else []
    yield from _notes(checked, language)


def _notes(checked: Sequence[Checked], language: str) -> list[Block]:
    """What the reader has to know of what has changed, by number."""
    lines = []
    for each in checked:
        name = {State.MOVED: "still_there", State.CHANGED: "source_changed"}.get(each.state)
        if each.state is State.GONE:
            lines.append(f"[{each.place.number}] {say('source_gone', language)}")
        elif name and each.article:
            told = say(name, language, article=described(each.article))
            lines.append(f"[{each.place.number}] {told}")
    return [Words("\n".join(lines), Tone.DOUBT)] if lines else []
