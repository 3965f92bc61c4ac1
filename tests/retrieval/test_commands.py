"""`kutip ask`, as an analyst types it or scripts against it."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bot.__main__ import app
from indexes.indexing import Indexing
from indexes.settings import IndexSettings
from prompts import say
from retrieval.batch import BatchUnreadable
from tests.conftest import ARTICLES

KEYS = {
    "question", "language", "status", "refused", "reason", "answer", "citations", "writer",
    "index_version",
}  # fmt: skip


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("asked") / "index"
    Indexing(IndexSettings(folder=folder)).add([ARTICLES])
    return folder


@pytest.fixture(autouse=True)
def of_that_folder(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INDEXES_FOLDER", str(folder))


def ask(*words: str) -> Result:
    return CliRunner().invoke(app, ["ask", *words])


def test_an_answer_shows_the_sentence_its_number_and_its_place() -> None:
    output = ask("Di mana pusat gempa?").output
    assert "46 kilometer di timur laut Larantuka, pada kedalaman 12 kilometer. [1]" in output
    assert "(gempa-flores, " in output


def test_a_refused_question_is_an_answer() -> None:
    result = ask("Siapa presiden pertama Brasil?")
    assert result.exit_code == 0
    assert "rtikel" in result.output and "[1]" not in result.output


def test_an_answer_that_is_not_sure_says_so() -> None:
    questions = ("Siapa wakil kepala BMKG?", "Berapa nelayan yang hilang?", "Apakah bupati mundur?")
    for question in questions:
        row = json.loads(ask(question, "--json").stdout)
        told = say("uncertain", "id") in ask(question).output
        assert told == (row["status"] == "uncertain")


def test_json_is_one_object_with_the_promised_keys() -> None:
    row = json.loads(ask("Berapa", "warga", "mengungsi?", "--json").stdout)
    assert set(row) == KEYS
    assert set(row["citations"][0]) == {
        "number", "article", "title", "start", "end", "text", "short", "antecedent",
    }  # fmt: skip
    assert (row["status"], row["refused"], row["reason"]) == ("answered", False, None)


def test_the_ledger_has_what_the_articles_quote_word_for_word() -> None:
    output = CliRunner().invoke(app, ["said", "pak ujang", "--json"]).stdout
    row = json.loads(output.splitlines()[0])
    text = (ARTICLES / "harga-beras-cianjur.txt").read_text("utf-8")
    assert (row["canonical"], row["article"]) == ("Ujang Sobari", "harga-beras-cianjur")
    assert text[row["start"] : row["end"]] == row["text"] != ""


def test_a_batch_answers_each_line_in_order_and_keeps_its_id(tmp_path: Path) -> None:
    questions = [
        {"id": "q1", "question": "Di mana pusat gempa?", "chat": "c", "gold": "ignored"},
        {"id": "q2", "question": "Who is the harbour master?\u2028"},
        {"id": "q3", "question": "😀"},
    ]
    file = tmp_path / "q.jsonl"
    file.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in questions) + "\n\n")
    result = ask("--batch", str(file), "--json")
    rows = [json.loads(line) for line in result.stdout.splitlines()]
    assert [row["id"] for row in rows] == ["q1", "q2", "q3"]
    assert [row["refused"] for row in rows] == [False, False, True]
    assert set(rows[0]) == KEYS | {"id"}
    assert result.exit_code == 0


def test_a_follow_up_is_answered_within_its_chat(tmp_path: Path) -> None:
    chats = [("c", "Siapa yang menetapkan masa tanggap darurat?"), ("c", "Berapa lama?")]
    rows = [{"id": n, "question": text, "chat": chat} for n, (chat, text) in enumerate(chats)]
    file = tmp_path / "q.jsonl"
    file.write_text("\n".join(map(json.dumps, rows)))
    _, follow_up = map(json.loads, ask("--batch", str(file), "--json").stdout.splitlines())
    assert "tujuh hari" in follow_up["citations"][0]["text"]
    assert follow_up["question"] == "Berapa lama?"


def test_a_bad_line_is_named_and_the_others_are_answered(tmp_path: Path) -> None:
    file = tmp_path / "q.jsonl"
    file.write_text('{"id": "a"}\nnot json\n[1]\n{"id": "b", "question": "Di mana gempa?"}')
    result = ask("--batch", str(file), "--json")
    assert [json.loads(line)["id"] for line in result.stdout.splitlines()] == ["b"]
    assert [line.split(": ")[1] for line in result.stderr.splitlines()] == [
        f"{file}:{number}" for number in (1, 2, 3)
    ]
    assert result.exit_code == 1


def test_a_missing_batch_file_is_one_line(tmp_path: Path) -> None:
    assert isinstance(ask("--batch", str(tmp_path / "none")).exception, BatchUnreadable)


def test_neither_or_both_of_question_and_batch_is_a_usage_error(tmp_path: Path) -> None:
    assert ask().exit_code == 2
    assert ask("Apa?", "--batch", str(tmp_path)).exit_code == 2
