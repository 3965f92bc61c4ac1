"""Who said what, asked for in a chat."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from bot.message import Message, Press
from bot.quoting import PAGE, list_article, list_quotes, shortened
from bot.reply import Aside, Quote, Reply, Words
from bot.telegram.rendering import render
from indexes.article import Article
from indexes.catalog import Catalog
from indexes.splitting import split
from prompts import say
from tests.bot.gallery import real_chat
from tests.indexes.reporter import report

MARKET = (
    "Harga beras naik. “Panen raya belum tiba,” kata pedagang Wulan Sari kepada Kompas. "
    "“Stok beras cukup,” bantah menteri Budi Raya. "
    "“Kami menunggu,” ujar Wulan Sari, dikutip Antara. “Tidak ada penimbunan,” kata dia. "
    "“Ombak reda,” kata Nurdin. "
)


@pytest.fixture
def catalog(tmp_path: Path) -> Iterator[Catalog]:
    with closing(Catalog.create(tmp_path / "catalog.sqlite")) as made:
        for name, text in (("pasar", MARKET), ("kota", MARKET.replace("Sari", "Dewi"))):
            article = Article(name, f"Berita {name}", text, "id", None, None, None, name)
            sentences = [article.sentence(n, b) for n, b in enumerate(split(text), start=1)]
            made.put(article, sentences, [], report(article, sentences))
        yield made


def quoted(reply: Reply) -> list[str]:
    return [block.text for block in reply.blocks if isinstance(block, Quote)]


def test_an_entry_has_speaker_type_cue_words_and_article(catalog: Catalog) -> None:
    blocks = list_quotes(catalog, "Wulan Sari", "id").blocks
    assert blocks == (
        Words("Siapa bilang apa (2):"),
        Words("Wulan Sari, pedagang · kutipan langsung, “kata”"),
        Quote(1, "“Panen raya belum tiba,”"),
        Words("Wulan Sari, pedagang · kutipan langsung, “ujar” · lewat Kantor Antara"),
        Quote(2, "“Kami menunggu,”"),
        Aside("[1] Berita pasar · kalimat 2\n\n[2] Berita pasar · kalimat 4"),
    )


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("Bu wulan", ["“Panen raya belum tiba,”", "“Kami menunggu,”"] * 2),
        ("tentang stok", ["“Stok beras cukup,”"] * 2),
        ("stok", ["“Stok beras cukup,”"] * 2),
        ("Wulan Dewi tentang panen", ["“Panen raya belum tiba,”"]),
        ("Wulan Dewi about panen", ["“Panen raya belum tiba,”"]),
    ],
    ids=["a name", "a topic", "a topic that is no name", "both", "in English"],
)
def test_what_is_asked_for_is_shown(asked: str, expected: list[str], catalog: Catalog) -> None:
    assert quoted(list_quotes(catalog, asked, "id")) == expected


@pytest.mark.parametrize(
    ("asked", "page"),
    [("", 1), ("2", 2), ("9", 2), ("0", 1)],
    ids=["the first", "the second", "beyond the last", "before the first"],
)
def test_a_page_has_its_quotes_and_names_the_next(asked: str, page: int, catalog: Catalog) -> None:
    reply = list_quotes(catalog, asked, "en")
    every = [quote.text for quote in catalog.ledger()]
    assert quoted(reply) == every[PAGE * (page - 1) :][:PAGE]
    more = say("said_more", "en", page=page, pages=2, next=page % 2 + 1)
    assert reply.blocks[-1] == Words(more)


def test_the_next_page_is_of_the_same_quotes(catalog: Catalog) -> None:
    for number in range(3):
        text = MARKET + f"Edisi {number}."
        article = Article(f"x{number}", "Berita", text, "id", None, None, None, f"x{number}")
        sentences = [article.sentence(n, b) for n, b in enumerate(split(text), start=1)]
        catalog.put(article, sentences, [], report(article, sentences))
    more = list_quotes(catalog, "wulan tentang panen", "id").blocks
    assert not any("/kutipan" in block.text for block in more)
    last = list_quotes(catalog, "wulan", "id").blocks[-1]
    assert "/kutipan wulan 2 " in last.text


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("Nurdim", say("said_nearest", "id", who="Nurdim", nearest="Nurdin")),
        ("Xyz", say("said_nobody", "id", who="Xyz")),
        ("tentang sepak bola", say("said_none", "id")),
    ],
    ids=["a slip", "nobody", "no topic of anybody"],
)
def test_what_is_not_there_is_said(asked: str, expected: str, catalog: Catalog) -> None:
    assert list_quotes(catalog, asked, "id") == Reply.words(expected)


def test_who_is_not_sure_is_never_named(catalog: Catalog) -> None:
    lines = [block.text for block in list_quotes(catalog, "tentang penimbunan", "en").blocks]
    assert "unclear who · direct quote, “kata”" in lines


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("satu dua tiga", "satu dua tiga"),
        ("satu dua tigas", "satu dua …"),
        ("a" * 20, "a" * 13 + " …"),
    ],
    ids=["fits", "between words", "one long word"],
)
def test_a_long_quote_is_cut_where_it_can_be_seen(text: str, shown: str) -> None:
    assert shortened(text, 13) == shown


def test_the_buttons_below_turn_the_pages_of_what_was_asked(catalog: Catalog) -> None:
    rows = list_quotes(catalog, "", "id").rows
    assert [(each.label, each.press) for each in rows[0]] == [("◂ 2", "s: 2"), ("2 ▸", "s: 2")]
    pressed = rows[0][0].press.removeprefix("s:")
    assert quoted(list_quotes(catalog, pressed, "id")) == quoted(list_quotes(catalog, "2", "id"))


def test_a_page_of_the_longest_quotes_is_one_message(catalog: Catalog) -> None:
    said = "".join(
        f"“{'panjang sekali ' * 60},” kata {'ketua' * 60} Siti {'Ayu ' * 60}. " for _ in range(9)
    )
    article = Article(
        "x", "Judul " * 40, said, "id", "https://a.b/" + "c" * 400, "S" * 300, None, "x"
    )
    sentences = [article.sentence(n, b) for n, b in enumerate(split(said), start=1)]
    catalog.put(article, sentences, [], report(article, sentences))
    reply = list_quotes(catalog, "Siti", "id")
    assert len(quoted(reply)) == PAGE
    assert len(render(reply)) == 1


def test_an_articles_own_quotes_are_turned_by_buttons_that_name_it(catalog: Catalog) -> None:
    reply = list_article(catalog, "pasar", 1, "id", "w:abc:")
    assert quoted(reply)[0] == "“Panen raya belum tiba,”"
    asides = [block.text for block in reply.blocks if isinstance(block, Aside)]
    assert all("kota" not in text for text in asides)
    pressed = {button.press for row in reply.rows for button in row}
    assert all(each.startswith("w:abc:") for each in pressed)


def test_below_an_answer_stands_who_said_what_in_its_article(tmp_path: Path) -> None:
    with real_chat(tmp_path) as chat:
        answer = chat.turn(Message("7", "Berapa kecepatan kereta yang membawa Kim?"))
        label = say("button_who", "id")
        said = next(b.press for row in answer.rows for b in row if b.label == label)
        pressed = chat.press(Press(said, Message("7", ""), "7:1")).further
        assert pressed is not None
        assert "Kremlin" in "".join(block.text for block in pressed.blocks)
        turned = next(b.press for row in pressed.rows for b in row)
        assert chat.press(Press(turned, Message("7", ""), "7:2")).anew is not None


def test_of_an_answer_that_nobody_knows_the_button_has_expired(tmp_path: Path) -> None:
    with real_chat(tmp_path) as chat:
        pressed = chat.press(Press("w:unknown:0", Message("7", ""), "7:1"))
        assert pressed.note == say("expired", "id")
