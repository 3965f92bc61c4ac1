"""A follow-up is asked after its parents, whatever their place in the file."""

from pathlib import Path

import pytest

from retrieval.answer import Answer, Reason, Status
from retrieval.conversation import Turn
from retrieval.question import parse
from tests.evaluation.asking import conversations
from tests.evaluation.questions import Asked, read_file


class Listening:
    """Refuses everything and remembers what was asked after what."""

    def __init__(self) -> None:
        self.heard: list[tuple[str, str | None]] = []

    def answer(self, message: str, last: Turn | None = None) -> Answer:
        self.heard.append((message, last.question.text if last else None))
        question = parse(message)
        return Answer(question, Status.REFUSED, Reason.NOT_STATED, "", (), "fake", "1")


def asked(name: str, parent: str | None = None) -> Asked:
    return Asked(name, "id", "followup", f"Apa itu {name}?", (), False, False, parent, None)


def test_a_chain_is_one_conversation_and_each_question_is_asked_once() -> None:
    listening = Listening()
    chain = [asked("tiga", "dua"), asked("satu"), asked("dua", "satu"), asked("lain", "satu")]
    answers = conversations(listening, chain)
    assert sorted(answers) == ["dua", "lain", "satu", "tiga"]
    assert listening.heard == [
        ("Apa itu satu?", None),
        ("Apa itu dua?", "Apa itu satu?"),
        ("Apa itu tiga?", "Apa itu dua?"),
        ("Apa itu lain?", "Apa itu satu?"),
    ]


def test_a_parent_that_is_missing_is_an_error(tmp_path: Path) -> None:
    file = tmp_path / "questions.jsonl"
    row = '"id": "A", "language": "id", "kind": "what", "question": "Apa?", "gold": [], '
    file.write_text(
        "{" + row + '"answerable": false, "followup_of": "B", "article": null}', "utf-8"
    )
    with pytest.raises(ValueError, match="missing: A"):
        read_file(file)
