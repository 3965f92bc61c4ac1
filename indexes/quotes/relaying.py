"""Through whom words came: a medium that cites, or one that carried them."""

from dataclasses import replace

from indexes.quotes.content import Said
from indexes.quotes.cues import cues
from indexes.quotes.draft import Draft
from indexes.quotes.drafting import Drafting
from indexes.quotes.phrase import Phrase, Phrases
from indexes.quotes.quote import SpeakerKind
from indexes.quotes.tail import carried, tail


def cited(
    drafting: Drafting, places: tuple[int, int], said: Said, who: Phrase | None
) -> Draft | None:
    """Reuters melaporkan, mengutip pejabat, bahwa …; Reuters, mengutip pejabat, melaporkan."""
    (first, stop), phrases = places, drafting.phrases
    words, citing = phrases.words, cues().citing
    if words[said.begin].lower in citing:
        origin = phrases.at(said.begin + 1, stop)
        if who is None or origin is None or words[origin.stop].text != ",":
            return None
        cue, through, begin = said.begin, who, origin.stop + 1
        begin += words[begin].lower == "bahwa"
    elif who and who.first and words[who.first - 1].lower in citing:
        cue, origin, begin = who.first - 1, who, said.begin
        medium = phrases.at(first, cue - 1)
        if medium is None or medium.stop != cue - 1 or words[cue - 1].text != ",":
            return None
        through = medium
    else:
        return None
    made = drafting.draft((begin, said.end), cue, origin, "citing")
    return replace(made, addressee=said.addressee, via=(*said.via, through))


def origin(phrases: Phrases, made: Draft, place: tuple[int, int], who: Phrase | None) -> Draft:
    """Reuters melaporkan …, mengutip dua pejabat: they said it, through Reuters."""
    (end, stop), words = place, phrases.words
    number = end + 1
    if who is None or number + 1 >= stop or words[end].text != ",":
        return made
    number += words[number].lower in {"dengan", "sambil"}
    found = phrases.at(number + 1, stop) if words[number].lower in cues().citing else None
    if found is None or found.kind is SpeakerKind.PRONOUN:
        return made
    cue = words[number].start, words[number].end
    return replace(made, phrase=found, cue=cue, via=(*made.via, who))


def between(phrases: Phrases, who: Phrase | None, number: int) -> tuple[Phrase, ...]:
    """Budi, seperti dikutip Yonhap, mengatakan …: through whom, between him and the cue."""
    if who is None or who.stop >= number:
        return ()
    if phrases.words[who.stop].text != "," and not carried(phrases, who.stop):
        return ()
    return tail(phrases, who.stop, number).via
