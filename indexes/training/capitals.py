"""Lists the words that the news writes with a capital inside a sentence: lexicon/capitals_*.txt.

    python -m indexes.training.capitals id FILE... > indexes/lexicon/capitals_id.txt

Each file is plain text, a sentence or more a line; the same line counts once. Only words whose stem
stands in the background table are listed: any other word may be a name anyway.
"""

import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from indexes.name_words import name_words
from indexes.terms import background, stems

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
OPENS = re.compile(r"[.!?:“”\"‘(\n*;-]")  # after these a capital says nothing
HEADLINE = 0.6  # of its words with a capital: nor does it in such a line
FEWEST = 2  # times with a capital
SHARE = 0.7  # of all times


def count(lines: Iterable[str]) -> tuple[Counter[str], Counter[str]]:
    """How often each word, in lower case, stands inside sentences with a capital and without."""
    upper: Counter[str] = Counter()
    lower: Counter[str] = Counter()
    for line in {line.strip() for line in lines}:
        for word in _inside(line):
            if len(word) > 1 and word.isupper():
                continue
            (upper if word[0].isupper() else lower)[word.lower()] += 1
    return upper, lower


def listed(upper: Counter[str], lower: Counter[str], language: str) -> list[str]:
    """The words with a capital far more often than without."""
    known = background(language).frequency
    return sorted(
        word
        for word, seen in upper.items()
        if seen >= FEWEST
        and seen >= SHARE * (seen + lower[word])
        and word.isalpha()
        and len(word) > 1
        and word not in name_words().calendar
        and any(stem in known for stem in stems(word, language))
    )


def _inside(line: str) -> Iterator[str]:
    """The words of a line that begin no sentence; none of a headline."""
    found = list(WORD.finditer(line))
    if sum(match[0][0].isupper() for match in found) > HEADLINE * len(found):
        return
    before = 0
    for match in found:
        if before and not OPENS.search(line, before, match.start()):
            yield match[0]
        before = match.end()


def main(language: str, files: Iterable[Path]) -> None:
    """Write the list to standard output."""
    lines = (line for file in files for line in file.read_text("utf-8").splitlines())
    sys.stdout.writelines(f"{word}\n" for word in listed(*count(lines), language))


if __name__ == "__main__":
    main(sys.argv[1], map(Path, sys.argv[2:]))
