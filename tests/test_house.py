"""The rules of the house: what imports what, what lives where, what is complete."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from string import Template

import pytest

from bot.settings import BotSettings
from indexes.settings import IndexSettings, Settings
from prompts import LANGUAGES
from retrieval.settings import RetrievalSettings

ROOT = Path(__file__).parents[1]
FLOORS = {"prompts": 0, "indexes": 1, "retrieval": 2, "bot": 3}
HOMES = {
    "chromadb": ("indexes/vectors.py",),
    "tantivy": ("indexes/keywords.py",),
    "sentence_transformers": (
        "indexes/embedding.py",
        "indexes/training/",
        "retrieval/reranking.py",
    ),
    "llama_index": ("retrieval/llamaindex/", "indexes/embedding.py"),
    "telegram": ("bot/telegram/",),
    "sqlalchemy": ("bot/",),
    "tornado": ("bot/health.py", "bot/telegram/webhook.py"),
    "prometheus_client": ("bot/health.py", "bot/metrics.py"),
    "torch": ("indexes/training/", "retrieval/training/learning.py"),
    "sklearn": (),
}
SETTINGS: tuple[type[Settings], ...] = (BotSettings, IndexSettings, RetrievalSettings)
FILES = sorted(file for floor in FLOORS for file in (ROOT / floor).rglob("*.py"))


def imports(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(ROOT)))
def test_imports_point_down(file: Path) -> None:
    floor = FLOORS[file.relative_to(ROOT).parts[0]]
    above = [name for name in imports(file) if FLOORS.get(name.split(".")[0], -1) > floor]
    assert not above


@pytest.mark.parametrize("library", HOMES)
def test_a_library_lives_in_one_place(library: str) -> None:
    for file in FILES:
        place = file.relative_to(ROOT).as_posix()
        if not place.startswith(HOMES[library]):
            assert library not in {name.split(".")[0] for name in imports(file)}, place


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(ROOT)))
def test_files_and_functions_stay_short(file: Path) -> None:
    text = file.read_text("utf-8")
    assert text.count("\n") <= 250
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert (node.end_lineno or 0) - node.lineno < 40, node.name


def test_the_example_environment_lists_every_setting_with_its_default() -> None:
    listed = re.findall(r"^# (.+)\n#?([A-Z_]+)=(.*)$", (ROOT / ".env.example").read_text(), re.M)
    declared = [
        (field.description, f"{settings.model_config['env_prefix']}{name}".upper(), field.default)
        for settings in SETTINGS
        for name, field in settings.model_fields.items()
    ]
    expected = [(text, name, "" if value is None else str(value)) for text, name, value in declared]
    assert sorted(listed) == sorted(expected)


def test_every_prompt_exists_in_every_language_with_the_same_variables() -> None:
    prompts = {
        language: {
            file.stem: set(Template(file.read_text("utf-8")).get_identifiers())
            for file in (ROOT / "prompts" / language).glob("*.md")
        }
        for language in LANGUAGES
    }
    assert prompts["id"] == prompts["en"]


@pytest.mark.parametrize(
    ("module", "absent"),
    [
        ("retrieval", {"torch", "chromadb", "llama_index", "tantivy"}),
        ("retrieval.answering", {"torch", "chromadb", "llama_index", "tantivy"}),
        ("retrieval.wiring", {"torch", "sklearn", "llama_index", "sentence_transformers"}),
        ("indexes.opening", {"torch", "chromadb", "tantivy", "llama_index"}),
        ("bot.chat", {"torch", "chromadb", "telegram"}),
        ("bot.__main__", {"torch", "chromadb", "telegram", "numpy", "pydantic", "sqlalchemy"}),
    ],
)
def test_imports_are_light(module: str, absent: set[str]) -> None:
    script = f"import sys, {module}; print(*(set(sys.modules) & {absent!r}))"
    run = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert run.stdout.strip() == ""


def test_the_readme_is_short_enough_to_be_read() -> None:
    assert (ROOT / "README.md").read_text("utf-8").count("\n") <= 150
