"""One article, and an answerer that cites each sentence which shares a word with the question."""

import re
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from types import SimpleNamespace
from typing import Any

from bot.chat import Chat
from bot.conversations import Conversations
from bot.database import Database
from bot.memory import Memory
from indexes.article import Article, Bounds, Sentence
from indexes.errors import ArticleMissing
from prompts import say
from retrieval.answer import Answer, Citation, Reason, Status
from retrieval.conversation import Turn
from retrieval.question import Question

TEXT = (
    "Harga beras di Cianjur naik lagi 🌾. Pedagang menjualnya Rp 14.500 per kilogram. "
    "“Kami menunggu panen raya,” kata Wulan, pedagang pasar induk. Pemerintah belum menanggapi."
)
ARTICLE = Article(
    "beras", "Harga beras naik", TEXT, "id", None, "Kabar Cianjur", date(2026, 2, 3), "0" * 64
)
ENGLISH = {"who", "what", "when", "where", "how", "is", "the"}


def sentences(article: Article) -> list[Sentence]:
    """The sentences of a text that is easily split."""
    found = re.finditer(r"\S.*?[.](?=\s|$)", article.text, re.DOTALL)
    spans = enumerate((match.span() for match in found), start=1)
    return [article.sentence(number, Bounds(*span, 1)) for number, span in spans]


class Newsroom:
    """A library of these articles; the answerer over them."""

    def __init__(self, *articles: Article, seconds: float = 0.0) -> None:
        self.articles = list(articles)
        self.seconds = seconds
        self.asked: list[str] = []
        self.referred: list[str | None] = []

    @contextmanager
    def reading(self) -> Iterator[Any]:
        """What of an index the conversations use."""
        yield SimpleNamespace(
            name="v1",
            manifest=SimpleNamespace(counts={"articles": len(self.articles)}),
            catalog=SimpleNamespace(article=self._article, articles=self._page, count=lambda _: 0),
        )

    def answer(self, message: str, last: Turn | None = None) -> Answer:
        """Up to three sentences; `rusak` breaks, `lambat` takes its time."""
        self.asked.append(message)
        self.referred.append(last and last.question.text)
        words = set(re.findall(r"\w{4,}", message.lower()))
        if "rusak" in words:
            raise RuntimeError(f"cannot answer: {message}")
        time.sleep(self.seconds if "lambat" in words else 0)
        question = Question(message, "en" if ENGLISH & set(message.lower().split()) else "id", ())
        citations = self._citations(words)
        if not citations:
            text = say(Reason.OFF_TOPIC, question.language)
            return Answer(question, Status.REFUSED, Reason.OFF_TOPIC, text, (), "fake", "v1")
        text = " ".join(citation.text for citation in citations)
        return Answer(question, Status.ANSWERED, None, text, citations, "fake", "v1")

    def _citations(self, words: set[str]) -> tuple[Citation, ...]:
        found = [
            Citation.of(0, article, [sentence])
            for article in self.articles
            for sentence in sentences(article)
            if words & set(re.findall(r"\w+", sentence.text.lower()))
        ]
        return tuple(replace(c, number=n) for n, c in enumerate(found[:3], start=1))

    def _article(self, name: str) -> Article:
        for article in self.articles:
            if article.id == name:
                return article
        raise ArticleMissing(name)

    def _page(self, *, skip: int = 0, limit: int = -1) -> list[Article]:
        return self.articles[skip:] if limit < 0 else self.articles[skip : skip + limit]


def chat_over(newsroom: Newsroom, database: Database) -> Chat:
    """The real conversations over that newsroom."""
    running = Conversations(minutes=30)
    return Chat(newsroom, newsroom, Memory(database), running, language="id")
