"""The project's own questions as what the networks are trained on."""

import json
from pathlib import Path

import pytest

from retrieval.training.news import absent, news

RICE = "Harga beras naik di Cianjur.\n\nKenaikan itu terjadi karena gagal panen di lima desa.\n"
QUAKE = "Gempa mengguncang Larantuka.\n\nPusat gempa berada 46 kilometer dari Larantuka.\n"
CAUSE = "Kenaikan itu terjadi karena gagal panen di lima desa."


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A set of two articles and two files of questions."""
    (tmp_path / "set/articles").mkdir(parents=True)
    (tmp_path / "set/articles/beras.txt").write_text(RICE, "utf-8")
    (tmp_path / "set/articles/gempa.txt").write_text(QUAKE, "utf-8")
    _ask(tmp_path / "set/questions-1.jsonl", "beras", "Mengapa harga beras naik?", [CAUSE])
    _ask(tmp_path / "set/questions-2.jsonl", "gempa", "Berapa orang tewas dalam gempa?", [])
    return tmp_path / "set"


def test_a_question_is_asked_of_all_articles(own: Path, tmp_path: Path) -> None:
    told, silent = news([own], tmp_path / "index")
    assert [
        hit.sentence.text for hit, right in zip(told.hits, told.answers, strict=True) if right
    ] == [CAUSE]
    assert told.told and not silent.told and not silent.answers.any()
    assert {hit.sentence.article_id for hit in told.hits} == {"beras", "gempa"}
    assert [each.source for each in (told, silent)] == [("news", "beras"), ("news", "gempa")]


def test_an_absent_article_is_not_there(own: Path, tmp_path: Path) -> None:
    rice, quake = absent([own], tmp_path / "index")
    assert {hit.sentence.article_id for hit in rice.hits} == {"gempa"}
    assert {hit.sentence.article_id for hit in quake.hits} == {"beras"}
    assert not rice.told and not rice.useful
    assert rice.source == ("absent", "beras")


def _ask(file: Path, article: str, question: str, gold: list[str]) -> None:
    row = {"id": article, "kind": "why", "question": question, "gold": gold}
    file.write_text(json.dumps({**row, "article": article, "followup_of": None}) + "\n", "utf-8")
