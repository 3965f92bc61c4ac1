"""Questions with the passage, and the sentence in it, that answers them: IDK-MRC and FacQA."""

import ast
import csv
import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from indexes.splitting import split
from indexes.training.parallel import normalised

HALVES = {"all": (0, 1), "half0": (0,), "half1": (1,), "none": ()}
OPENING, CLOSING = "([", ".,;:!?)]%"


@dataclass(frozen=True, slots=True)
class Question:
    """A question and the passage it is asked of; `sentences[answer]` answers it."""

    text: str
    passage: str
    sentences: tuple[str, ...]
    answer: int

    def other_sentences(self) -> tuple[str, ...]:
        """The sentences of the passage that do not answer."""
        return tuple(text for text in self.sentences if text != self.sentences[self.answer])

    @property
    def half(self) -> int:
        """0 or 1, by the passage: models of one half are honest on the questions of the other."""
        return hashlib.sha256(self.passage.encode()).digest()[0] % 2


@dataclass(frozen=True, slots=True)
class Questions:
    """The questions of a split that have an answer, by data set."""

    idk_mrc: tuple[Question, ...]
    facqa: tuple[Question, ...]

    def every(self) -> tuple[Question, ...]:
        """Those of both sets."""
        return (*self.idk_mrc, *self.facqa)


def train(folder: Path, chosen: str) -> Questions:
    """The training questions: "all", "none", or those of "half0" or "half1"."""
    halves = HALVES[chosen]
    facqa = _facqa(folder, "train", without=("test", "valid"))
    return Questions(
        tuple(each for each in _idk_mrc(folder, "train") if each.half in halves),
        tuple(each for each in facqa if each.half in halves),
    )


def dev(folder: Path) -> Questions:
    """The validation questions; no passage or sentence of them is in a test passage of FacQA."""
    return Questions(_idk_mrc(folder, "valid"), _facqa(folder, "valid", without=("test",)))


def test(folder: Path) -> Questions:
    """The test questions, as they were published."""
    return Questions(_idk_mrc(folder, "test"), _facqa(folder, "test", without=()))


def _idk_mrc(folder: Path, part: str) -> tuple[Question, ...]:
    articles = json.loads((folder / "qa" / f"idk_{part}.json").read_text("utf-8"))
    return tuple(
        _question(each["question"].strip(), article["context"], each["answers"][0]["answer_start"])
        for article in articles
        for each in article["qas"]
        if not each["is_impossible"]
        and each["answers"]
        and 0 <= each["answers"][0]["answer_start"] < len(article["context"])
    )


def _facqa(folder: Path, part: str, *, without: Iterable[str]) -> tuple[Question, ...]:
    """The published splits share passages, so a split is read without what others hold."""
    sealed = {
        normalised(text)
        for other in without
        for question in _read_facqa(folder, other)
        for text in (question.passage, *question.sentences)
    }
    return tuple(
        question
        for question in _read_facqa(folder, part)
        if not any(normalised(text) in sealed for text in (question.passage, *question.sentences))
    )


def _read_facqa(folder: Path, part: str) -> Iterator[Question]:
    with (folder / "qa" / f"facqa_{part}.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            question, passage, labels = (ast.literal_eval(cell) for cell in row.values())
            if "B" in labels:
                text, starts = _joined(passage)
                yield _question(_joined(question)[0], text, starts[labels.index("B")])


def _question(text: str, passage: str, answer_start: int) -> Question:
    bounds = split(passage)
    sentences = tuple(passage[each.start : each.end] for each in bounds)
    ended = sum(each.end <= answer_start for each in bounds)
    return Question(text, passage, sentences, min(ended, len(bounds) - 1))


def _joined(tokens: Sequence[str]) -> tuple[str, list[int]]:
    """Tokens as running text, and where each begins."""
    text, starts, quoted, glued = "", [], False, True
    for number, token in enumerate(tokens):
        quote = token in ('"', "``", "''")
        mark = '"' if quote else token
        if not (glued or token in CLOSING or (quote and quoted) or _hyphen(tokens, number)):
            text += " "
        starts.append(len(text))
        text += mark
        glued = token in OPENING or (quote and not quoted) or _hyphen(tokens, number)
        quoted ^= quote
    return text, starts


def _hyphen(tokens: Sequence[str], number: int) -> bool:
    """Whether the token joins two words, as in undang-undang."""
    around = (*tokens[max(0, number - 1) : number], *tokens[number + 1 : number + 2])
    return tokens[number] in "-/" and len(around) == 2 and all(word.isalnum() for word in around)
