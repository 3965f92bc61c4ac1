"""Questions made of what the articles name, each asked first: only what is answered is offered."""

import logging
import queue
import re
import threading
import time
from collections.abc import Iterable, Iterator
from itertools import islice

from bot.asking import Answering
from bot.suggestions import Suggestions
from indexes.article import Article
from indexes.names import NameKind, names
from prompts import LANGUAGES, say
from retrieval.answer import Answer, Status
from retrieval.answering import Library
from retrieval.speech import speaks

log = logging.getLogger(__name__)

NEWEST = 12  # articles that are tried when a version is opened; others when they are cited
LOOKED_AT = 1_000  # articles among which the newest are looked for
KEPT = 4  # questions of an article
TRIED = 8  # and how many are asked for them
READ = 4_000  # characters of an article in which names are looked for
BREATH = 0.02  # seconds between two questions at least, for those whom people ask
SHARE = 10  # and so many times the seconds that the last one took
SURE = 0.55  # confidence from which an answer is worth being suggested
BEFORE, AFTER = 20, 45  # characters beside a name: "kata Wulan", "Wulan, the grocer, said"
END = re.compile(r"[.!?]\s|[\n“”\"]")
FULL_NAME = (2, 3)  # words; shorter ones are often places, longer ones offices


class Suggesting:
    """Fills the suggestions of each version in a thread of its own."""

    def __init__(self, answerer: Answering, library: Library, suggestions: Suggestions) -> None:
        self._answerer = answerer
        self._library = library
        self._suggestions = suggestions
        self._wanted: queue.SimpleQueue[str] = queue.SimpleQueue()
        self._known: set[str] = set()
        self._asked: set[str] = set()
        self._version = ""
        self._ended = threading.Event()
        self._thread: threading.Thread | None = None

    def start(self) -> None:
        """Begin with the newest articles, and go on with those that are cited."""
        self._thread = threading.Thread(target=self._work, name="suggesting", daemon=True)
        self._thread.start()
        self._wanted.put("")

    def stop(self) -> None:
        """End after the question that is being tried."""
        self._ended.set()
        self._wanted.put("")
        if self._thread:
            self._thread.join()

    def want(self, version: str, article_id: str) -> None:
        """Try questions for an article that was cited; for a new version, first of all others."""
        if self._thread is None:
            return
        if version != self._version:
            self._wanted.put("")
        if version != self._version or article_id not in self._asked:
            self._asked.add(article_id)
            self._wanted.put(article_id)

    def _work(self) -> None:
        while not self._ended.is_set():
            wanted = self._wanted.get()
            try:
                self._fill(wanted)
            except Exception:  # they are a courtesy: without them, all else works
                log.exception("No questions can be suggested")

    def _fill(self, article_id: str) -> None:
        """Try questions for one article, or for the newest where none is named."""
        with self._library.reading() as index:
            version = index.name
            if article_id:
                articles = [index.catalog.article(article_id)]
            else:
                articles = newest(index.catalog.articles(limit=LOOKED_AT))
        if version != self._version:
            self._known = {each for each, _ in self._suggestions.tried(version)}
            self._version = version
            self._asked = set(self._known)
            self._suggestions.forget_old()
        for article in articles:
            if article.id not in self._known:
                self._known.add(article.id)
                self._try(version, article)

    def _try(self, version: str, article: Article) -> None:
        for language in LANGUAGES:
            good = list(islice(self._answered(version, article, language), KEPT))
            if good and not self._ended.is_set():
                self._suggestions.put(version, article.id, language, good)

    def _answered(self, version: str, article: Article, language: str) -> Iterator[str]:
        took = 0.0
        for name, text in islice(questions(article, language), TRIED):
            if self._ended.wait(max(BREATH, SHARE * took)):
                return
            began = time.perf_counter()
            answer = self._answerer.answer(text)
            took = time.perf_counter() - began
            if answer.index_version == version and tells(answer, article, name):
                yield text


def newest(articles: Iterable[Article]) -> list[Article]:
    """The newest articles, those without a date last."""

    def age(article: Article) -> int:
        return -article.published.toordinal() if article.published else 0

    return sorted(articles, key=age)[:NEWEST]


def questions(article: Article, language: str) -> Iterator[tuple[str, str]]:
    """Questions that the article may answer, each with the name that it is about, if any."""
    text = article.text[:READ]
    people = _people(text, article.language)
    speaking = [name for name in people if _speaks(text, name)]
    for name in speaking:
        yield name, say("suggest_said", language, whom=name)
    for name in people:
        if name not in speaking:
            yield name, say("suggest_who", language, whom=name)
    yield "", say("suggest_short", language, title=article.title)


def tells(answer: Answer, article: Article, name: str) -> bool:
    """Whether it is a sure answer, from that article, about that name."""
    if answer.status is not Status.ANSWERED or answer.confidence < SURE:
        return False
    first, last = answer.citations[0], name.rpartition(" ")[2]
    named = not last or last in first.text or last in (first.antecedent or "")
    return first.article.id == article.id and named


def _people(text: str, language: str) -> list[str]:
    """The people of a text by their full names, each once, in order."""
    last: dict[str, str] = {}
    for name in names(text, language):
        words = name.text.split()
        if name.kind is NameKind.PERSON and FULL_NAME[0] <= len(words) <= FULL_NAME[1]:
            last.setdefault(words[-1], name.text)
    return list(last.values())


def _speaks(text: str, name: str) -> bool:
    """Whether a word of saying stands right beside a name, in the same sentence."""
    for found in re.finditer(re.escape(name), text):
        before = END.split(text[: found.start()][-BEFORE:])[-1]
        after = END.split(text[found.end() :][:AFTER])[0]
        if speaks(before) or speaks(after):
            return True
    return False
