"""Quotes of an English text written in a test."""

from indexes.article import Article
from indexes.quotes.english import english_quotes
from indexes.quotes.quote import Quote
from indexes.splitting import split


def quotes(text: str) -> tuple[Quote, ...]:
    article = Article("news", "News", text, "en", None, None, None, "0" * 64)
    bounds = enumerate(split(text), start=1)
    return english_quotes(article, [article.sentence(number, each) for number, each in bounds])


def said(text: str) -> list[str]:
    return [quote.text for quote in quotes(text)]


def who(text: str) -> list[str | None]:
    return [quote.speaker.canonical for quote in quotes(text)]
