"""No text breaks the reading of quotes, and every span of every quote holds."""

import random

import pytest

from indexes.article import Article
from indexes.quotes.reading import read_quotes
from indexes.quotes.rows import in_place, quote_of, row
from indexes.splitting import split
from tests.conftest import ARTICLES

MARKS = ["“", "”", '"', "‘", "’", "«", "»", "„", "'", "“”", "“ ”", "”“"]
CUES = [
    "kata", "katanya", "ujar", "Menurut", "menurut", "mengatakan", "bahwa", "mengutip", "dikutip",
    "kepada", "-nya", "said", "according to", "told", "denied that",
]  # fmt: skip
NAMES = [
    "Budi Raya", "Presiden", "Wulan", "PT Maju Tbk.", "AP", "dia", "Ia", "Rp 4.000", "H.", "Mr.",
]  # fmt: skip
STRANGE = ["\u200b", "\u200f", "\u202e", "\u0301", "\ufeff", "\u2028", "\x00", "\x85", "\t", "😀",
           "مرحبا", "שלום", "中文", "𝔘", "\U0010ffff", "ﬁ", "İ", "ß"]  # fmt: skip
ENDS = [
    ".",
    "?",
    "!",
    "…",
    ",",
    ", ",
    ": ",
    "; ",
    "\n",
    "\n\n",
    "\r",
    " ",
    "  ",
    "(",
    ")",
    "—",
    "-",
]
PIECES = [*MARKS, *CUES, *NAMES, *STRANGE, *ENDS]

LONG = 20_000  # characters of a line; the slow one has 100,000
BROKEN = 400  # characters of an article that breaks off
NEWS = [file.read_text("utf-8") for file in sorted(ARTICLES.glob("*.[tm][xd]*"))]


def hold(text: str, language: str) -> int:
    article = Article("x", "x", text, language, None, None, None, "")
    sentences = [article.sentence(n, bounds) for n, bounds in enumerate(split(text), start=1)]
    quotes = read_quotes(article, sentences)
    for number, quote in enumerate(quotes, start=1):
        assert quote.number == number
        assert in_place(quote, article)
        assert 1 <= quote.sentences[0] <= quote.sentences[1] <= len(sentences)
        assert 0 <= quote.confidence <= 1
        assert quote_of(article, row(quote)) == quote
    return len(quotes)


def confused(chance: random.Random) -> str:
    """Pieces of speech in no order, or a real article with such pieces thrown in."""
    if chance.random() < 0.5:
        return "".join(
            chance.choice(PIECES) + chance.choice(("", " ")) for _ in range(chance.randrange(120))
        )
    text = chance.choice(NEWS)
    start = chance.randrange(len(text))
    characters = list(text[start : start + chance.randrange(1500)])
    for _ in range(chance.randrange(20)):
        characters.insert(chance.randrange(len(characters) + 1), chance.choice(PIECES))
    return "".join(characters)


@pytest.mark.parametrize("language", ["id", "en"])
def test_no_text_breaks_it(language: str) -> None:
    chance = random.Random(language)
    assert sum(hold(confused(chance), language) for _ in range(150)) > 20


@pytest.mark.slow
@pytest.mark.parametrize("language", ["id", "en"])
def test_no_text_of_thousands_breaks_it(language: str) -> None:
    chance = random.Random(f"many {language}")
    assert sum(hold(confused(chance), language) for _ in range(5000)) > 700


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize(
    "piece",
    ["“", "”", '"', "a", "kata ", "“a” ", "kata Budi, ", "Budi Raya ", "menurut ",
     "“a,” kata Budi. ", "Ia mengatakan bahwa ", "\u202e\u200b", "(", "1.", "said ", "\u0301",
     "“‘"],
)  # fmt: skip
def test_one_long_line_ends_soon(piece: str, language: str) -> None:
    hold(piece * (LONG // len(piece)), language)


@pytest.mark.slow
@pytest.mark.parametrize("language", ["id", "en"])
def test_a_line_of_100_kb_ends_soon(language: str) -> None:
    chance = random.Random(f"long {language}")
    line = " ".join(chance.choice(PIECES).replace("\n", " ") for _ in range(40_000))[:100_000]
    hold(line, language)


def test_an_article_that_breaks_off_anywhere_is_read_up_to_there() -> None:
    for text in NEWS:
        language = "en" if " the " in text else "id"
        for place in range(0, len(text), 7):
            hold(text[max(0, place - BROKEN) : place], language)


@pytest.mark.parametrize("cue", ["mengatakan", "kata", "menurut", "kata dia,", "dikutip dari"])
def test_a_sentence_may_end_with_its_cue(cue: str) -> None:
    hold(f"Saat ditanya wartawan tentang rencana besar itu di Bogor, Budi Raya {cue}", "id")
