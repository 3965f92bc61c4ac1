"""Whom a pronoun means, in articles of our own."""

from dataclasses import replace

import pytest

from indexes.article import Article
from indexes.splitting import split
from retrieval.antecedent import antecedent
from retrieval.pronoun import pronoun

FERRY = "Norman Tolliver, nakhoda feri Merrow, mengatakan cuaca buruk."
SHORT = "“Ombak tinggi,” kata Tolliver."


def meant(*sentences: str, language: str = "id") -> str | None:
    """Whom the last sentence means."""
    article = Article("a", "A", " ".join(sentences), language, None, None, None, "0")
    *before, last = [article.sentence(n, b) for n, b in enumerate(split(article.text), start=1)]
    found = antecedent(article, before, last)
    assert found is None or article.text[found.start : found.end] == found.text
    return found.text if found else None


TOLD = {
    "the speaker before, in full": (FERRY, SHORT, "Ia juga meminta maaf."),
    "in an English text": (
        "The captain, Norman Tolliver, said the sea was rough.",
        "He apologised.",
    ),
    "a cue with its own ending": (FERRY, "“Ombak tinggi,” katanya."),
    "a cue and a pronoun": (FERRY, "“Ombak tinggi,” ujar dia."),
    "according to": (FERRY, "Menurut dia, ombak tinggi."),
    "after a lead": (FERRY, "Namun, ia tetap berlayar."),
    "through another pronoun": (FERRY, "Ia lelah.", "Dia tidur."),
    "past sentences without people": (FERRY, "Ombak tinggi.", "Ia tetap berlayar."),
    "past names that are only quoted": (FERRY, "“Wulandari datang.”", "Ia tetap berlayar."),
    "a subject that is alone": ("Nakhoda Norman Tolliver berangkat pagi.", "Ia tiba malam."),
}


@pytest.mark.parametrize("sentences", TOLD.values(), ids=TOLD)
def test_the_one_meant_is_named_in_full(sentences: tuple[str, ...]) -> None:
    language = "en" if sentences[0].startswith("The ") else "id"
    assert meant(*sentences, language=language) == "Norman Tolliver"


UNCLEAR = {
    "no pronoun": (FERRY, "Feri itu tua."),
    "no one before": ("Ombak tinggi.", "Ia berlayar."),
    "two speakers": (
        "Norman Tolliver mengatakan cuaca buruk, Gunawan Sutedja mengatakan ombak tinggi.",
        "Ia lelah.",
    ),
    "two people": ("Norman Tolliver menyapa Gunawan Sutedja.", "Ia lelah."),
    "a speaker without a name": (FERRY, "“Ombak tinggi,” kata seorang nelayan.", "Ia lelah."),
    "a body": ("Badan Gempa Merrow mengatakan cuaca buruk.", "Ia lelah."),
    "two of one name": (
        "Norman Tolliver tiba.",
        "Gita Tolliver tidur.",
        "“Ombak tinggi,” kata Tolliver.",
        "Ia lelah.",
    ),
    "many": (FERRY, "Mereka lelah."),
    "inside a quote": (FERRY, "“Dia lelah.”"),
    "a title that speaks against it": (
        "Ibu Ratna Kusumawati said the sea was rough.",
        "He slept.",
    ),
    "too far back": (FERRY, *["Ombak tinggi."] * 7, "Ia lelah."),
}


@pytest.mark.parametrize("sentences", UNCLEAR.values(), ids=UNCLEAR)
def test_where_it_is_not_clear_no_one_is_named(sentences: tuple[str, ...]) -> None:
    assert meant(*sentences) is None


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        ("Ia tiba.", "Ia"),
        ("Namun, dia tiba.", "dia"),
        ("Menurutnya, feri tiba.", "Menurutnya"),
        ("“Feri tiba,” ujarnya.", "ujarnya"),
        ("“The ferry came,” he said.", "he"),
        ("“The ferry came,” said she.", "she"),
        ("Mereka tiba.", "Mereka"),
        ("Iba hatinya.", None),
        ("Feri itu miliknya.", None),
        ("", None),
    ],
)
def test_the_pronoun_of_a_sentence(sentence: str, word: str | None) -> None:
    found = pronoun(sentence)
    assert (found.text if found else None) == word


def test_what_comes_after_the_sentence_is_not_looked_at() -> None:
    article = Article("a", "A", f"Ia tiba. {FERRY}", "id", None, None, None, "0")
    first, after = [article.sentence(n, b) for n, b in enumerate(split(article.text), start=1)]
    assert antecedent(article, [], first) is None
    assert antecedent(replace(article, text=article.text), [], after) is None
