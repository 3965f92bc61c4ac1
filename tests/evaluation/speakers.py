"""Whether a predicted speaker is the annotated one, by the words of their names.

Records are dicts in the form of the gold files; a span is `{"start", "end", "text"}`.
"""

import re
from collections.abc import Collection
from typing import Any

from indexes.name_words import name_words

NAME_WORD = re.compile(r"[\w’'\-@]+")
WORD = re.compile(r"\w+")
LONGEST = 12  # words; a clause is no speaker
ADDED = 3  # words of a name more than the full one; more of them is an office
SHARED = 0.5


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


PRONOUNS = _set("ia dia beliau mereka nya he him she her they it")
LINKS = _set("the of and mantan eks calon sh mh se mm msi spd phd")
# alone they tell nobody from anybody
COMMON = _set(
    "muhammad mohammad mohamad mochamad mochammad moch moh muh ahmad achmad siti sri nur tri dwi"
    " eko abdul al bin binti i ni wayan made nyoman ketut m a h s r d"
)

Record = dict[str, Any]
Place = frozenset[int]  # the word tokens of a text that a span covers


def words(text: str | None) -> set[str]:
    """All words of a name or a phrase, in small letters."""
    return {word.casefold() for word in WORD.findall(text or "")}


def name_words_of(text: str | None) -> set[str]:
    """The words that name somebody: capitals but for titles; initials if there is nothing else."""
    found = [word for word in NAME_WORD.findall(text or "") if word[0].isupper() or word[0] == "@"]
    plain = (word.casefold().strip("-’'") for word in found)
    skipped = name_words().titles | PRONOUNS | LINKS
    named = {word for word in plain if word and word not in skipped}
    return {word for word in named if len(word) > 1} or named


def surface(record: Record) -> str | None:
    """The words by which the speaker is named beside the cue."""
    said = record.get("speaker")
    text: str | None = said.get("text") if isinstance(said, dict) else said
    return text


def speaker_right(gold: Record, predicted: Record, places: tuple[Place, Place]) -> bool:
    """Whether the speaker is right; `places` are where the two are named, empty where nowhere."""
    wanted = [name for name in (surface(gold), gold.get("canonical")) if name is not None]
    given = [name for name in (surface(predicted), predicted.get("canonical")) if name is not None]
    if not wanted or not given:
        return wanted == given
    return (
        _same_words(gold, predicted)
        or _same_place(gold, places)
        or _same_name(wanted, gold, given)
        or _same_phrase(wanted, gold, given)
    )


def canonical_counts(gold: Record) -> bool:
    """Whether the full name is a name of two words, so that a short one is less."""
    return len(name_words_of(gold.get("canonical"))) > 1


def canonical_right(gold: Record, predicted: Record) -> bool:
    """Whether the full name is there whole, without an office around it."""
    full = name_words_of(gold.get("canonical"))
    given = name_words_of(predicted.get("canonical") or surface(predicted))
    return bool(full) and full <= given and len(given - full) <= ADDED


def _same_words(gold: Record, predicted: Record) -> bool:
    own, other = (surface(each) for each in (gold, predicted))
    if not own or not other or own.casefold() != other.casefold():
        return False
    return not (gold.get("canonical") and own.casefold() in PRONOUNS)  # "dia" has to be resolved


def _same_place(gold: Record, places: tuple[Place, Place]) -> bool:
    own, other = places
    if not own or not other:
        return False
    if name_words_of(surface(gold)) and share(own, other) >= SHARED:
        return True
    described = gold["speaker"].get("kind") in ("np", "pronoun") or not _names(gold)
    return described and len(own & other) / len(own) >= SHARED


def _same_name(wanted: Collection[str], gold: Record, given: Collection[str]) -> bool:
    short = (name for name in given if len(name.split()) <= LONGEST)
    known = set[str]().union(*map(name_words_of, short))
    common = _names(gold) & known
    forms = [*map(name_words_of, wanted), known]
    return bool(common - COMMON) or (bool(common) and (common in forms or len(common) > 1))


def _same_phrase(wanted: Collection[str], gold: Record, given: Collection[str]) -> bool:
    if _names(gold):
        return False
    told = [n for n in wanted if not (gold.get("canonical") and n.casefold() in PRONOUNS)]
    return any(share(words(one), words(other)) >= SHARED for one in told for other in given)


def _names(gold: Record) -> set[str]:
    return name_words_of(surface(gold)) | name_words_of(gold.get("canonical"))


def share(one: Collection[Any], other: Collection[Any]) -> float:
    """Intersection over union."""
    both = len(set(one) & set(other))
    return both / (len(one) + len(other) - both) if both else 0.0
