"""Questions from a JSON Lines file: `{"id", "question", "chat"?}`, other keys are ignored."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from indexes.errors import KutipError
from retrieval.answer import Answer
from retrieval.conversation import Turn


class BatchUnreadable(KutipError):
    """The file, or a line of it, is not what was promised."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One line; lines of the same `chat` are one conversation, in file order."""

    id: object
    question: str
    chat: str | None


@dataclass(frozen=True, slots=True)
class Answered:
    """What came of a line."""

    id: object
    answer: Answer


class Answering(Protocol):
    """Answers a question within a conversation."""

    def answer(self, message: str, last: Turn | None = None) -> Answer:
        """The answer; `last` is what the question may refer to."""


def read_batch(path: Path) -> Iterator[Asked | BatchUnreadable]:
    """Each line as a question, or as what is wrong with it."""
    try:
        lines = path.read_text("utf-8-sig").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise BatchUnreadable(f"{path} cannot be read ({error}). Give a JSON Lines file") from None
    for number, line in enumerate(lines, start=1):
        if line.strip():
            yield _asked(line, f"{path}:{number}")


def answered(
    answerer: Answering, lines: Iterable[Asked | BatchUnreadable]
) -> Iterator[Answered | BatchUnreadable]:
    """The answer to each line, in order; a line without a chat is a conversation of its own."""
    turns: dict[str, Turn] = {}
    for line in lines:
        if isinstance(line, BatchUnreadable):
            yield line
            continue
        last = turns.get(line.chat) if line.chat is not None else None
        answer = answerer.answer(line.question, last)
        if line.chat is not None:
            turns[line.chat] = Turn.after(last, answer)
        yield Answered(line.id, answer)


def _asked(line: str, place: str) -> Asked | BatchUnreadable:
    try:
        row = json.loads(line)
        question, chat = row["question"], row.get("chat")
        if isinstance(question, str):
            return Asked(row.get("id", place), question, None if chat is None else str(chat))
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        pass
    return BatchUnreadable(
        f'{place}: skipped; a line is an object such as {{"id": …, "question": …}}'
    )
