"""Settings are read once, from the environment and from .env; what is wrong is named."""

from pathlib import Path

import pytest

from bot.settings import BotSettings
from indexes.errors import SettingsWrong
from indexes.settings import IndexSettings


def test_nothing_is_required() -> None:
    assert IndexSettings.read().folder == Path("data/index")
    assert BotSettings.read().token is None


def test_the_file_sets_and_the_environment_has_the_last_word(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    Path(".env").write_text("INDEXES_KEEP_VERSIONS=5\nINDEXES_FOLDER=here\nBOT_LANGUAGE=en\n")
    monkeypatch.setenv("INDEXES_FOLDER", "there")
    settings = IndexSettings.read()
    assert (settings.keep_versions, settings.folder) == (5, Path("there"))
    assert BotSettings.read().language == "en"


def test_an_empty_value_is_the_default() -> None:
    Path(".env").write_text("BOT_TOKEN=\nINDEXES_KEEP_VERSIONS=\n")
    assert BotSettings.read().token is None
    assert IndexSettings.read().keep_versions == 3


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("INDEXES_KEEP_VERSIONS=one", "INDEXES_KEEP_VERSIONS: "),
        ("INDEXES_MAX_MEGABYTES=inf", "INDEXES_MAX_MEGABYTES: "),
        ("what is this?", r".*\.env, line 2, is not NAME=value"),
    ],
    ids=["not a number", "no limit", "no setting"],
)
def test_what_is_wrong_is_one_line_that_names_it(line: str, told: str) -> None:
    Path(".env").write_text(f"# settings\n{line}\n")
    with pytest.raises(SettingsWrong, match=told) as wrong:
        IndexSettings.read()
    assert "\n" not in str(wrong.value)


def test_a_file_that_is_not_utf8_is_one_line() -> None:
    Path(".env").write_bytes(b"INDEXES_FOLDER=\xff\n")
    with pytest.raises(SettingsWrong, match="not UTF-8"):
        IndexSettings.read()


def test_a_token_is_never_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOT_TOKEN", "123:whispered")
    assert "whispered" not in repr(BotSettings.read())
