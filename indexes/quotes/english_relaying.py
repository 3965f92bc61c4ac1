"""Through whom words came: citing officials, as quoted by Reuters, Reuters reported."""

from dataclasses import replace

from indexes.quotes.english_cues import Frame, english_cues
from indexes.quotes.english_draft import EnglishDraft, Verb, span, verbs
from indexes.quotes.english_drafting import EnglishDrafting
from indexes.quotes.english_ending import CITING, ENDS, Region, citing, ending
from indexes.quotes.english_object import object_of
from indexes.quotes.english_source import Source, is_medium
from indexes.quotes.english_subject import subject
from indexes.quotes.words import Words

QUOTED = frozenset({"quoted", "quotes", "cited", "cites"})
FAR = 12  # words of who was quoted, or of a medium and its verb


def relayed(words: Words, draft: EnglishDraft, stop: int) -> EnglishDraft:
    """A draft with those through whom its words came, and with their innermost origin."""
    if draft.source is None:
        return draft
    behind = max(draft.source.stop, words.at(draft.cue[1]))
    for place in sorted({draft.source.stop, behind, max(behind, words.at(draft.end))}):
        told = place >= behind  # else between the source and its verb
        number = _past(words, place, stop)
        if number >= stop:
            continue
        able = citing(words, number, stop) or is_medium(words, draft.source)
        if able and (origin := cited(words, number, stop)):
            return replace(
                draft, source=origin, cue=span(words, number, number + 1), via=(draft.source,)
            )
        medium = _quoting(words, number, stop) or _reporting(words, number, stop)
        if medium and told:
            return replace(draft, via=(medium,))
    return draft


def cited(words: Words, number: int, stop: int) -> Source | None:
    """Who is cited by citing at a word."""
    known = number < stop and words[number].lower in CITING
    return object_of(words, number + 1, stop) if known else None


def _past(words: Words, number: int, stop: int) -> int:
    """The word behind a day and a comma."""
    days = english_cues().groups["days"]
    while number < stop and (words[number].lower in days | {"on"} or words[number].text in ',”"'):
        number += 1
    return number


def _quoting(words: Words, number: int, stop: int) -> Source | None:
    """The medium in as quoted by Reuters."""
    number += words[number].lower == "as"
    if number + 2 >= stop or words[number].lower not in QUOTED | {"reported", "according"}:
        return None
    if words[number].lower == "according":
        return object_of(words, number + 2, stop)
    return object_of(words, number + 2, stop) if words[number + 1].lower == "by" else None


def _reporting(words: Words, number: int, stop: int) -> Source | None:
    """The medium in Reuters reported, at the end of a sentence."""
    if not number or words[number - 1].text != ",":
        return None
    for verb in verbs(words, number, min(stop, number + FAR)):
        if verb.form not in {"reported", "reports", "said", "says"}:
            continue
        source = subject(words, verb.first, number)
        ends = verb.stop >= stop or words[verb.stop].text in ENDS | {","}
        return source if source and source.begin == number and ends else None
    return None


def quoted_as(drafting: EnglishDrafting, verb: Verb, region: Region) -> EnglishDraft | None:
    """Reuters quoted Tolliver as saying that the bridge is closed."""
    words, stop = drafting.words, region.end(verb.stop)
    for number in range(verb.stop + 1, min(stop - 3, verb.stop + FAR)):
        if (words[number].lower, words[number + 1].lower) != ("as", "saying"):
            continue
        origin = object_of(words, verb.stop, number)
        medium = subject(words, verb.first, region.begin(verb.first))
        first = number + 2 + (words[number + 2].lower == "that")
        if origin is None or first + 2 >= stop:
            return None
        place = first, ending(words, first, region)
        draft = drafting.draft(verb, origin, place, "reported-quoted", Frame.CLAUSE)
        return replace(draft, via=(medium,) if medium else ())
    return None
