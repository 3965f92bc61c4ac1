"""How far one spelling is from another, and which words are not known to be words at all."""

from collections.abc import Iterable

from indexes.terms import LANGUAGES, background

SHORTEST = 4  # letters; shorter words have too many neighbours
LONG = 8  # letters, from which two slips are forgiven


def known(stem: str) -> bool:
    """Whether the news at large uses the stem, in either language."""
    return any(stem in background(language).frequency for language in LANGUAGES)


def nearest(word: str, others: Iterable[str]) -> tuple[str, ...]:
    """Those of the others that fewest slips part from the word, if few enough; in their order.

    The first letter is always meant.
    """
    if len(word) < SHORTEST or not word.isalpha():
        return ()
    best = 2 if len(word) >= LONG else 1
    found: list[str] = []
    letters = set(word)
    for other in others:
        alike = other[:1] == word[0] and abs(len(other) - len(word)) <= best
        if not alike or len(letters ^ set(other)) > 2 * best or other == word:
            continue
        slips = distance(word, other)
        if slips < best:
            best, found = slips, []
        if slips <= best:
            found.append(other)
    return tuple(found)


def distance(one: str, other: str) -> int:
    """Letters left out, added, changed or swapped with their neighbour (Damerau 1964)."""
    before: list[int] = []
    last, row = before, list(range(len(other) + 1))
    for i, letter in enumerate(one, start=1):
        before, last, row = last, row, [i]
        for j, instead in enumerate(other, start=1):
            cost = min(row[-1] + 1, last[j] + 1, last[j - 1] + (letter != instead))
            if i > 1 and j > 1 and one[i - 2] == instead and letter == other[j - 2]:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
    return row[-1]
