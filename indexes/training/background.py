"""Counts in how many sentences each stem stands: the recipe of indexes/lexicon/background_*.tsv.

    python -m indexes.training.background id FILE... > indexes/lexicon/background_id.tsv

Each file is plain text, a sentence a line; the same line counts once.
"""

import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from indexes.terms import stems

RAREST = 3  # stems in fewer sentences are left out: unseen and nearly unseen weigh the same


def count(sentences: Iterable[str], language: str) -> tuple[int, Counter[str]]:
    """The number of different sentences, and for each stem the number that hold it."""
    frequency: Counter[str] = Counter()
    different = {sentence.strip() for sentence in sentences} - {""}
    for sentence in different:
        frequency.update(set(stems(sentence, language)))
    return len(different), frequency


def main(language: str, files: Iterable[Path]) -> None:
    """Write the table to standard output, the commonest stem first."""
    lines = (line for file in files for line in file.read_text("utf-8").splitlines())
    sentences, frequency = count(lines, language)
    rows = sorted(frequency.items(), key=lambda item: (-item[1], item[0]))
    sys.stdout.write(f"{sentences}\n")
    sys.stdout.writelines(f"{stem}\t{seen}\n" for stem, seen in rows if seen >= RAREST)


if __name__ == "__main__":
    main(sys.argv[1], map(Path, sys.argv[2:]))
