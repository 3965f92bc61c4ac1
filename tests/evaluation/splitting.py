"""How well sentence ends are found: `python -m tests.evaluation.splitting` prints the table."""

import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from indexes.splitting import split

GOLD = Path(__file__).parents[1] / "indexes" / "splitting_gold.txt"
END = "¦"
_HEADING = re.compile(r"^=== (?P<language>\w+): (?P<hard>.*)\n", re.MULTILINE)

Splitter = Callable[[str], Iterable[int]]


class Item(NamedTuple):
    """A text of the gold set, and the offset after each of its sentences."""

    number: int
    language: str
    hard: str
    text: str
    ends: frozenset[int]


class Score(NamedTuple):
    """Sentence ends found and true, found though false, true though not found."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        return self.right / (self.right + self.wrong or 1)

    @property
    def recall(self) -> float:
        return self.right / (self.right + self.missed or 1)

    @property
    def f1(self) -> float:
        return 2 * self.right / (2 * self.right + self.wrong + self.missed or 1)


def gold(file: Path = GOLD) -> list[Item]:
    """The items in the order of the file, numbered from 1."""
    _, *parts = _HEADING.split(file.read_text("utf-8"))
    rows = zip(parts[::3], parts[1::3], parts[2::3], strict=True)
    return [item(number, *row) for number, row in enumerate(rows, start=1)]


def item(number: int, language: str, hard: str, marked: str) -> Item:
    """Take the marks out of a text and remember where they stood."""
    *stretches, _ = marked.split(END)
    text, ends = "", []
    for stretch in stretches:
        text += stretch
        ends.append(len(text))
    return Item(number, language, hard, text, frozenset(ends))


def halves(items: Sequence[Item]) -> dict[str, list[Item]]:
    """Odd items were there to tune by, even ones only to check."""
    return {
        "dev": [item for item in items if item.number % 2],
        "held-out": [item for item in items if not item.number % 2],
        "all": list(items),
    }


def score(items: Iterable[Item], splitter: Splitter) -> Score:
    """Ends compared one by one; the end of a text is left out, for nobody can miss it."""
    right = wrong = missed = 0
    for each in items:
        last = {len(each.text)}
        found, true = set(splitter(each.text)) - last, each.ends - last
        right += len(found & true)
        wrong += len(found - true)
        missed += len(true - found)
    return Score(right, wrong, missed)


def ours(text: str) -> Iterator[int]:
    """The ends Kutip finds."""
    return (bounds.end for bounds in split(text))


def punkt(text: str) -> Iterator[int]:
    """The ends LlamaIndex finds by default: nltk's punkt, as `llama_index.core` bundles it."""
    from llama_index.core.node_parser.text.utils import split_by_sentence_tokenizer

    offset = 0
    for stretch in split_by_sentence_tokenizer()(text):
        offset = text.index(stretch, offset) + len(stretch)
        yield offset - len(stretch) + len(stretch.rstrip())


def punkt_by_line(text: str) -> Iterator[int]:
    """The same with each line given alone, which spares it headings and lists."""
    offset = 0
    for line in text.splitlines(keepends=True):
        yield from (offset + end for end in punkt(line) if line.strip())
        offset += len(line)


def table(items: Sequence[Item], splitters: Mapping[str, Splitter]) -> Iterator[str]:
    """A line for each splitter and half."""
    yield f"{'splitter':22}{'items':10}{'ends':>6}{'precision':>11}{'recall':>8}{'F1':>8}"
    for name, splitter in splitters.items():
        for half, part in halves(items).items():
            got = score(part, splitter)
            figures = f"{got.precision:11.4f}{got.recall:8.4f}{got.f1:8.4f}"
            yield f"{name:22}{half:10}{got.right + got.missed:6}{figures}"


def main() -> None:
    """Print the table of all splitters."""
    splitters = {"Kutip": ours, "punkt": punkt, "punkt, line by line": punkt_by_line}
    sys.stdout.writelines(line + "\n" for line in table(gold(), splitters))


if __name__ == "__main__":
    main()
