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
from bot.condition import Watch
from bot.conversations import Conversations
from bot.database import Database
from bot.desk import Desk
from bot.inbox import Inbox
from bot.records import Records
from indexes.article import Article, Bounds, Sentence
from indexes.errors import ArticleMissing
from indexes.quotes.quote import Quote as Said
from prompts import say
from retrieval.answer import Answer, Citation, Reason, Status
from retrieval.conversation import Turn
from retrieval.question import Question
from tests.indexes.reporter import report

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


def _around(citation: Citation) -> dict[str, Sentence | None]:
    known = {sentence.number: sentence for sentence in sentences(citation.article)}
    own = citation.sentences[0].number
    return {"before": known.get(own - 1), "after": known.get(own + 1)}


class Newsroom:
    """A library of these articles; the answerer over them."""

    def __init__(self, *articles: Article, seconds: float = 0.0) -> None:
        self.articles = list(articles)
        self.seconds = seconds
        self.asked: list[str] = []
        self.referred: list[str | None] = []
        self.within: list[str | None] = []
        self.heard: list[list[str]] = []
        self.most = 3

    @contextmanager
    def reading(self) -> Iterator[Any]:
        """What of an index the conversations use."""
        yield SimpleNamespace(
            name="v1",
            manifest=SimpleNamespace(
                counts={"articles": len(self.articles), "sentences": 4 * len(self.articles)},
                created="2026-02-03T04:05:06+00:00",
            ),
            catalog=SimpleNamespace(
                article=self._article,
                articles=self._page,
                sentences=self._sentences,
                count=lambda _: len(self._quotes()),
                ledger=lambda: iter(self._quotes()),
                quotes=lambda name: [q for q in self._quotes() if q.article_id == name],
                hashes=lambda: {article.id: article.id for article in self.articles},
            ),
        )

    def answer(
        self, message: str, last: Turn | None = None, article_id: str | None = None
    ) -> Answer:
        """Up to three sentences; `rusak` breaks, `lambat` takes its time."""
        self.asked.append(message)
        self.referred.append(last and last.question.text)
        self.within.append(article_id)
        self.heard.append([heard.text for heard in last.heard] if last else [])
        words = set(re.findall(r"\w{4,}", message.lower()))
        if "rusak" in words:
            raise RuntimeError(f"cannot answer: {message}")
        time.sleep(self.seconds if "lambat" in words else 0)
        question = Question(message, "en" if ENGLISH & set(message.lower().split()) else "id", ())
        citations = self._citations(words, article_id, most=self.most)
        if not citations:
            text = say(Reason.OFF_TOPIC, question.language)
            return Answer(question, Status.REFUSED, Reason.OFF_TOPIC, text, (), "fake", "v1")
        text = " ".join(citation.text for citation in citations)
        return Answer(question, Status.ANSWERED, None, text, citations, "fake", "v1")

    def answer_from(self, text: str, title: str, message: str) -> Answer:
        """What a text answers that is none of the articles."""
        return Newsroom(replace(ARTICLE, id="", title=title, text=text)).answer(message)

    def quotes(self, message: str, *, skip: int, most: int) -> tuple[Citation, ...]:
        """The sentences that share a word with the message."""
        return self._citations(set(re.findall(r"\w{4,}", message.lower())), None, skip, most)

    def _citations(
        self, words: set[str], article_id: str | None, skip: int = 0, most: int = 3
    ) -> tuple[Citation, ...]:
        found = [
            Citation.of(0, article, [sentence])
            for article in self.articles
            if article_id in (None, article.id)
            for sentence in sentences(article)
            if words & set(re.findall(r"\w+", sentence.text.lower()))
        ]
        chosen = enumerate(found[skip:][:most], start=1)
        return tuple(replace(c, number=n, **_around(c)) for n, c in chosen)

    def _quotes(self) -> list[Said]:
        return [quote for each in self.articles for quote in report(each, sentences(each))]

    def _article(self, name: str) -> Article:
        for article in self.articles:
            if article.id == name:
                return article
        raise ArticleMissing(name)

    def _sentences(self, name: str, first: int = 1, last: int = 999) -> list[Sentence]:
        return [s for s in sentences(self._article(name)) if first <= s.number <= last]

    def _page(self, *, skip: int = 0, limit: int = -1) -> list[Article]:
        return self.articles[skip:] if limit < 0 else self.articles[skip : skip + limit]


def refused(reason: str, language: str) -> str:
    """What is said where the articles do not tell."""
    return say("refused", language, text=say(reason, language))


ADMIN = 1


def chat_over(newsroom: Newsroom, database: Database) -> Chat:
    """The real conversations over that newsroom."""
    running = Conversations(minutes=30)
    watch = Watch(Inbox(database), newsroom)
    desk = Desk(database, running, watch, access="code", admins={ADMIN})
    chat = Chat(newsroom, newsroom, Records.of(database), running, language="id")
    chat.mount(desk.commands)
    return chat
