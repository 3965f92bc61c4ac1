"""Which files of a folder become articles, and what is said about the others."""

import os
import socket
from pathlib import Path

import pytest

from indexes.files import find


def write(path: Path, text: str = "Harga beras naik.") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    return path


def origins(path: Path) -> list[str]:
    return [found.origin for found in find(path)[0]]


def reasons(path: Path) -> list[str]:
    return [error.reason for error in find(path)[1]]


def test_a_folder_gives_its_articles_in_order_by_their_path_below_it(tmp_path: Path) -> None:
    for name in ("b.txt", "a/2024/z.MD", "a/c.TXT"):
        write(tmp_path / name)
    assert origins(tmp_path) == ["a/2024/z.MD", "a/c.TXT", "b.txt"]
    assert reasons(tmp_path) == []


def test_a_file_named_alone_has_its_name_as_origin(tmp_path: Path) -> None:
    article = write(tmp_path / "folder" / "a.txt")
    assert [(found.path, found.origin) for found in find(article)[0]] == [(article, "a.txt")]


def test_hidden_and_other_files_are_passed_over_in_silence(tmp_path: Path) -> None:
    for name in ("a.toml", "photo.png", ".draft.txt", ".git/a.txt", "README"):
        write(tmp_path / name)
    assert find(tmp_path) == ([], [])


def test_a_file_of_another_kind_is_refused_when_it_is_named(tmp_path: Path) -> None:
    assert "no .txt or .md file" in reasons(write(tmp_path / "a.docx"))[0]


def test_a_path_that_does_not_exist_is_said_to(tmp_path: Path) -> None:
    assert reasons(tmp_path / "none.txt") == ["it does not exist; check the path"]


def test_a_name_too_long_for_the_disk_is_an_error_not_a_crash(tmp_path: Path) -> None:
    assert "File name too long" in reasons(tmp_path / ("a" * 300 + ".txt"))[0]


@pytest.mark.parametrize("url", ["https://example.com/a.txt", "HTTP://example.com"])
def test_a_web_address_is_refused_in_one_line(url: str) -> None:
    found, [error] = find(Path(url))
    assert found == []
    assert "web pages are not read yet" in error.reason
    assert "\n" not in str(error)


def test_pipes_and_sockets_are_refused_without_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(tmp_path / "socket.txt"))
        assert [reason.partition(";")[0] for reason in reasons(tmp_path)] == [
            "not a regular file"
        ] * 2
    assert "not a regular file" in reasons(tmp_path / "pipe.txt")[0]


def test_links_out_of_the_folder_are_not_followed(tmp_path: Path) -> None:
    outside = write(tmp_path / "outside" / "secret.txt")
    folder = write(tmp_path / "folder" / "a.txt").parent
    (folder / "b.txt").symlink_to(outside)
    (folder / "more").symlink_to(outside.parent)
    assert origins(folder) == ["a.txt"]
    assert ["leads out of the folder" in reason for reason in reasons(folder)] == [True, True]


def test_links_within_the_folder_are_articles_and_loops_end(tmp_path: Path) -> None:
    (tmp_path / "b.txt").symlink_to(write(tmp_path / "a.txt"))
    (tmp_path / "again").symlink_to(tmp_path)
    (tmp_path / "self.txt").symlink_to("self.txt")
    (tmp_path / "gone.txt").symlink_to("nothing.txt")
    assert origins(tmp_path) == ["a.txt", "b.txt"]
    assert [error.path.name for error in find(tmp_path)[1]] == ["gone.txt", "self.txt"]


@pytest.mark.parametrize(
    "name", [b"two\nlines.txt", b"tab\t.txt", b"latin\xe9.txt"], ids=["newline", "tab", "not UTF-8"]
)
def test_a_name_that_cannot_be_printed_is_refused_in_one_printable_line(
    name: bytes, tmp_path: Path
) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name))
    try:
        write(path)
    except OSError:
        pytest.skip("this disk knows no such names")
    for start in (tmp_path, path):
        found, [error] = find(start)
        assert found == []
        assert str(error).isprintable()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_closed_folder_is_reported_and_the_rest_is_found(tmp_path: Path) -> None:
    closed = write(tmp_path / "closed" / "a.txt").parent
    write(tmp_path / "b.txt")
    closed.chmod(0)
    try:
        assert origins(tmp_path) == ["b.txt"]
        assert "Permission denied" in reasons(tmp_path)[0]
    finally:
        closed.chmod(0o700)
