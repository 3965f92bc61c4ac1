"""All articles of all sets in one index, and the questions put to the real answerer."""

import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from indexes.files import find
from indexes.indexing import Indexing
from indexes.serving import ServedIndex
from indexes.settings import IndexSettings
from retrieval.answer import Answer
from retrieval.answering import Answerer
from retrieval.conversation import Turn
from tests.evaluation import judging
from tests.evaluation.judging import Cited
from tests.evaluation.questions import FOLDERS, Asked


class Answering(Protocol):
    """Answers a message within a conversation."""

    def answer(self, message: str, last: Turn | None = None) -> Answer:
        """The answer; `last` is what the message may refer to."""


@dataclass(frozen=True, slots=True)
class Timed:
    """An answer and how long it took."""

    answer: Answer
    seconds: float


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a question got, and what that is worth.

    `hits` says of each citation whether it is gold, `covered` of each gold sentence whether the
    first citations hold it; `verbatim` counts the citations that stand in the file on disk.
    """

    asked: Asked
    answer: Answer
    seconds: float
    right: bool
    hits: tuple[bool, ...]
    covered: tuple[bool, ...]
    verbatim: int
    article_language: str | None

    @property
    def precision(self) -> float:
        """The share of the citations that are gold; 0 where nothing is cited."""
        return sum(self.hits) / len(self.hits) if self.hits else 0.0

    @property
    def cross_lingual(self) -> bool:
        """Whether the article that it is about is in another language."""
        return self.article_language not in (None, self.asked.language)


@dataclass(frozen=True, slots=True)
class Shelf:
    """The files as they lie on disk, and their languages, by the id of the article."""

    files: Mapping[str, str]
    languages: Mapping[str, str]

    @classmethod
    def of(cls, served: ServedIndex) -> "Shelf":
        """The files that an index was made of."""
        with served.reading() as index:
            names = index.catalog.origins()
            languages = {each.id: each.language for each in index.catalog.articles()}
        found = [file for folder in FOLDERS if folder.is_dir() for file in find(folder)[0]]
        return cls({names[each.origin]: each.path.read_text("utf-8") for each in found}, languages)

    def verdict(self, asked: Asked, timed: Timed) -> Verdict:
        """What an answer is worth."""
        answer = timed.answer
        cited = [Cited(each.article.id, each.text) for each in answer.citations]
        shown = judging.texts(asked, cited)
        return Verdict(
            asked=asked,
            answer=answer,
            seconds=timed.seconds,
            right=judging.right(asked, answer.refused, shown),
            hits=tuple(judging.hits(asked, shown)),
            covered=tuple(judging.covered(asked, shown)),
            verbatim=sum(
                self.files[each.article.id][each.start : each.end] == each.text
                for each in answer.citations
            ),
            article_language=self.languages[asked.article] if asked.article else None,
        )


@contextmanager
def library(folder: Path) -> Iterator[ServedIndex]:
    """The articles of all sets, and the sample, in one index in that folder."""
    settings = IndexSettings.model_validate({"folder": folder})
    report = Indexing(settings).add([each for each in FOLDERS if each.is_dir()])
    for fault in report.refused:
        raise fault
    with closing(ServedIndex(settings)) as served:
        yield served


def ask(served: ServedIndex, questions: Sequence[Asked]) -> Iterator[Verdict]:
    """The verdict on each question; a follow-up comes after its parents, in one conversation."""
    shelf = Shelf.of(served)
    answers = conversations(Answerer(served), questions)
    return (shelf.verdict(each, answers[each.id]) for each in questions)


def conversations(answerer: Answering, questions: Sequence[Asked]) -> dict[str, Timed]:
    """The answer to each question by its id; each is asked once, whatever its place in the file."""
    by_id = {each.id: each for each in questions}
    answers: dict[str, Timed] = {}
    turns: dict[str, Turn] = {}

    def turn(asked: Asked) -> Turn:
        if asked.id not in turns:
            last = turn(by_id[asked.followup_of]) if asked.followup_of else None
            start = time.perf_counter()
            answer = answerer.answer(asked.question, last)
            answers[asked.id] = Timed(answer, time.perf_counter() - start)
            turns[asked.id] = Turn.after(last, answer)
        return turns[asked.id]

    for each in questions:
        turn(each)
    return answers
