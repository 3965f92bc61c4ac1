"""What else the news says for a word: a shipped table of our own, in both languages."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from indexes.terms import LANGUAGES, stems

TABLE = Path(__file__).parent / "lexicon" / "thesaurus.tsv"

Stems = tuple[str, ...]


def synonyms(said: Stems, language: str) -> tuple[Stems, ...]:
    """What a text in either language may say for a stem, or for the stems of a phrase.

    Each is one stem, or the stems of a phrase that all have to stand there.
    """
    return tuple(_table().get((language, said), ()))


@cache
def _table() -> Mapping[tuple[str, Stems], Mapping[Stems, None]]:
    """For each word, by language, the others of the lines that it stands in, in order."""
    found: defaultdict[tuple[str, Stems], dict[Stems, None]] = defaultdict(dict)
    for line in TABLE.read_text("utf-8").splitlines():
        together = dict.fromkeys(_words(line))
        for language, said in together:
            found[language, said].update({other: None for _, other in together if other != said})
    return found


def _words(line: str) -> Iterator[tuple[str, Stems]]:
    """The words of a line with their language, as stems: a column a language."""
    for language, cell in zip(LANGUAGES, line.split("\t"), strict=True):
        for word in cell.split(", "):
            if said := tuple(stems(word, language)):
                yield language, said
