"""`kutip articles …`, as a maintainer types it."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bot.__main__ import app
from indexes.errors import ArticleMissing, IndexMissing, SettingsWrong
from tests.conftest import ARTICLES


@pytest.fixture(autouse=True)
def folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.setenv("INDEXES_FOLDER", str(tmp_path / "index"))
    monkeypatch.setenv("INDEXES_ARTICLES", str(ARTICLES))
    return tmp_path


def kutip(*words: str) -> Result:
    return CliRunner().invoke(app, ["articles", *words])


def told(*words: str) -> object:
    result = kutip(*words, "--json")
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def test_articles_go_in_and_are_listed_shown_checked_and_removed() -> None:
    assert "added: harbour-ferry (harbour-ferry.md)" in kutip("add").output
    assert "Nothing to change" in kutip("add", str(ARTICLES)).output
    assert "gempa-flores" in kutip("list").output
    shown = kutip("show", "gempa-flores").output
    assert "Kantor Berita Kutip" in shown and "2026-03-11" in shown
    assert "   1  Gempa Bermagnitudo 5,8 Guncang Flores Timur" in shown
    assert "whole" in kutip("check").output
    assert kutip("remove", "gempa-flores", "harbour-ferry.md").exit_code == 0
    assert [row["id"] for row in told("list")] == ["harga-beras-cianjur"]  # type: ignore[attr-defined]
    assert "Now serving" in kutip("rollback").output
    assert len(told("list")) == 3  # type: ignore[arg-type]
    assert kutip("versions").output.count("kutip-id-en") == 2
    assert "Now serving" in kutip("rebuild").output


def test_everything_printed_can_be_had_as_json() -> None:
    added = told("add")
    assert added["published"] and len(added["articles"]) == 3  # type: ignore[index]
    article = told("show", "gempa-flores")
    for row in article["sentence_list"]:  # type: ignore[index]
        assert article["text"][row["start"] : row["end"]] == row["text"]  # type: ignore[index]
    assert article["published"] == "2026-03-11"  # type: ignore[index]
    assert told("check")["whole"]  # type: ignore[index]
    assert [row["served"] for row in told("versions")] == [True]  # type: ignore[attr-defined]
    assert told("rebuild")["published"]  # type: ignore[index]
    assert told("rollback")["version"] == added["version"]  # type: ignore[index]
    assert told("remove", "gempa-flores")["published"]  # type: ignore[index]


def test_a_bad_file_is_named_on_standard_error_and_the_exit_code_is_1(folder: Path) -> None:
    (folder / "kosong.txt").touch()
    result = kutip("add", str(ARTICLES), str(folder / "kosong.txt"))
    assert result.exit_code == 1
    assert "kosong.txt" in result.stderr and "Traceback" not in result.stderr
    assert len(told("list")) == 3  # type: ignore[arg-type]


def test_without_an_index_the_way_to_one_is_told() -> None:
    assert isinstance(kutip("list").exception, IndexMissing)


def test_an_unknown_article_is_one_line() -> None:
    kutip("add")
    assert isinstance(kutip("show", "none").exception, ArticleMissing)


def test_a_wrong_setting_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INDEXES_KEEP_VERSIONS", "one")
    result = kutip("add")
    assert isinstance(result.exception, SettingsWrong)
    assert str(result.exception).startswith("INDEXES_KEEP_VERSIONS: ")


def test_titles_are_printed_as_they_are_and_a_pipe_gets_a_line_each(folder: Path) -> None:
    title = "[FOTO] Harga cabai [red] naik [/video] " + "panjang " * 9
    (folder / "foto.txt").write_text(f"{title}\nHarga cabai naik.")
    kutip("add", str(folder / "foto.txt"))
    assert f"{title.strip()}\n" in kutip("list").output.replace(" \n", "\n")


def test_an_empty_path_is_a_usage_error() -> None:
    assert kutip("add", "").exit_code == 2


def test_a_damaged_version_is_still_listed(folder: Path) -> None:
    kutip("add")
    (folder / "index" / "versions" / ".DS_Store").touch()
    next((folder / "index" / "versions").glob("*/manifest.json")).unlink()
    assert "manifest.json cannot be read" in kutip("versions").output


@pytest.mark.parametrize("spoilt", ["a file", "no rights"])
def test_what_the_system_refuses_is_one_line(spoilt: str, folder: Path) -> None:
    (folder / "file").touch()
    where = folder / "file" / "index" if spoilt == "a file" else Path("/proc/kutip")
    run = subprocess.run(
        [sys.executable, "-m", "bot", "articles", "add"],
        cwd=Path(__file__).parents[2],
        env={**os.environ, "INDEXES_FOLDER": str(where)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 2
    assert run.stderr.startswith("kutip: ") and run.stderr.count("\n") == 1
