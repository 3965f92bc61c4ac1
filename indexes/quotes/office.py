"""The office and the body of somebody, as the words beside the name tell them."""

from collections.abc import Sequence
from typing import NamedTuple

from indexes.name_words import name_words
from indexes.quotes.cues import cues
from indexes.quotes.given_names import bodies
from indexes.quotes.phrase import Phrase, Phrases
from indexes.quotes.words import Word

UNITS = frozenset({"pusat", "biro", "bidang", "divisi", "unit", "satuan", "bagian", "seksi"})
Place = tuple[int, int]


class Office(NamedTuple):
    """Where the role and the affiliation stand in the text; None where nothing tells them."""

    role: Place | None = None
    affiliation: Place | None = None


def office(phrases: Phrases, phrase: Phrase) -> Office:
    """The words before the name of a phrase, or those behind it and a comma."""
    words = phrases.words
    before = list(words.between(phrase.start, phrase.name[0]))
    after = list(words.between(phrase.name[1], phrase.end))
    comma = next((n for n, word in enumerate(after) if word.text == ","), len(after))
    for part in (before, after[comma + 1 :]):
        if found := _split(_bare(part)):
            return found
    return Office()


def _bare(part: Sequence[Word]) -> list[Word]:
    """Without articles before, brackets, and ranks and commas behind."""
    found: list[Word] = []
    for word in part:
        if word.text in {"(", ","} and found:
            break
        found.append(word)
    while found and found[0].lower in cues().phrases["articles"]:
        del found[0]
    titles = name_words().titles
    while len(found) > 1 and (found[-1].lower in titles or found[-1].text in ",()."):
        if found[-1].text not in ",()." and all(word.lower in titles for word in found):
            break
        del found[-1]
    return found


def _split(part: Sequence[Word]) -> Office | None:
    """Kepala Bidang Humas | Polda Metro Jaya: where the first word of a body stands."""
    if not part:
        return None
    first = 1 + (len(part) > 1 and part[1].lower in UNITS)
    cut = next((n for n in range(first, len(part)) if _begins_body(part[n])), len(part))
    role = (part[0].start, part[cut - 1].end)
    rest = part[cut:]
    return Office(role, (rest[0].start, rest[-1].end) if rest else None)


def _begins_body(word: Word) -> bool:
    words = name_words()
    known = word.lower in words.heads or word.lower in words.signs or word.lower in words.places
    acronym = word.text.isupper() and len(word.text) > 1
    body = word.lower in bodies() and word.lower != "humas"  # an office, of a body that follows
    return word.capital and (known or acronym or body)
