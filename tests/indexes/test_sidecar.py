"""What a file beside an article may say, and how mistakes in it are named."""

import os
from datetime import date
from pathlib import Path

import pytest

from indexes.errors import ArticleUnreadable
from indexes.quotes.correction import Correction
from indexes.sidecar import Sidecar, beside


def said(folder: Path, toml: str | bytes) -> Sidecar:
    (folder / "a.toml").write_bytes(toml.encode() if isinstance(toml, str) else toml)
    return beside(folder / "a.txt", max_bytes=100_000)


def test_nothing_is_said_where_there_is_no_sidecar(tmp_path: Path) -> None:
    assert beside(tmp_path / "a.txt", max_bytes=100_000) == Sidecar()
    assert beside(tmp_path / ("a" * 252 + ".md"), max_bytes=100_000) == Sidecar()


def test_everything_it_says_is_known(tmp_path: Path) -> None:
    assert said(
        tmp_path,
        'title = " Beras naik "\nurl = "https://example.com/a?b=1"\nsource = "Harian"\n'
        'published = 2023-09-11\nlanguage = "id"\n'
        '[[quotes]]\ntext = "Kami siap"\nspeaker = "Siti"\n[[quotes]]\nstart = 7\ndrop = true\n',
    ) == Sidecar(
        "Beras naik",
        "https://example.com/a?b=1",
        "Harian",
        date(2023, 9, 11),
        "id",
        (Correction("Kami siap", None, "Siti"), Correction(None, 7, None)),
    )


@pytest.mark.parametrize(
    "written",
    ["2023-09-11", "2023-09-11T23:30:00+07:00", '"2023-09-11"', '"2023-09-11T08:00:00Z"'],
    ids=["date", "datetime", "text", "text with time"],
)
def test_a_date_may_be_written_in_several_ways(written: str, tmp_path: Path) -> None:
    assert said(tmp_path, f"published = {written}").published == date(2023, 9, 11)


def test_a_date_may_lie_in_the_future(tmp_path: Path) -> None:
    assert said(tmp_path, "published = 2999-01-01").published == date(2999, 1, 1)


@pytest.mark.parametrize(
    ("toml", "expected"),
    [
        ("title = 5", "title: expected 1 to 300 characters"),
        ('title = " "', "title: expected 1 to 300 characters"),
        (f'title = "{"a" * 10_000}"', "title: expected 1 to 300 characters"),
        ('title = "a\\nb"', "title: expected one line"),
        ("source = []", "source: expected"),
        ('url = "ftp://example.com"', "url: expected a web address"),
        ('url = "https://"', "url: expected a web address"),
        ('url = "http://["', "url: expected a web address"),
        ('url = "https://example.com/a b"', "url: expected a web address"),
        ('url = "javascript:alert(1)"', "url: expected a web address"),
        ('published = "2023-02-30"', "published: expected a date"),
        ("published = 2023-02-30", "published = 2023-02-30"),
        ("published = 08:00:00", "published: expected a date"),
        ("published = true", "published: expected a date"),
        ('language = "fr"', 'language: expected "id" or "en"'),
        ("language = []", 'language: expected "id" or "en"'),
        ('titel = "x"', "unknown key 'titel'"),
        ("quotes = 3", "quotes: expected tables that begin with [[quotes]]"),
        ('[[quotes]]\nspeaker = "Siti"', "quotes: expected tables with text"),
        ('[[quotes]]\ntext = "…"\ndrop = true', "quotes: expected tables with text"),
        ('[[quotes]]\ntext = "a"', "quotes: expected tables with text"),
        ('[[quotes]]\ntext = "a"\nstart = 1\ndrop = true', "quotes: expected tables with text"),
        ("[[quotes]]\nstart = -1\ndrop = true", "quotes: expected tables with text"),
        ('[[quotes]]\nstart = 1\nspeaker = ""', "quotes: expected 1 to 300 characters"),
        ("title", "no valid TOML"),
        ("a = " + "[" * 10_000, "no valid TOML"),
        ("a = " + "9" * 5_000, "no valid TOML"),
        (b"title = '\xe9'", "not UTF-8"),
        ("a" * 200_000, "0.2 MB; the limit is 0.1 MB"),
    ],
)
def test_a_mistake_is_named_with_its_file_and_key(
    toml: str | bytes, expected: str, tmp_path: Path
) -> None:
    with pytest.raises(ArticleUnreadable) as caught:
        said(tmp_path, toml)
    assert caught.value.path == tmp_path / "a.toml"
    assert expected in caught.value.reason
    assert "\n" not in str(caught.value)


def test_a_pipe_in_place_of_a_sidecar_keeps_nobody_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.toml")
    with pytest.raises(ArticleUnreadable, match="not a regular file"):
        beside(tmp_path / "a.txt", max_bytes=100_000)
