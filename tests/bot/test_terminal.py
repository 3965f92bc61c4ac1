"""`kutip chat` without a terminal: lines in, cited answers out."""

from pathlib import Path

import pytest
from rich.console import Console
from rich.text import Text
from typer.testing import CliRunner

from bot.__main__ import app
from bot.reply import Aside, Quote, Words
from bot.terminal import rendered
from indexes.errors import IndexMissing
from indexes.indexing import Indexing
from indexes.settings import IndexSettings
from retrieval.span import Span

ROOT = Path(__file__).parents[2]


@pytest.fixture
def sample_article(monkeypatch: pytest.MonkeyPatch, settings: IndexSettings) -> None:
    Indexing(settings).add([ROOT / "articles"])
    monkeypatch.setenv("INDEXES_FOLDER", str(settings.folder))


def chat(lines: str, *options: str) -> str:
    result = CliRunner().invoke(app, ["chat", *options], input=lines)
    assert result.exit_code == 0, result.output
    return result.output


@pytest.mark.usefixtures("sample_article")
def test_each_line_is_answered_and_the_commands_work() -> None:
    output = chat("Berapa kecepatan kereta yang membawa Kim?\n\n/sumber\n/artikel\n/help\n")
    assert output.count("37 mil per jam. [1]") == 2
    assert "karakter 727–925" in output
    assert "Artikel (1):" in output


@pytest.mark.usefixtures("sample_article")
def test_when_nothing_comes_a_newcomer_sees_the_samples_answered() -> None:
    output = chat("", "--samples")
    assert "> Berapa kecepatan kereta" in output and "37 mil per jam. [1]" in output
    assert chat("") == ""


@pytest.mark.usefixtures("sample_article")
def test_what_is_not_utf8_is_read_all_the_same() -> None:
    result = CliRunner().invoke(app, ["chat"], input=b"Siapa Koffler\xff?\n")
    assert "Koffler" in result.output and result.exit_code == 0


def test_without_an_index_the_way_to_one_is_told() -> None:
    assert isinstance(CliRunner().invoke(app, ["chat"]).exception, IndexMissing)


@pytest.mark.parametrize(
    "block",
    [Words("a [b] c"), Quote(1, "a [b] c"), Aside("a [b] c")],
    ids=["words", "quote", "aside"],
)
def test_brackets_in_a_text_are_no_markup(block: Words | Quote | Aside) -> None:
    assert "a [b] c" in str(rendered(block, wrapped=False))


def test_on_a_terminal_what_answers_is_bold() -> None:
    shown = rendered(Quote(1, "Harga naik dua kali.", Span(11, 19, "dua kali")), wrapped=True)
    assert isinstance(shown, Text)
    assert [(span.start, span.end, span.style) for span in shown.spans] == [(11, 19, "bold")]


def test_on_a_terminal_all_lines_of_an_aside_are_set_in() -> None:
    console = Console(width=30)
    with console.capture() as printed:
        console.print(rendered(Aside("Sebelumnya: " + "kata " * 30), wrapped=True))
    assert all(line.startswith("    ") for line in printed.get().splitlines())
