"""Whether two ways to call somebody are of one person: short names, nicknames, offices alone."""

import re
from collections.abc import Sequence

from indexes.name_words import name_words

SHORT = {"men": "menteri", "wa": "wakil", "ka": "kepala", "sek": "sekretaris", "dir": "direktur"}
BLEND = 2  # letters at least of each name in a nickname: Zulkifli Hasan, Zulhas
PREFIX = 4  # letters at least of a nickname that begins a name: Risma, Tri Rismaharini
WORD = re.compile(r"[\w’'.-]+")


def bare(name: str) -> tuple[str, ...]:
    """The words of a name without its titles, in small letters."""
    found = [word.lower().replace("’", "'") for word in WORD.findall(name)]
    titles = name_words().titles
    while len(found) > 1 and found[0] in titles:
        del found[0]
    return tuple(found)


def within(few: Sequence[str], many: Sequence[str]) -> bool:
    """Whether all words of the one stand in the other, in their order."""
    rest = iter(many)
    return bool(few) and all(word in rest for word in few)


def nickname(word: str, name: Sequence[str]) -> bool:
    """Whether a word is made of the beginnings of a name, or begins one of its words."""
    if len(name) < 2:
        return False
    if len(word) >= PREFIX and any(each.startswith(word) for each in name):
        return True
    first, last = name[0], name[-1]
    return any(
        first.startswith(word[:cut]) and last.startswith(word[cut:])
        for cut in range(BLEND, len(word) - BLEND + 1)
    )


def same_office(wanted: Sequence[str], office: Sequence[str]) -> bool:
    """Whether every word of the one stands in the other, or it is its short form: menkeu."""
    if wanted[0] == office[0] and all(word in office for word in wanted):
        return True
    short = next((each for each in SHORT if wanted[0].startswith(each)), None)
    if len(wanted) != 1 or short is None or office[0] != SHORT[short]:
        return False
    return len(office) > 1 and office[1].startswith(wanted[0].removeprefix(short)[:3])
