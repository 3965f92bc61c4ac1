"""Quotes inside quotes: through whom the inner one came, and what is said twice by the same one."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from indexes.quotes.draft import Draft
from indexes.quotes.phrase import Phrase
from indexes.quotes.quote import SpeakerKind


def nested(found: Sequence[Draft]) -> Iterator[Draft]:
    """Without what the same one says inside his own report, or the same words twice."""
    kept: list[Draft] = []
    for draft in found:
        outer = next((each for each in kept if each.start <= draft.cue[0] < each.end), None)
        if outer is not None:
            if draft.phrase is None or _same(draft.phrase, outer.phrase):
                continue
            via = (outer.phrase,) if outer.phrase else ()
            draft = replace(draft, via=(*draft.via, *via), outer=outer)
        if not any((each.start, each.end) == (draft.start, draft.end) for each in kept):
            kept = [_carried(each, draft) for each in kept]
            kept.append(draft)
    yield from kept


def _carried(inner: Draft, outer: Draft) -> Draft:
    """X membenarkan …, menurut laporan Y: the words of X came through Y."""
    if outer.phrase is None or not outer.start <= inner.cue[0] < outer.end:
        return inner
    return replace(inner, via=(*inner.via, outer.phrase), outer=outer)


def _same(inner: Phrase, outer: Phrase | None) -> bool:
    if inner is outer:
        return True
    pronoun = inner.kind is SpeakerKind.PRONOUN
    return outer is not None and (pronoun or inner.canonical == outer.canonical)
