"""The project's own questions on the project's own articles, as groups for the ranker."""

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from indexes.indexing import Indexing
from indexes.serving import ServedIndex
from indexes.settings import IndexSettings
from retrieval.hit import Hit
from retrieval.question import parse
from retrieval.training.groups import Group, group

ALIKE = 0.6  # of the longer text, what the shorter must have; as the evaluation judges a citation


def news(sets: Sequence[Path], folder: Path) -> Iterator[Group]:
    """The questions of some sets, each with its articles; follow-ups are left out."""
    settings = IndexSettings.model_validate({"folder": folder})
    Indexing(settings).add([place / "articles" for place in sets])
    with closing(ServedIndex(settings)) as library, library.reading() as index:
        for row in (row for place in sets for row in _rows(place)):
            told = bool(row["gold"])
            question = parse(row["question"])
            source = f"news:{row['article']}"
            yield group(index, question, source, told, _holds(row["gold"]))


def _rows(place: Path) -> Iterator[dict[str, Any]]:
    for file in sorted(place.glob("questions*.jsonl")):
        for line in file.read_text("utf-8").splitlines():
            row = json.loads(line)
            if row["followup_of"] is None and row["kind"] != "summary":
                yield row


def _holds(gold: Sequence[str]) -> Callable[[Hit], bool]:
    return lambda hit: any(_alike(hit.sentence.text, text) for text in gold)


def _alike(one: str, other: str) -> bool:
    shorter, longer = sorted((one.strip(), other.strip()), key=len)
    return shorter in longer and len(shorter) >= ALIKE * len(longer)
