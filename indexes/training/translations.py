"""Translations of stems, learned from sentence pairs: indexes/lexicon/translations_*.tsv.

python -m indexes.training.translations --data FOLDER [--leave-out SET ...] [--out FOLDER]
"""

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from indexes.terms import background, stems
from indexes.training import parallel, wordnet
from indexes.training.alignment import Aligned, align
from indexes.training.parallel import Pair
from indexes.translation import LEXICON, Translation

MOST = 4  # translations of a stem
LEAST = 0.08  # share of a stem's translations below which a translation is chance
BACK = 0.02  # the least share seen from the translation's side: drops what goes with everything
MET = 1.5  # expected meetings below which a pair is chance
FROM_WORDNET = 0.3  # weight of a pair that no text has shown

Table = dict[str, list[Translation]]


@dataclass(frozen=True, slots=True)
class Tables:
    """The translations of English stems, and those of Indonesian ones."""

    en_id: Table
    id_en: Table


def learn(pairs: Iterable[Pair], lemmas: Iterable[tuple[str, str]]) -> Tables:
    """From sentences first; stems that these lack have their lemmas' translations."""
    words = ((stems(pair.english, "en"), stems(pair.indonesian, "id")) for pair in pairs)
    aligned = [pair for pair in align(words) if _worth_keeping(pair)]
    tables = Tables(
        _table((pair.left, pair.right, pair.right_given_left) for pair in aligned),
        _table((pair.right, pair.left, pair.left_given_right) for pair in aligned),
    )
    common = _common_lemmas(lemmas)
    _fill(tables.en_id, common)
    _fill(tables.id_en, {(right, left): count for (left, right), count in common.items()})
    return tables


def write(table: Table, file: Path) -> None:
    """Lines of stem, translation and weight; the stems in order, the heaviest translation first."""
    lines = (
        f"{stem}\t{each.stem}\t{each.weight:.2f}\n"
        for stem, found in sorted(table.items())
        for each in found
    )
    file.write_text("".join(lines), "utf-8")


def _worth_keeping(pair: Aligned) -> bool:
    if not _is_word(pair.left, pair.right) or pair.count < MET:
        return False
    return min(pair.right_given_left, pair.left_given_right) >= BACK


def _is_word(left: str, right: str) -> bool:
    """Neither a number nor the same in both, which needs no table."""
    return left != right and left[0].isalpha() and right[0].isalpha()


def _table(rows: Iterable[tuple[str, str, float]]) -> Table:
    table: defaultdict[str, list[Translation]] = defaultdict(list)
    for stem, translation, share in rows:
        if share >= LEAST:
            table[stem].append(Translation(translation, share))
    return {stem: _heaviest(found) for stem, found in table.items()}


def _heaviest(found: Iterable[Translation]) -> list[Translation]:
    return sorted(found, key=lambda each: (-each.weight, each.stem))[:MOST]


def _common_lemmas(lemmas: Iterable[tuple[str, str]]) -> Mapping[tuple[str, str], int]:
    """Stems of single-word lemmas that news hold, and how many meanings they share."""
    shared: Counter[tuple[str, str]] = Counter()
    for english, indonesian in lemmas:
        left, right = stems(english, "en"), stems(indonesian, "id")
        if len(left) == len(right) == 1 and " " not in english + indonesian:
            shared[left[0], right[0]] += 1
    return {
        (left, right): count
        for (left, right), count in shared.items()
        if _is_word(left, right)
        and left in background("en").frequency
        and right in background("id").frequency
    }


def _fill(table: Table, shared: Mapping[tuple[str, str], int]) -> None:
    """Add the stems that the table lacks, with the words they share most meanings with."""
    lacking: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
    for (stem, translation), count in shared.items():
        if stem not in table:
            lacking[stem].append((-count, translation))
    for stem, found in lacking.items():
        table[stem] = [Translation(each, FROM_WORDNET) for _, each in sorted(found)[:MOST]]


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Learn the translations of stems.")
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--leave-out", nargs="*", choices=parallel.SETS, default=())
    parser.add_argument("--out", type=Path, default=LEXICON)
    return parser.parse_args()


def main(data: Path, leave_out: Iterable[str], out: Path) -> None:
    """Write both tables."""
    pairs = parallel.read(data, leave_out=leave_out).train
    tables = learn(pairs, wordnet.translations(data))
    write(tables.en_id, out / "translations_en_id.tsv")
    write(tables.id_en, out / "translations_id_en.tsv")


if __name__ == "__main__":
    given = _arguments()
    main(given.data, given.leave_out, given.out)
