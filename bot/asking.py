"""A question to a reply: what it may refer to, what it is about, and what is kept of it."""

import time
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from bot.buttons import ASK, Button, Rows, answer_rows
from bot.listing import every_article, picks
from bot.memory import Given
from bot.message import Message
from bot.referring import Referring
from bot.reply import Reply, Tone, Words, reply_to, titled
from bot.suggestions import Suggestion
from indexes.errors import ArticleMissing
from prompts import say
from retrieval.answer import Answer, Citation
from retrieval.conversation import Turn
from retrieval.question import parse

if TYPE_CHECKING:
    from bot.chat import Chat

FURTHER = 2  # questions below an answer
POSTED = 200  # characters from which a text that is replied to is asked about itself
LONGEST_BESIDE = 500  # characters of a quote of the message replied to; Telegram takes 1,024 units
FIRST = 4  # and below the greeting


class Answering(Protocol):
    """Answers a question with citations, or says why not."""

    def answer(
        self, message: str, last: Turn | None = None, article_id: str | None = None
    ) -> Answer:
        """The answer to what somebody wrote; `last` is what it may refer to."""

    def answer_from(self, text: str, title: str, message: str) -> Answer:
        """The answer that a text gives which is not in the index."""

    def quotes(self, message: str, *, skip: int, most: int) -> tuple[Citation, ...]:
        """The sentences that come nearest to some words."""


Listener = Callable[[str, Answer, float], None]  # a conversation, its answer, seconds it took


class Asking:
    """Questions in their conversations."""

    def __init__(self, chat: "Chat", answerer: Answering) -> None:
        self._answerer = answerer
        self._library = chat.library
        self._records = chat.records
        self._conversations = chat.conversations
        self._suggesting = chat.suggesting
        self._referring = Referring(chat)
        self.listeners: list[Listener] = []

    def reply(self, message: Message, text: str, *, spoken: str | None) -> Reply:
        """The answer with its buttons; `spoken` is the language that the person has chosen."""
        if message.replied and len(message.replied.text) >= POSTED:
            return self._from_posted(message, message.replied.text, text, spoken)
        last = self._referring.turn(message)
        began = time.perf_counter()
        answer, notes = self._answer(message, text, last)
        self._tell(message, answer, began)
        language = spoken or answer.question.language
        given = self._keep(message, answer, language, last)
        reply = reply_to(answer, language)
        words = [Words(say(name, language, **values), Tone.DOUBT) for name, values in notes]
        long = len(text) >= POSTED and "?" not in text
        hint = [Words(say("posted_hint", language), Tone.DOUBT)] if long else []
        if answer.refused and not _in_latin_letters(text):
            hint.append(Words(say("languages_known", language), Tone.DOUBT))
        return replace(
            reply,
            blocks=(*words, *reply.blocks, *hint),
            rows=(*self._ways_on(message, answer, language), *answer_rows(given)),
            receipt=given.receipt,
        )

    def suggested(self, version: str, language: str) -> Rows:
        """A button for each of the first questions of a version."""
        known = self._records.suggestions.first(version, language, FIRST)
        return tuple((Button(each.text, press=f"{ASK}:{each.id}"),) for each in known)

    def _ways_on(self, message: Message, answer: Answer, language: str) -> Rows:
        """Where a refused question can be asked else: of all articles, or of the nearest one."""
        if not answer.refused:
            return ()
        scoped = self._conversations.picked(message.chat)
        return every_article(language) if scoped else picks(answer.nearest)

    def _from_posted(self, message: Message, posted: str, text: str, spoken: str | None) -> Reply:
        """The answer from a text that was replied to; of such texts nothing is kept."""
        began = time.perf_counter()
        title = say("posted_title", spoken or parse(text).language)
        answer = self._answerer.answer_from(posted, title, text)
        self._tell(message, answer, began)
        beside = answer.citations[0].text if len(answer.citations) == 1 else ""
        reply = reply_to(answer, spoken)
        return replace(reply, beside=beside if len(beside) <= LONGEST_BESIDE else "")

    def _tell(self, message: Message, answer: Answer, began: float) -> None:
        seconds = time.perf_counter() - began
        for listener in self.listeners:
            listener(message.chat, answer, seconds)

    def _answer(
        self, message: Message, text: str, last: Turn | None
    ) -> tuple[Answer, list[tuple[str, dict[str, str]]]]:
        """The answer within the article that was picked, and what has to be said of that."""
        picked = self._conversations.picked(message.chat)
        if picked is None:
            answer = self._answerer.answer(text, last)
            return self._nearer(message, text, answer), []
        try:
            with self._library.reading() as index:
                title = titled(index.catalog.article(picked))
            answer = self._answerer.answer(text, last, picked)
        except ArticleMissing:
            self._conversations.pick(message.chat, None)
            return self._answerer.answer(text, last), [("scope_gone", {})]
        return answer, [("scope_within", {"article": title})]

    def _nearer(self, message: Message, text: str, answer: Answer) -> Answer:
        """The answer from the article of a quoted part, where the question stands by itself."""
        if not (message.replied and message.replied.quoted) or answer.question.rewritten:
            return answer
        heard = self._referring.heard(message.replied)
        if not heard or heard[0].article_id in {c.article.id for c in answer.citations}:
            return answer
        nearer = self._answerer.answer(text, None, heard[0].article_id)
        return answer if nearer.refused else nearer

    def _keep(self, message: Message, answer: Answer, language: str, last: Turn | None) -> Given:
        given = self._records.memory.remember(
            message.chat,
            answer,
            language=language,
            person=message.person,
            suggested=self._further(answer, language),
        )
        self._conversations.remember(message.chat, last, answer, given.receipt)
        return given

    def _further(self, answer: Answer, language: str) -> list[Suggestion]:
        """Questions that the article cited first answers, too."""
        if answer.refused:
            return []
        article_id = answer.citations[0].article.id
        self._suggesting.want(answer.index_version, article_id)
        known = self._records.suggestions.about(
            answer.index_version, article_id, language, but={answer.question.text}
        )
        return known[:FURTHER]


def _in_latin_letters(text: str) -> bool:
    """Whether it can be one of our languages, or has no letter at all."""
    letters = [character for character in text if character.isalpha()]
    return not letters or any("LATIN" in unicodedata.name(each, "") for each in letters)
