"""Quotes of a text written in a test."""

from indexes.article import Article
from indexes.quotes.quote import Quote
from indexes.quotes.reading import read_quotes
from indexes.splitting import split


def quotes(text: str, language: str = "id") -> tuple[Quote, ...]:
    article = Article("berita", "Berita", text, language, None, None, None, "0" * 64)
    bounds = enumerate(split(text), start=1)
    return read_quotes(article, [article.sentence(number, each) for number, each in bounds])


def who(text: str, language: str = "id") -> list[str | None]:
    return [quote.speaker.canonical for quote in quotes(text, language)]
