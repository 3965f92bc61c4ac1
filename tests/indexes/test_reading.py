"""What becomes of a file: its text character for character, or one reason why not."""

import codecs
import os
import tempfile
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexes.errors import ArticleUnreadable
from indexes.reading import Draft, read

NEWS = "Harga beras naik\n\n“Stok aman,” kata Siti – kepala badan itu – di kafé…\n"
ENCODINGS = {
    "utf-8": codecs.BOM_UTF8,
    "utf-16-le": codecs.BOM_UTF16_LE,
    "utf-16-be": codecs.BOM_UTF16_BE,
}
characters = st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("\n\r\t“”"))


def draft(folder: Path, raw: bytes | str, name: str = "a.txt") -> Draft:
    (folder / name).write_bytes(raw.encode() if isinstance(raw, str) else raw)
    return read(folder / name, name, max_bytes=100_000)


def reason(folder: Path, raw: bytes | str) -> str:
    with pytest.raises(ArticleUnreadable) as caught:
        draft(folder, raw)
    assert caught.value.path == folder / "a.txt"
    assert "\n" not in str(caught.value)
    return caught.value.reason


@given(text=characters, encoding=st.sampled_from(sorted(ENCODINGS)))
def test_a_text_is_kept_character_for_character_except_windows_line_ends(
    text: str, encoding: str
) -> None:
    text += "\nDua kata."
    with tempfile.TemporaryDirectory() as folder:
        kept = draft(Path(folder), ENCODINGS[encoding] + text.encode(encoding))
    assert kept.text == text.replace("\r\n", "\n")
    assert kept.encoding == encoding
    assert kept.sha256 == sha256(kept.text.encode()).hexdigest()


@given(characters)
def test_utf_8_needs_no_mark(text: str) -> None:
    text = "Dua kata.\n" + text
    with tempfile.TemporaryDirectory() as folder:
        assert draft(Path(folder), text).text == text.replace("\r\n", "\n")


@given(characters)
def test_a_title_is_never_empty_nor_longer_than_a_line(text: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        title = draft(Path(folder), text + "\nDua kata.").title
    assert 1 <= len(title) <= 120
    assert len(title.splitlines()) == 1


@pytest.mark.parametrize(
    "encoding", ["cp1252", "mac-roman", "utf-16-le", "utf-16-be", "utf-16", "utf-32", "utf-8-sig"]
)
@pytest.mark.parametrize(
    "text",
    [
        NEWS,
        "“Kami mendesak,” kata Kirby.",
        "Menurut José, “begitu”…",
        "Élysée: it’s over",
        "JOSÉ PERGI, “AS” TIDAK",
    ],
)
def test_older_encodings_are_read_without_mojibake(
    text: str, encoding: str, tmp_path: Path
) -> None:
    assert draft(tmp_path, text.encode(encoding)).text == text


def test_another_alphabet_is_not_taken_for_accents(tmp_path: Path) -> None:
    text = "Вашингтон обеспокоен переговорами о поставках оружия"
    assert draft(tmp_path, text.encode("cp1251")).text == text


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (b"", "empty"),
        (b" \r\n\t\n", "empty"),
        (codecs.BOM_UTF8, "empty"),
        (codecs.BOM_UTF16_LE, "empty"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)) * 9, "not text"),
        (b"Harga beras naik.\0", "not text"),
        (b"Harga beras naik lagi. " * 99 + b"\0", "not text"),
        (b"Harga beras \x1b[1m naik \x07 lagi", "not text"),
        (b"%PDF-1.7 " + bytes(range(1, 256)) * 4, "not text"),
        ("“Harga beras naik”".encode()[:-1], "damaged UTF-8"),
        (codecs.BOM_UTF8 + b"Kata \xe9 lagi", "damaged UTF-8"),
        (b"12.000\n13.000\n---\n", "no sentence in it"),
        (b"kata\nkata\n", "no sentence in it"),
        (b"ja " + b"a" * 100_000, "0.2 MB; the limit is 0.1 MB (INDEXES_MAX_MEGABYTES)"),
    ],
)
def test_a_file_that_is_no_article_is_refused_with_a_reason(
    raw: bytes, expected: str, tmp_path: Path
) -> None:
    assert reason(tmp_path, raw).startswith(expected)


def test_random_bytes_are_never_an_article(tmp_path: Path) -> None:
    for _ in range(50):
        assert reason(tmp_path, os.urandom(2_000)) in {
            "not text; save the article as plain text in UTF-8"
        }


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("\n  Harga  beras\tnaik \nKata Siti.", "Harga beras naik"),
        ("Pada 11 September, # Bukan judul.\n\n# **Judul** #\n\nIsi.", "Judul"),
        ("## Kim Jong Un tiba\nIsi berita.", "Kim Jong Un tiba"),
        ("---\n***\nHarga beras naik", "Harga beras naik"),
        ("Kim tiba hari ini.", "Kim tiba hari ini."),
        ("kata " * 20 + "akhir", "kata " * 20 + "akhir"),
        ("kata " * 15 + "akhirnya. Lalu pergi.", "kata " * 14 + "kata…"),
        ("a" * 130 + " kata", "a" * 79 + "…"),
        ("Harga\u200b \x07be\u202eras " + "naik " * 10, "Harga beras" + " naik" * 10),
    ],
    ids=[
        "first line",
        "main heading anywhere",
        "first line is a lower heading",
        "a rule is no title",
        "short sentence",
        "long headline",
        "long beginning is cut at a word",
        "one long word",
        "nothing invisible",
    ],
)
def test_a_text_has_a_title(text: str, title: str, tmp_path: Path) -> None:
    assert draft(tmp_path, text + "\n" + NEWS * 20).title == title


def test_the_sidecar_has_the_last_word(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text('title = "Judul"\nlanguage = "en"\nsource = "Harian"')
    kept = draft(tmp_path, NEWS)
    assert (kept.title, kept.language, kept.source, kept.url) == ("Judul", "en", "Harian", None)


def test_without_a_sidecar_the_text_tells_its_language(tmp_path: Path) -> None:
    assert draft(tmp_path, NEWS).language == "id"
    assert draft(tmp_path, "The price of rice is up, she said.").language == "en"


def test_a_pipe_that_took_the_place_of_a_file_keeps_nobody_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    with pytest.raises(ArticleUnreadable, match="not a regular file"):
        read(tmp_path / "a.txt", "a.txt", max_bytes=100)


def test_a_file_that_vanished_is_said_to_be_gone(tmp_path: Path) -> None:
    with pytest.raises(ArticleUnreadable, match="does not exist"):
        read(tmp_path / "a.txt", "a.txt", max_bytes=100)


def test_a_file_whose_size_is_not_what_the_disk_says_counts_as_changed() -> None:
    growing = Path("/proc/self/status")  # says 0 bytes, holds more
    if not growing.exists():
        pytest.skip("no /proc here")
    with pytest.raises(ArticleUnreadable, match="it changed while it was read"):
        read(growing, "status", max_bytes=100_000)
