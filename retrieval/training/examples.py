"""Questions with the passage that they are asked of, and the sentence that answers, if any does."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from indexes.training import reading_comprehension
from indexes.training.reading_comprehension import Questions


@dataclass(frozen=True, slots=True)
class Example:
    """`answer` is None where the passage does not tell; `half` is that of its passage."""

    text: str
    passage: str
    answer: str | None
    half: int


def examples(folder: Path, part: str) -> list[Example]:
    """The questions of "train" or "valid", the unanswerable ones of IDK-MRC among them."""
    read = reading_comprehension
    questions: Questions = read.train(folder, "all") if part == "train" else read.dev(folder)
    answered = [
        Example(each.text, each.passage, each.sentences[each.answer], each.half)
        for each in questions.every()
    ]
    half = {each.passage: each.half for each in answered}
    return [*answered, *_unanswerable(folder, part, half)]


def _unanswerable(folder: Path, part: str, half: dict[str, int]) -> Iterator[Example]:
    for article in json.loads((folder / "qa" / f"idk_{part}.json").read_text("utf-8")):
        passage = article["context"]
        for each in article["qas"]:
            if each["is_impossible"] and passage in half:
                yield Example(each["question"].strip(), passage, None, half[passage])
