"""Kutip inside LlamaIndex programs."""

import asyncio
import contextlib
import io
import re
from pathlib import Path

import pytest

from indexes.indexing import Indexing
from indexes.serving import ServedIndex
from indexes.settings import IndexSettings
from retrieval.answering import Answerer
from retrieval.llamaindex.query_engine import KutipQueryEngine
from retrieval.llamaindex.retriever import KutipRetriever

ROOT = Path(__file__).parents[2]


def test_the_retriever_gives_verbatim_nodes_best_first(library: ServedIndex) -> None:
    nodes = KutipRetriever(library, limit=4).retrieve("Di mana pusat gempa?")
    assert len(nodes) == 4
    assert [node.score for node in nodes] == sorted((n.score for n in nodes), reverse=True)
    with library.reading() as index:
        for found in nodes:
            text = index.catalog.article(found.metadata["article"]).text
            assert text[found.node.start_char_idx : found.node.end_char_idx] == found.text
    assert nodes[0].metadata["url"] == "https://example.org/gempa-flores"


def test_an_unreadable_question_retrieves_nothing(library: ServedIndex) -> None:
    assert KutipRetriever(library).retrieve("😀") == []


def test_the_query_engine_cites(library: ServedIndex) -> None:
    response = KutipQueryEngine(Answerer(library)).query("Berapa warga yang mengungsi?")
    assert "212 warga" in response.source_nodes[0].text
    assert response.source_nodes[0].text in str(response)
    assert response.metadata and response.metadata["status"] == "answered"


def test_the_query_engine_refuses_without_sources(library: ServedIndex) -> None:
    engine = KutipQueryEngine(Answerer(library))
    response = asyncio.run(engine.aquery("Siapa presiden pertama Brasil?"))
    assert response.source_nodes == []
    assert response.metadata and response.metadata["reason"]


def test_the_example_of_the_documentation_runs_as_it_stands(
    monkeypatch: pytest.MonkeyPatch, settings: IndexSettings
) -> None:
    Indexing(settings).add([ROOT / "articles"])
    monkeypatch.setenv("INDEXES_FOLDER", str(settings.folder))
    page = (ROOT / "docs" / "retrieval.md").read_text("utf-8")
    (example,) = re.findall(r"```python\n(.+?)```", page, re.DOTALL)
    with contextlib.redirect_stdout(io.StringIO()) as printed:
        exec(compile(example, "docs/retrieval.md", "exec"), {})
    assert "juru bicara NSC" in printed.getvalue()
    assert "kim-putin-vladivostok" in printed.getvalue()
