"""One turn of a conversation: a command or a question in, a reply out. It knows no front end."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from bot.conversations import Conversations
from bot.listing import list_articles, list_sources
from bot.memory import Memory
from bot.quoting import list_quotes
from bot.reply import Reply, reply_to
from prompts import LANGUAGES, say
from retrieval.answer import Answer
from retrieval.answering import Library
from retrieval.conversation import Turn

COMMAND = re.compile(r"/(\w+)(?:@\w+)?\s*(.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Message:
    """What somebody wrote in a chat; `language` is what the front end knows of the person."""

    chat: str
    text: str
    language: str | None = None


class Answering(Protocol):
    """Answers a question with citations, or says why not."""

    def answer(self, message: str, last: Turn | None = None) -> Answer:
        """The answer to what somebody wrote; `last` is what it may refer to."""


class Chat:
    """All conversations over one library."""

    def __init__(
        self,
        answerer: Answering,
        library: Library,
        memory: Memory,
        conversations: Conversations,
        *,
        language: str,
    ) -> None:
        self._answerer = answerer
        self._library = library
        self._memory = memory
        self._conversations = conversations
        self._language = language
        # a command is a row here, in Indonesian and in English, never a branch
        self._commands: dict[str, Callable[[Message, str], Reply]] = {
            "start": self._start,
            "bantuan": self._help,
            "help": self._help,
            "tanya": self._question,
            "ask": self._question,
            "baru": self._anew,
            "new": self._anew,
            "artikel": self._articles,
            "articles": self._articles,
            "kutipan": self._quotes,
            "quotes": self._quotes,
            "sumber": self._sources,
            "sources": self._sources,
        }

    def turn(self, message: Message) -> Reply:
        """The reply to a message; text that is no command is a question."""
        command = COMMAND.fullmatch(message.text.strip())
        if not command:
            return self._question(message, message.text)
        name, rest = command.groups()
        return self._commands.get(name.lower(), self._unknown)(message, rest)

    def say(self, name: str, message: Message, **values: object) -> str:
        """Words in the person's language, as far as it is known."""
        return say(name, self._language_of(message), **values)

    def _language_of(self, message: Message) -> str:
        known = (message.language or "").split("-")[0]
        return known if known in LANGUAGES else self._language

    def _start(self, message: Message, _: str) -> Reply:
        with self._library.reading() as index:
            number = index.manifest.counts["articles"]
        return Reply.words(self.say("start", message, number=number))

    def _help(self, message: Message, _: str) -> Reply:
        return Reply.words(self.say("help", message))

    def _unknown(self, message: Message, _: str) -> Reply:
        return Reply.words(self.say("unknown_command", message))

    def _question(self, message: Message, text: str) -> Reply:
        if not text.strip():
            return Reply.words(self.say("ask_what", message))
        last = self._conversations.last(message.chat)
        answer = self._answerer.answer(text, last)
        reply = reply_to(answer)
        self._memory.remember(message.chat, answer)
        self._conversations.remember(message.chat, last, answer)
        return reply

    def _anew(self, message: Message, rest: str) -> Reply:
        self._conversations.forget(message.chat)
        return self._question(message, rest) if rest else Reply.words(self.say("anew", message))

    def _articles(self, message: Message, rest: str) -> Reply:
        page = int(rest[:6]) if rest.isdecimal() else 1
        with self._library.reading() as index:
            return list_articles(index, page, self._language_of(message))

    def _quotes(self, message: Message, rest: str) -> Reply:
        with self._library.reading() as index:
            return list_quotes(index.catalog, rest, self._language_of(message))

    def _sources(self, message: Message, _: str) -> Reply:
        given = self._memory.last(message.chat)
        if given is None:
            return Reply.words(self.say("sources_none", message))
        with self._library.reading() as index:
            return list_sources(index, given)
