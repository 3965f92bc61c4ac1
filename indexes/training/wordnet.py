"""Words with a meaning in common, from the Open Multilingual Wordnet of a data folder."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import combinations
from pathlib import Path

ENGLISH, INDONESIAN = "wn-wikt-eng.tab", "wn-ind.tab"

Lemmas = Mapping[str, tuple[str, ...]]


def translations(folder: Path) -> Iterator[tuple[str, str]]:
    """An English and an Indonesian lemma for each meaning they share; a pair may come again."""
    english, indonesian = _lemmas(folder, ENGLISH), _lemmas(folder, INDONESIAN)
    for synset, words in english.items():
        for word in words:
            yield from ((word, other) for other in indonesian.get(synset, ()))


def synonyms(folder: Path) -> Iterator[tuple[str, str]]:
    """Two Indonesian lemmas of one meaning, in the order of the file."""
    for words in _lemmas(folder, INDONESIAN).values():
        yield from combinations(words, 2)


def _lemmas(folder: Path, name: str) -> Lemmas:
    """The lemmas of each synset; a name such as `rumah_sakit` has its spaces back."""
    found: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for line in (folder / "wordnet" / name).read_text("utf-8").splitlines():
        synset, kind, *lemma = line.split("\t")
        if kind.endswith("lemma"):
            found[synset][lemma[0].replace("_", " ")] = None
    return {synset: tuple(words) for synset, words in found.items()}
