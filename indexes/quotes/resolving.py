"""Who `ia` and `-nya` are: the one who spoke last, or whom the article brought on since."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from operator import itemgetter

from indexes.quotes.draft import Draft
from indexes.quotes.phrase import Phrase, Phrases
from indexes.quotes.quote import SpeakerKind

FAR = 3  # sentences; who spoke longer ago is as unsure as anybody
SINGLE = frozenset({"seorang", "salah", "seseorang", "sumber", "satu"})  # begin what is one person


@dataclass(frozen=True, slots=True)
class Resolved:
    """A draft and the canonical name of its speaker, None where nobody was named before.

    `ago` counts the sentences since he was heard of, 0 for one who is named beside the cue;
    `rivals` tells whether somebody else was named since then.
    """

    draft: Draft
    name: str | None
    ago: int = 0
    rivals: bool = False


def resolved(
    drafts: Iterable[Draft],
    heard: Iterable[Phrase],
    phrases: Phrases,
    sentences: Sequence[tuple[int, int]],
) -> Iterator[Resolved]:
    """Each draft with its speaker, in the order of their cues.

    `heard` are those who spoke, also where it is not told what.
    """
    ordered = sorted(drafts, key=lambda draft: draft.cue[0])
    spoke = [*heard, *(d.phrase for d in ordered if d.phrase and d.outer is None)]
    events = sorted(
        {(p.start, p.end, p.canonical) for p in spoke if p.canonical and _person(p, phrases)}
    )
    known: dict[int, Resolved] = {}
    for draft in ordered:
        phrase = draft.phrase
        if draft.continues is not None:
            origin = known[id(draft.continues)]
            found = Resolved(draft, origin.name, origin.ago, origin.rivals)
        elif phrase is not None and phrase.kind is not SpeakerKind.PRONOUN:
            found = Resolved(draft, phrase.canonical)
        else:
            found = _last(draft, events, phrases, sentences)
        known[id(draft)] = found
        yield found


def _last(
    draft: Draft,
    events: Sequence[tuple[int, int, str]],
    phrases: Phrases,
    sentences: Sequence[tuple[int, int]],
) -> Resolved:
    """The one who was heard of last before the cue of a draft."""
    place = bisect_left(events, draft.cue[0], key=itemgetter(0))
    if place == 0:
        return Resolved(draft, None)
    _, end, name = events[place - 1]
    starts = itemgetter(0)
    here = bisect_right(sentences, draft.start, key=starts)
    ago = max(0, here - bisect_right(sentences, end, key=starts))
    between = phrases.cast.between(end, draft.start)
    rivals = any(p.sure and phrases.cast.canonical(p.text, p.start) != name for p in between)
    return Resolved(draft, name, 1 + min(ago, FAR), rivals)


def _person(phrase: Phrase, phrases: Phrases) -> bool:
    """Whether a phrase names one person, whom a pronoun can stand for."""
    if phrase.kind in {SpeakerKind.NAME, SpeakerKind.COREF}:
        return True
    opening = phrases.words[phrase.first].lower
    several = phrase.stop - phrase.first > 2 or opening != "salah"  # not: salah satunya
    return phrase.kind is SpeakerKind.PHRASE and opening in SINGLE and several
