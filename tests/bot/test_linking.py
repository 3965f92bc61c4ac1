"""Links that open an article at the very sentence, as a browser would read them."""

import re
from urllib.parse import unquote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.linking import fragment_link, page

URL = "https://example.org/beras"
SENTENCE = "Harga naik 5,8 persen - dari Rp 13.900 - di Tasik & Garut."
WORDS = st.sampled_from(
    [
        "harga",
        "naik",
        "Rp",
        "14.500",
        "-",
        "R&D",
        "5,8",
        "“kami",
        "panen”",
        "🌾",
        "سلام",
        "a=b",
        "#1",
    ]
)
SENTENCES = st.lists(WORDS, min_size=1, max_size=40).map(lambda words: f"{' '.join(words)}.")


def found(link: str, text: str) -> str | None:
    """What a browser would show of a page with that text; nothing where the link has no place."""
    _, directive, place = link.partition(":~:text=")
    if not directive:
        return None
    assert not re.search(r"[^A-Za-z0-9_.~!*'()%,]", place), "what is not encoded splits the place"
    start, *end = (unquote(part) for part in place.split(","))
    shown = re.sub(r"\s+", " ", text)
    begin = shown.find(start)
    if not end:
        return shown[begin : begin + len(start)]
    return shown[begin : shown.find(end[0], begin + len(start)) + len(end[0])]


@given(st.lists(SENTENCES, min_size=1, max_size=8), st.data())
@settings(deadline=None, max_examples=200)
def test_a_link_shows_the_sentence_and_nothing_else_or_only_its_page(
    sentences: list[str], data: st.DataObject
) -> None:
    text = data.draw(st.sampled_from([" ", "\n"])).join(sentences)
    wanted = data.draw(st.sampled_from(sentences))
    link = fragment_link(URL, wanted, text)
    assert link.startswith(URL)
    assert found(link, text) in (None, wanted)


def test_what_would_split_a_place_is_encoded() -> None:
    link = fragment_link(URL, SENTENCE, SENTENCE)
    place = link.removeprefix(f"{URL}#:~:text=")
    assert place != link and not set(place) & set("-,&= ")
    assert found(link, f"Judul\n{SENTENCE}") == SENTENCE


def test_a_long_sentence_is_named_by_its_ends() -> None:
    sentence = f"Pada Senin pagi {'harga beras naik lagi ' * 12}menurut para pedagang di pasar."
    link = fragment_link(URL, sentence, f"Judul.\n{sentence}\nSelesai.")
    assert "," in link.partition("text=")[2] and len(link) < 200
    assert found(link, f"Judul.\n{sentence}\nSelesai.") == sentence


@pytest.mark.parametrize(
    ("url", "text", "whole"),
    [
        (URL, "Sama.", "Sama. Lain. Sama."),
        (URL, "…", "…"),
        (f"{URL}.pdf", SENTENCE, SENTENCE),
        (f"{URL}#:~:text=lain", SENTENCE, SENTENCE),
    ],
    ids=["twice in the page", "no word", "no page of a browser", "already has a place"],
)
def test_where_a_place_would_be_wrong_the_page_is_opened(url: str, text: str, whole: str) -> None:
    assert fragment_link(url, text, whole) == url


def test_a_place_follows_the_fragment_that_an_address_has() -> None:
    assert fragment_link(f"{URL}#isi", "Harga naik.", "Harga naik.").startswith(
        f"{URL}#isi:~:text="
    )


@pytest.mark.parametrize(
    "url", [None, "", "beras.txt", "javascript:alert(1)", "file:///etc", "//x"]
)
def test_what_is_no_address_of_a_page_is_no_link(url: str | None) -> None:
    assert page(url) == ""
    assert fragment_link(url, SENTENCE, SENTENCE) == ""
