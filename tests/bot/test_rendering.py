"""A reply as messages: whole, in order, and with entities that cover what they should."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.reply import Aside, Block, Quote, Reply, Words
from bot.telegram.cutting import LINE, SENTENCE, SPACE, cut
from bot.telegram.cutting import units as counted
from bot.telegram.rendering import render
from retrieval.span import Span
from tests.bot.bot_api import check, units

FACES = "😀👩‍👩‍👧🇮🇩"
SEEN = st.text(st.sampled_from(f"ab.  \n”é\u0301سلام{FACES}"), max_size=60)
LONG = st.builds(lambda text, times: text * times, SEEN, st.integers(1, 150))
BLOCKS = st.one_of(
    st.builds(Words, LONG), st.builds(Aside, LONG), st.builds(Quote, st.integers(1, 9), LONG)
)


def unspaced(text: str) -> str:
    return re.sub(r"\s+", "", text)


def said(block: Block) -> str:
    return block.text + (f"[{block.number}]" if isinstance(block, Quote) else "")


@given(st.lists(BLOCKS, max_size=6))
@settings(deadline=None, max_examples=150)
def test_messages_fit_and_hold_every_block_in_order(blocks: list[Block]) -> None:
    posts = render(Reply(tuple(blocks)))
    for post in posts:
        check(post.text, [{"offset": e.offset, "length": e.length} for e in post.entities])
    whole = unspaced("".join(post.text for post in posts))
    assert whole == unspaced("".join(said(block) for block in blocks))


@given(st.lists(st.builds(Aside, LONG), max_size=4))
@settings(deadline=None, max_examples=100)
def test_a_fold_covers_exactly_its_aside(asides: list[Aside]) -> None:
    blocks = [block for aside in asides for block in (Words("🌾 kata kami"), aside)]
    covered = ""
    for post in render(Reply(tuple(blocks))):
        raw = post.text.encode("utf-16-le")
        for entity in post.entities:
            covered += raw[2 * entity.offset :][: 2 * entity.length].decode("utf-16-le")
    assert unspaced(covered) == unspaced("".join(aside.text for aside in asides))


@given(LONG, st.integers(2, 300))
@settings(deadline=None)
def test_pieces_are_the_text(text: str, room: int) -> None:
    pieces = list(cut(text, room, between=(LINE, SENTENCE, SPACE)))
    assert "".join(pieces) == text
    assert all(units(piece) <= room for piece in pieces)


@given(st.text())
def test_a_length_is_counted_as_telegram_counts(text: str) -> None:
    assert counted(text) == units(text)


def test_an_answer_is_one_message_with_its_quotes_in_sight() -> None:
    reply = Reply((Words("Terdekat:"), Quote(1, "Harga naik."), Quote(2, "Lagi."), Aside("[1] x")))
    (post,) = render(reply)
    assert post.text == "Terdekat:\n\nHarga naik. [1]\n\nLagi. [2]\n\n[1] x"
    (fold,) = post.entities
    assert (fold.type, fold.offset) == ("expandable_blockquote", post.text.find("[1] x"))


def test_a_quote_that_fits_a_message_is_never_cut() -> None:
    quote = "Kata demi kata. " * 200 + "Selesai."
    posts = render(Reply((Words("x" * 2000), Quote(1, quote))))
    assert [post.text for post in posts] == ["x" * 2000, f"{quote} [1]"]


@given(SEEN, SEEN.filter(str.strip), SEEN)
@settings(deadline=None)
def test_what_answers_is_bold_and_nothing_else(before: str, short: str, after: str) -> None:
    span = Span(len(before), len(before) + len(short), short)
    (post,) = render(Reply((Words("🌾"), Quote(1, before + short + after, span))))
    (bold,) = post.entities
    raw = post.text.encode("utf-16-le")
    covered = raw[2 * bold.offset :][: 2 * bold.length].decode("utf-16-le")
    assert bold.type == "bold" and covered.strip() == short.strip()
    check(post.text, [{"offset": bold.offset, "length": bold.length}])


def test_what_answers_is_bold_in_every_piece_of_a_long_quote() -> None:
    text = "😀 kata " * 1000
    posts = render(Reply((Quote(1, text, Span(0, len(text), text)),)))
    covered = ""
    for post in posts:
        (bold,) = post.entities
        raw = post.text.encode("utf-16-le")
        covered += raw[2 * bold.offset :][: 2 * bold.length].decode("utf-16-le")
    assert len(posts) > 1 and unspaced(covered) == unspaced(text)


def test_a_quote_beyond_a_message_is_cut_at_white_space() -> None:
    quote = " ".join(f"kata{number}" for number in range(1200))
    posts = render(Reply((Quote(3, quote),)))
    assert len(posts) > 1
    assert " ".join(post.text for post in posts) == f"{quote} [3]"


@pytest.mark.parametrize(
    ("text", "first"),
    [("satu dua.\ntiga empat", "satu dua.\n"), ("satu dua. tiga empat", "satu dua. "),
     ("satu dua tiga empat", "satu dua tiga "), ("satuduatigaempatlima", "satuduatigaempa")],
    ids=["after a line", "after a sentence", "after a word", "anywhere else"],
)  # fmt: skip
def test_a_text_is_cut_where_it_hurts_least(text: str, first: str) -> None:
    assert next(cut(text, 15, between=(LINE, SENTENCE, SPACE))) == first


def test_more_folds_than_a_message_may_have_are_spread() -> None:
    posts = render(Reply(tuple(Aside(str(number)) for number in range(150))))
    assert [len(post.entities) for post in posts] == [100, 50]


def test_a_reply_of_nothing_is_no_message() -> None:
    assert render(Reply((Words(" \n"), Aside("")))) == []
