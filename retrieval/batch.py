"""Questions from a JSON Lines file: `{"id", "question", "chat"?}`, other keys are ignored."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from indexes.errors import KutipError


class BatchUnreadable(KutipError):
    """The file, or a line of it, is not what was promised."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One line; lines of the same `chat` are one conversation, in file order."""

    id: object
    question: str
    chat: str | None


def read_batch(path: Path) -> Iterator[Asked | BatchUnreadable]:
    """Each line as a question, or as what is wrong with it."""
    try:
        lines = path.read_text("utf-8-sig").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise BatchUnreadable(f"{path} cannot be read ({error}). Give a JSON Lines file") from None
    for number, line in enumerate(lines, start=1):
        if line.strip():
            yield _asked(line, f"{path}:{number}")


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
