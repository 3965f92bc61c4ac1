"""Questions to what the ranker sees: a table of features a question, and which rows answer."""

import random
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from indexes.article import Article
from indexes.building import Build
from indexes.embedding import Embedder
from indexes.index import Index
from retrieval.alignment import Floats
from retrieval.expansion import expanded
from retrieval.features import features
from retrieval.hit import Hit
from retrieval.question import Question, parse
from retrieval.ranking import RANKED
from retrieval.searching import candidates
from retrieval.training.examples import Example

ABSENT = 3  # of so many questions on passages that are not there, one is looked at


@dataclass(frozen=True, slots=True)
class Group:
    """`answers` says of each row whether it answers; `told` whether anything in the index does."""

    source: str
    table: Floats
    answers: NDArray[np.int64]
    told: bool

    @property
    def useful(self) -> bool:
        """Whether a ranker can learn from it."""
        return bool(self.answers.any()) and not bool(self.answers.all())


def group(
    index: Index, question: Question, source: str, told: bool, right: Callable[[Hit], bool]
) -> Group:
    """What the ranker sees of a question."""
    asked = expanded(question)
    hits = candidates(index, asked, RANKED)
    answers = np.array([told and right(hit) for hit in hits], dtype=np.int64)
    return Group(source, features(index, asked, hits), answers, told)


def groups(
    examples: Sequence[Example], embedder: Embedder, folder: Path, source: str
) -> Iterator[Group]:
    """All examples, each asked of an index with half of the passages: so some are not there."""
    passages = list(dict.fromkeys(example.passage for example in examples))
    random.Random(1).shuffle(passages)
    for number, there in enumerate((passages[::2], passages[1::2])):
        index = _indexed(there, embedder, folder / f"{source}{number}")
        with closing(index):
            names = {text: f"a{at}" for at, text in enumerate(there)}
            yield from _asked(index, examples, names, source)


def _asked(
    index: Index, examples: Iterable[Example], names: dict[str, str], source: str
) -> Iterator[Group]:
    for number, example in enumerate(examples):
        name = names.get(example.passage)
        if name is None and (example.answer is None or number % ABSENT):
            continue
        told = name is not None and example.answer is not None
        yield group(index, parse(example.text), source, told, _right(example, name))


def _right(example: Example, name: str | None) -> Callable[[Hit], bool]:
    answer = (example.answer or "").strip()
    return lambda hit: hit.sentence.article_id == name and hit.sentence.text.strip() == answer


def _indexed(passages: Sequence[str], embedder: Embedder, folder: Path) -> Index:
    build = Build(folder, embedder, None)
    articles = [
        Article(f"a{at}", "", text, "id", None, None, None, sha256(text.encode()).hexdigest())
        for at, text in enumerate(passages)
    ]
    build.put(articles, lambda article: None)
    build.finish({f"{article.id}.txt": article.id for article in articles})
    return Index(folder, embedder)
