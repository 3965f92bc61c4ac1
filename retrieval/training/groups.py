"""Questions to what the ranker sees: a table of features a question, and which rows answer."""

import random
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from indexes.article import Article, Sentence
from indexes.building import Build
from indexes.embedding import Embedder
from indexes.index import Index
from retrieval.bearing import bearing
from retrieval.features import Features, features
from retrieval.hit import Hit
from retrieval.question import Question, parse
from retrieval.ranking import RANKED, shares, understood
from retrieval.searching import candidates
from retrieval.training.examples import Example

ABSENT = 3  # of so many questions on passages that are not there, one is looked at


class Source(NamedTuple):
    """`kind` is "news", "absent" (news whose article is not in the index) or "public"."""

    kind: str
    article: str | None = None


PUBLIC = Source("public")


@dataclass(frozen=True, slots=True)
class Group:
    """`answers` says of each row whether it answers; `told` whether anything in the index does.

    `question` is as it was understood, `hits` and the `languages` of their articles are the rows'.
    """

    source: Source
    features: Features
    answers: NDArray[np.int64]
    told: bool
    question: Question
    hits: Sequence[Hit]
    languages: Sequence[str]

    @property
    def useful(self) -> bool:
        """Whether a ranker can learn from it."""
        return bool(self.answers.any()) and not bool(self.answers.all())

    def bearing(self, scores: NDArray[np.floating], at: int) -> Features:
        """What the gate sees of one of the rows, by the ranker's scores of all."""
        told, share = tuple(self.features.rows[at].tolist()), float(shares(scores)[at])
        matches = self.features.matches[at]
        hit = replace(self.hits[at], features=told, share=share, matches=matches)
        return bearing(self.question, hit, self.languages[at])


def group(
    index: Index, question: Question, source: Source, told: bool, right: Callable[[Sentence], bool]
) -> Group:
    """What the ranker sees of a question."""
    asked = understood(index, question)
    hits = candidates(index, asked, RANKED)
    answers = np.array([told and right(hit.sentence) for hit in hits], dtype=np.int64)
    languages = [index.catalog.article(hit.sentence.article_id).language for hit in hits]
    return Group(source, features(index, asked, hits), answers, told, asked, hits, languages)


def groups(examples: Sequence[Example], embedder: Embedder, folder: Path) -> Iterator[Group]:
    """All examples, each asked of an index with half of the passages: so some are not there."""
    passages = list(dict.fromkeys(example.passage for example in examples))
    random.Random(1).shuffle(passages)
    for number, there in enumerate((passages[::2], passages[1::2])):
        index = _indexed(there, embedder, folder / str(number))
        with closing(index):
            names = {text: f"a{at}" for at, text in enumerate(there)}
            yield from _asked(index, examples, names)


def _asked(index: Index, examples: Iterable[Example], names: dict[str, str]) -> Iterator[Group]:
    for number, example in enumerate(examples):
        name = names.get(example.passage)
        if name is None and (example.answer is None or number % ABSENT):
            continue
        told = name is not None and example.answer is not None
        yield group(index, parse(example.text), PUBLIC, told, _right(example, name))


def _right(example: Example, name: str | None) -> Callable[[Sentence], bool]:
    answer = (example.answer or "").strip()
    return lambda sentence: sentence.article_id == name and sentence.text.strip() == answer


def _indexed(passages: Sequence[str], embedder: Embedder, folder: Path) -> Index:
    build = Build(folder, embedder, None)
    articles = [
        Article(f"a{at}", "", text, "id", None, None, None, sha256(text.encode()).hexdigest())
        for at, text in enumerate(passages)
    ]
    build.put(articles, lambda article: None)
    build.finish({f"{article.id}.txt": article.id for article in articles})
    return Index(folder, embedder)
