"""Who `ia` and `-nya` are: the one who spoke last, or whom the article brought on since."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from operator import itemgetter

from indexes.name_words import name_words
from indexes.quotes.cast import Cast, Person
from indexes.quotes.draft import Draft
from indexes.quotes.heads import THESE, again
from indexes.quotes.phrase import Phrase, Phrases
from indexes.quotes.quote import SpeakerKind

OPENING = 45  # characters at the start of a sentence within which its subject is named
FAR = 3  # sentences; who spoke longer ago is as unsure as anybody
NEAR = 3  # of what Resolved.ago counts: whom "perempuan itu" means was heard of just before
LONG_AGO = 1_000  # words in which a body was named before it is only pointed at
SEVERAL = "mereka"  # means nobody alone
INITIALS = re.compile(r"[A-Z]{1,4}")  # pelaku berinisial AR
UNNAMED = frozenset({"sumber", "informan", "narasumber"})  # sumber itu
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
        elif phrase is not None and (
            phrase.kind is not SpeakerKind.PRONOUN or phrases.words[phrase.first].lower == SEVERAL
        ):
            found = Resolved(draft, phrase.canonical)
            pointed = phrases.words[phrase.stop - 1].lower in THESE | {"ini"}
            unnamed = pointed and phrases.words[phrase.first].lower in UNNAMED
            if unnamed and (name := _unnamed(draft, events)):
                found = Resolved(draft, name, 1)
            elif pointed and (body := _body(phrase, phrases)):
                found = Resolved(draft, body, 1)
            elif phrase.person is None and again(phrases.words, phrase.first):
                last = _last(draft, events, phrases, sentences)
                found = last if last.name and last.ago <= NEAR else found
        else:
            found = _last(draft, events, phrases, sentences)
        known[id(draft)] = found
        yield found


def _body(phrase: Phrase, phrases: Phrases) -> str | None:
    """Kementerian itu: the one body that was named with the word before, not long ago."""
    words = phrases.words
    noun = words[phrase.first].lower
    if phrase.stop - phrase.first != 2 or noun not in name_words().bodies:
        return None
    found = set()
    for number in range(max(0, phrase.first - LONG_AGO), phrase.first - 1):
        if words[number].lower == noun and words[number].capital and words[number + 1].capital:
            named = phrases.at(number, phrase.first)
            if named and named.person is None and named.kind is SpeakerKind.BODY:
                found.add(named.canonical)
    return found.pop() if len(found) == 1 else None


def _unnamed(draft: Draft, events: Sequence[tuple[int, int, str]]) -> str | None:
    """Whom sumber itu means: the last one heard of who keeps his name."""
    place = bisect_left(events, draft.cue[0], key=itemgetter(0))
    before = (name for _, _, name in reversed(events[:place]))
    return next((name for name in before if name.split()[0].lower() in SINGLE), None)


def _last(
    draft: Draft,
    events: Sequence[tuple[int, int, str]],
    phrases: Phrases,
    sentences: Sequence[tuple[int, int]],
) -> Resolved:
    """The one who was heard of last before the cue of a draft."""
    place = bisect_left(events, draft.cue[0], key=itemgetter(0))
    _, end, name = events[place - 1] if place else (0, -1, None)
    acting = _acting(draft, end, phrases, sentences)
    if acting is not None or name is None:
        return Resolved(draft, acting, 1 if acting else 0)
    starts = itemgetter(0)
    here = bisect_right(sentences, draft.start, key=starts)
    ago = max(0, here - bisect_right(sentences, end, key=starts))
    between = phrases.cast.between(end, draft.start)
    rivals = any(p.sure and phrases.cast.canonical(p.text, p.start) != name for p in between)
    return Resolved(draft, name, 1 + min(ago, FAR), rivals)


def _acting(
    draft: Draft, heard: int, phrases: Phrases, sentences: Sequence[tuple[int, int]]
) -> str | None:
    """Who acts in the sentence before, else the only subject of this paragraph's sentences.

    Or the only one whom it names at all; None where somebody has spoken in it before.
    """
    cast = phrases.cast
    paragraph = cast.text.rfind("\n", 0, draft.start) + 1
    if heard >= paragraph:
        return None
    own = draft.phrase  # perempuan yang akrab disapa Yu Tum itu
    end = own.start if own and paragraph <= own.start < draft.start else draft.start
    named = [p for p in cast.between(paragraph, end) if p.sure or _short(cast, p)]
    acting = [p for p in named if p.start - _beginning(sentences, p.start) <= OPENING]
    before = _beginning(sentences, max(paragraph, _beginning(sentences, draft.start) - 1))
    if acting and acting[-1].start >= before:
        return cast.canonical(acting[-1].text, acting[-1].start)
    for some in (acting, named):
        names = {cast.canonical(person.text, person.start) for person in some}
        if some:
            return names.pop() if len(names) == 1 else None
    return None


def _short(cast: Cast, person: Person) -> bool:
    """Whether a name is part of a longer one that the article has."""
    return len(cast.canonical(person.text, person.start)) > len(person.text)


def _beginning(sentences: Sequence[tuple[int, int]], place: int) -> int:
    return sentences[bisect_right(sentences, place, key=itemgetter(0)) - 1][0]


def _person(phrase: Phrase, phrases: Phrases) -> bool:
    """Whether a phrase names one person, whom a pronoun can stand for."""
    if phrase.kind in {SpeakerKind.NAME, SpeakerKind.COREF}:
        return True
    if phrase.kind is SpeakerKind.BODY and phrase.canonical:
        initials = INITIALS.fullmatch(phrase.canonical)
        return bool(initials) and f"inisial {phrase.canonical}" in phrases.cast.text
    opening = phrases.words[phrase.first].lower
    several = phrase.stop - phrase.first > 2 or opening != "salah"  # not: salah satunya
    return phrase.kind is SpeakerKind.PHRASE and opening in SINGLE and several
