"""One turn of a conversation: a command or a question in, a reply out. It knows no front end."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace

from bot.asking import POSTED, Answering, Asking, Listener
from bot.buttons import SPEAK, Button
from bot.cards import Cards, Finding
from bot.conversations import Conversations
from bot.listing import list_articles, list_sources
from bot.memory import Given
from bot.message import Message, Press
from bot.pressing import Pressed, Pressing
from bot.quoting import list_quotes
from bot.receipts import receipt_title, shown_again
from bot.records import Records
from bot.reply import Reply, Saying
from bot.suggesting import Suggesting
from prompts import LANGUAGES, say
from retrieval.answering import Library

COMMAND = re.compile(r"/(\w+)(?:@\w+)?\s*(.*)", re.DOTALL)
RECEIPT = "a_"  # what /start is followed by in a link to an answer
Command = Callable[[Message], Saying | None]  # nothing: to this person the command is unknown


class Chat:
    """All conversations over one library."""

    def __init__(
        self,
        answerer: Answering,
        library: Library,
        records: Records,
        conversations: Conversations,
        *,
        language: str,
    ) -> None:
        self.library = library
        self.records = records
        self.conversations = conversations
        self._language = language
        self.suggesting = Suggesting(answerer, library, records.suggestions)
        self._asking = Asking(self, answerer)
        self._pressing = Pressing(self)
        self._finding = Finding(self, answerer)
        # a command is a row here, in Indonesian and in English, never a branch
        self._commands: dict[str, Callable[[Message, str], Reply]] = {
            "start": self._start,
            "bantuan": self._help,
            "help": self._help,
            "tanya": self.ask,
            "ask": self.ask,
            "baru": self._anew,
            "new": self._anew,
            "artikel": self._articles,
            "articles": self._articles,
            "kutipan": self._quotes,
            "quotes": self._quotes,
            "sumber": self._sources,
            "sources": self._sources,
            "bahasa": self._languages,
            "language": self._languages,
        }
        self._others: dict[str, Command] = {}

    def mount(self, commands: Mapping[str, Command]) -> None:
        """Know more commands, of those who stand beside the conversation."""
        self._others.update(commands)

    def tell(self, listener: Listener) -> None:
        """Let somebody know of each answer: its chat, itself, and the seconds it took."""
        self._asking.listeners.append(listener)

    def turn(self, message: Message) -> Reply:
        """The reply to a message; text that is no command is a question."""
        command = COMMAND.fullmatch(message.text.strip())
        if not command:
            return self.ask(message, message.text)
        name, rest = command.groups()
        if other := self._others.get(name.lower()):
            return self._said(other(message), message)
        return self._commands.get(name.lower(), self._unknown)(message, rest)

    def ask(self, message: Message, text: str) -> Reply:
        """The answer to a question; where nothing is asked, a question back."""
        replied = message.replied.text if message.replied else ""
        text = text if text.strip() or len(replied) >= POSTED else replied
        if not text.strip():
            field = self.say("ask_field", message)
            return replace(Reply.words(self.say("ask_what", message)), wanted=field)
        return self._asking.reply(message, text, spoken=self._chosen(message))

    def press(self, press: Press) -> Pressed:
        """What pressing a button does."""
        return self._pressing.press(press)

    def react(self, post: str, person: int, value: int) -> None:
        """A reaction to one of our messages: 1, -1, or 0 where it was taken back."""
        self._pressing.react(post, person, value)

    def found(self, typed: Message, skip: int) -> Cards:
        """Quotes for what somebody types in any chat, from that one on."""
        return self._finding.found(typed, skip)

    def given(self, receipt: str) -> Given | None:
        """An answer of ours by its receipt."""
        return self._pressing.given(receipt)

    def move(self, old: str, new: str) -> None:
        """Let the conversations of a chat go on in the one that it has become."""
        self.conversations.move(old, new)
        self.records.memory.move(old, new)

    def say(self, name: str, message: Message, **values: object) -> str:
        """Words in the person's language, as far as it is known."""
        return say(name, self.spoken(message), **values)

    def spoken(self, message: Message) -> str:
        """The language that the person has chosen, else that of the front end."""
        known = (message.language or "").split("-")[0]
        return self._chosen(message) or (known if known in LANGUAGES else self._language)

    def _chosen(self, message: Message) -> str | None:
        return self.records.people.language(message.who)

    def _start(self, message: Message, rest: str) -> Reply:
        if rest.startswith(RECEIPT):
            return self._receipt(message, rest.removeprefix(RECEIPT))
        with self.library.reading() as index:
            number, version = index.manifest.counts["articles"], index.name
        reply = Reply.words(self.say("start", message, number=number))
        return replace(reply, rows=self._asking.suggested(version, self.spoken(message)))

    def _receipt(self, message: Message, receipt: str) -> Reply:
        given = self._pressing.given(receipt)
        if given is None:
            return Reply.words(self.say("receipt_unknown", message))
        with self.library.reading() as index:
            return shown_again(index, given, titled_as=receipt_title(given))

    def _help(self, message: Message, _: str) -> Reply:
        return Reply.words(self.say("help", message))

    def _said(self, saying: Saying | None, message: Message) -> Reply:
        if saying is None:
            return self._unknown(message, "")
        words = Reply.words(self.say(saying.name, message, **saying.values))
        return replace(words, passing=True)

    def _unknown(self, message: Message, _: str) -> Reply:
        return Reply.words(self.say("unknown_command", message))

    def _anew(self, message: Message, rest: str) -> Reply:
        self.conversations.forget(message.chat)
        return self.ask(message, rest) if rest else Reply.words(self.say("anew", message))

    def _articles(self, message: Message, rest: str) -> Reply:
        page = int(rest[:6]) if rest.isdecimal() else 1
        picked = self.conversations.picked(message.chat)
        with self.library.reading() as index:
            return list_articles(index, page, self.spoken(message), picked)

    def _quotes(self, message: Message, rest: str) -> Reply:
        with self.library.reading() as index:
            return list_quotes(index.catalog, rest, self.spoken(message))

    def _sources(self, message: Message, _: str) -> Reply:
        given = self.records.memory.last(message.chat)
        if given is None:
            return Reply.words(self.say("sources_none", message))
        with self.library.reading() as index:
            return list_sources(index, given)

    def _languages(self, message: Message, rest: str) -> Reply:
        wanted = rest.strip().lower()[:2]
        if wanted in LANGUAGES:
            self.records.people.speak(message.who, wanted)
            return Reply.words(say("language_set", wanted))
        choices = (
            Button(say("language_name", each), press=f"{SPEAK}:{each}") for each in LANGUAGES
        )
        reply = Reply.words(self.say("language_which", message))
        return replace(reply, rows=(tuple(choices),))
