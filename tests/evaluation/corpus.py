"""IDK-MRC, FacQA and news pairs as one task: what is asked, of which passages."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from indexes.splitting import split
from indexes.training import parallel, reading_comprehension
from indexes.training.parallel import Pair
from indexes.training.reading_comprehension import Question

Form = tuple[bool, bool, bool, bool]


@dataclass(frozen=True)
class Corpus:
    """Passages that are searched together; one that is there twice is there once."""

    passages: tuple[str, ...]

    @classmethod
    def of(cls, passages: Iterable[str]) -> "Corpus":
        """The different ones of these passages, in their order."""
        return cls(tuple(dict.fromkeys(passages)))

    @cached_property
    def sentences_of(self) -> dict[str, tuple[str, ...]]:
        """The sentences of each passage."""
        return {
            text: tuple(text[each.start : each.end] for each in split(text))
            for text in self.passages
        }

    @cached_property
    def sentences(self) -> tuple[str, ...]:
        """The different sentences of all passages."""
        return tuple(dict.fromkeys(s for some in self.sentences_of.values() for s in some))


@dataclass(frozen=True, slots=True)
class Vain:
    """A question that its passage does not answer."""

    text: str
    passage: str


@dataclass(frozen=True, slots=True)
class Control:
    """How often questions typed alike have an answer, for those that have one and the others."""

    answerable: tuple[float, ...]
    vain: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Task:
    """What one split asks, and of which passages."""

    idk_mrc: tuple[Question, ...]
    facqa: tuple[Question, ...]
    vain: tuple[Vain, ...]
    corpus: Corpus
    pairs: tuple[Pair, ...]
    control: Control


def read(folder: Path, part: str, most: int | None = None) -> Task:
    """The task of "valid" or "test"; FacQA is without the passages that its parts share.

    The passages of the test are those of the experiments: validation ones of IDK-MRC are there too.
    With `most`, everything is cut to try the way, not to measure.
    """
    dev = reading_comprehension.dev(folder)
    asked = reading_comprehension.test(folder) if part == "test" else dev
    idk_mrc, facqa, among = asked.idk_mrc[:most], asked.facqa[:most], dev.idk_mrc[:most]
    vain = [Vain(text.strip(), passage) for text, passage, told in _typed(folder, part) if not told]
    told = [each.passage for each in (*idk_mrc, *facqa, *among)]
    pairs = parallel.read(folder)
    return Task(
        idk_mrc=idk_mrc,
        facqa=facqa,
        vain=tuple(vain[:most]),
        corpus=Corpus.of([*told, *(each.passage for each in vain[:most])]),
        pairs=(pairs.test if part == "test" else pairs.dev)[:most],
        control=control(folder, part),
    )


def form(question: str) -> Form:
    """How a question is typed, whatever it says: its end, its first letter, its spaces."""
    end = question.rstrip()
    return end.endswith("?"), end.endswith(" ?"), question[:1].isupper(), question != end.strip()


def control(folder: Path, part: str) -> Control:
    """Questions of IDK-MRC judged by their typing alone, as its training part is typed."""
    asked: Counter[Form] = Counter()
    told: Counter[Form] = Counter()
    for text, _, answerable in _typed(folder, "train"):
        asked[form(text)] += 1
        told[form(text)] += answerable
    chances = [
        (told[form(text)] / (asked[form(text)] or 1), answerable)
        for text, _, answerable in _typed(folder, part)
    ]
    return Control(
        tuple(chance for chance, answerable in chances if answerable),
        tuple(chance for chance, answerable in chances if not answerable),
    )


def _typed(folder: Path, part: str) -> Iterator[tuple[str, str, bool]]:
    """The questions of IDK-MRC as they are in the file, their passages, and whether they tell."""
    for article in json.loads((folder / "qa" / f"idk_{part}.json").read_text("utf-8")):
        for each in article["qas"]:
            yield each["question"], article["context"], not each["is_impossible"]


def several(questions: Sequence[Question]) -> list[Question]:
    """Those whose passage has more than one sentence: of one, there is nothing to choose."""
    return [each for each in questions if len(each.sentences) > 1]
