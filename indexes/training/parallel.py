"""Sentence pairs of a data folder, each with the name of its set, and those held out from it."""

import random
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

SETS = ("smeru", "ausaid", "bbc", "odb", "panl", "mt")
BILINGUAL = {"smeru": "SMERU-26870", "ausaid": "ausaid-3083", "bbc": "bbc-468", "odb": "odb-9826"}
PANL = ("ECO-{}-150Kw", "INT-{}-150Kw", "SCI-{}-100Kw", "SPO-{}-100Kw")
MT = tuple(
    f"mt_{kind}_{part}" for kind in ("general", "news", "religious") for part in ("valid", "test")
)
HELD_OUT_SEED = 7  # the test pairs are the ones of the project's retrieval experiments
TEST_PANL, TEST_BBC, DEV_PANL = 800, 200, 500


@dataclass(frozen=True, slots=True)
class Pair:
    """A sentence and its translation; `source` is its set, in PANL with the subject: "panl-eco"."""

    source: str
    english: str
    indonesian: str

    @property
    def set_name(self) -> str:
        """The name by which the set is left out."""
        return self.source.partition("-")[0]


@dataclass(frozen=True, slots=True)
class Parallel:
    """Pairs to learn from, to choose on and to test on; no sentence stands in two of them."""

    train: tuple[Pair, ...]
    dev: tuple[Pair, ...]
    test: tuple[Pair, ...]


def read(folder: Path, *, leave_out: Iterable[str] = ()) -> Parallel:
    """The pairs of `folder/parallel`; what is left out is still held out."""
    pairs = _different(_usable(_all_pairs(folder / "parallel")))
    dev, test = _held_out(pairs)
    left_out, sealed = (
        set(leave_out),
        {normalised(text) for pair in (*dev, *test) for text in (pair.english, pair.indonesian)},
    )
    train = (
        pair
        for pair in pairs
        if pair.set_name not in left_out
        and not {normalised(pair.english), normalised(pair.indonesian)} & sealed
    )
    return Parallel(tuple(train), tuple(dev), tuple(test))


def normalised(text: str) -> str:
    """The letters and digits of a text, so that spacing and marks make no difference."""
    plain = unicodedata.normalize("NFKD", text).lower()
    return re.sub(r"[^0-9a-z]+", " ", plain).strip()


def _all_pairs(folder: Path) -> Iterator[Pair]:
    for name, stem in BILINGUAL.items():
        yield from _pairs(name, folder / f"{stem}.en", folder / f"{stem}.id")
    for part in PANL:
        english, indonesian = (folder / f"PANL-BPPT-{part.format(x)}.txt" for x in ("EN", "ID"))
        yield from _pairs(f"panl-{part[:3].lower()}", english, indonesian, encoding="latin-1")
    for stem in MT:
        for pair in _pairs("mt", folder / f"{stem}.en", folder / f"{stem}.id"):
            yield Pair("mt", pair.english.strip('"'), pair.indonesian.strip('"'))


def _pairs(
    source: str, english: Path, indonesian: Path, *, encoding: str = "utf-8"
) -> Iterator[Pair]:
    texts = (file.read_text(encoding, "replace").split("\n") for file in (english, indonesian))
    for sides in zip(*texts, strict=False):  # one file may lack the last line end
        yield Pair(source, *(" ".join(side.split()) for side in sides))


def _usable(pairs: Iterable[Pair]) -> Iterator[Pair]:
    """Those that are no stubs, of similar length, and translated at all."""
    for pair in pairs:
        lengths = len(pair.english), len(pair.indonesian)
        if min(lengths) < 8 or not 0.4 < lengths[0] / lengths[1] < 2.5:
            continue
        if normalised(pair.english) != normalised(pair.indonesian):
            yield pair


def _different(pairs: Iterable[Pair]) -> list[Pair]:
    unique: dict[tuple[str, str], Pair] = {}
    for pair in pairs:
        unique.setdefault((normalised(pair.english), normalised(pair.indonesian)), pair)
    return list(unique.values())


def _held_out(pairs: Sequence[Pair]) -> tuple[list[Pair], list[Pair]]:
    """Development pairs (PANL economy and world) and test pairs (those, and BBC)."""
    news = [
        pair
        for pair in pairs
        if pair.source in ("panl-eco", "panl-int")
        and min(len(pair.english), len(pair.indonesian)) > 40
    ]
    bbc = [pair for pair in pairs if pair.source == "bbc" and len(pair.english) > 25]
    shuffle = random.Random(HELD_OUT_SEED).shuffle
    shuffle(news)
    shuffle(bbc)
    return news[TEST_PANL : TEST_PANL + DEV_PANL], news[:TEST_PANL] + bbc[:TEST_BBC]
