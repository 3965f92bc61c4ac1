"""The project's own questions on the project's own articles, as groups for the ranker."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from indexes.article import Sentence
from indexes.index import Index
from indexes.indexing import Indexing
from indexes.serving import ServedIndex
from indexes.settings import IndexSettings
from retrieval.citing import cited
from retrieval.conversation import Turn, resolve
from retrieval.question import Question, parse
from retrieval.reference import Heard
from retrieval.training.groups import Group, Source, group

Row = dict[str, Any]

ALIKE = 0.6  # of the longer text, what the shorter must have; as the evaluation judges a citation


def news(sets: Sequence[Path], folder: Path) -> Iterator[Group]:
    """The questions of some sets with their articles; a follow-up comes after a right answer."""
    articles = [place / "articles" for place in sets]
    with _library(articles, folder) as library, library.reading() as index:
        for file in _files(sets):
            rows = _rows(file)
            for row in rows.values():
                question = _asked(index, row, rows)
                if row["kind"] != "summary" and question.after is None:
                    told, source = bool(row["gold"]), Source("news", row["article"])
                    yield group(index, question, source, told, _holds(row["gold"]))


def absent(sets: Sequence[Path], folder: Path) -> Iterator[Group]:
    """The same questions, but for follow-ups, where the articles of their file are not there."""
    articles = sorted(each for place in sets for each in (place / "articles").iterdir())
    for file in _files(sets):
        rows = _rows(file)
        about = {row["article"] for row in rows.values()}
        there = [each for each in articles if each.stem not in about]
        with _library(there, folder / file.stem) as library, library.reading() as index:
            for row in rows.values():
                if row["kind"] != "summary" and row["article"] and not row["followup_of"]:
                    source = Source("absent", row["article"])
                    yield group(index, parse(row["question"]), source, False, _holds(()))


def _library(articles: Sequence[Path], folder: Path) -> closing[ServedIndex]:
    settings = IndexSettings.model_validate({"folder": folder})
    Indexing(settings).add(articles)
    return closing(ServedIndex(settings))


def _asked(index: Index, row: Row, rows: Mapping[str, Row]) -> Question:
    """A question; a follow-up with what its parents and the sentences that answer them lend it."""
    question = parse(row["question"])
    parent = rows.get(row["followup_of"])
    return resolve(question, _turn(index, parent, rows)) if parent else question


def _turn(index: Index, row: Row, rows: Mapping[str, Row]) -> Turn:
    """A question with the sentence that answers it."""
    question = _asked(index, row, rows)
    holds = _holds(row["gold"])
    every = (s for each in index.catalog.articles() for s in index.catalog.sentences(each.id))
    answer = next(((s,) for s in every if holds(s)), None)
    citations = cited(index, question, [answer] if answer else [])
    return Turn(question, tuple(Heard.of(each) for each in citations))


def _files(sets: Sequence[Path]) -> list[Path]:
    return [file for place in sets for file in sorted(place.glob("questions*.jsonl"))]


def _rows(file: Path) -> dict[str, Row]:
    rows = map(json.loads, file.read_text("utf-8").splitlines())
    return {row["id"]: row for row in rows}


def _holds(gold: Sequence[str]) -> Callable[[Sentence], bool]:
    return lambda sentence: any(_alike(sentence.text, text) for text in gold)


def _alike(one: str, other: str) -> bool:
    shorter, longer = sorted((one.strip(), other.strip()), key=len)
    return shorter in longer and len(shorter) >= ALIKE * len(longer)
