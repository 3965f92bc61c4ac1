"""The translations of stems between Indonesian and English, from a shipped table."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

LEXICON = Path(__file__).parent / "lexicon"
TABLES = {"en": "translations_en_id.tsv", "id": "translations_id_en.tsv"}


@dataclass(frozen=True, slots=True)
class Translation:
    """A stem of the other language; the weight is its share of the translations seen, up to 1."""

    stem: str
    weight: float


def translations(stem: str, language: str) -> tuple[Translation, ...]:
    """The translations of a stem of `language`, the likeliest first; most names have none."""
    found = _table(language).get(stem, "")
    rows = (row.split("\t") for row in found.split("\n") if row)
    return tuple(Translation(other, float(weight)) for other, weight in rows)


@cache
def _table(language: str) -> Mapping[str, str]:
    """Each stem with its rows as text: most of them are never asked for."""
    table: defaultdict[str, str] = defaultdict(str)
    for line in (LEXICON / TABLES[language]).read_text("utf-8").splitlines():
        stem, _, row = line.partition("\t")
        table[stem] += row + "\n"
    return dict(table)
