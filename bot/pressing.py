"""What pressing a button does.

A message changes for whoever asked; everybody in its chat may vote, and ask what is suggested.
Data that nobody knows any more is answered as well: the button has expired.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.buttons import ASK, CONTEXT, PAGE, PICK, QUOTES, SPEAK, VOTE, WHO
from bot.listing import article_named, list_articles
from bot.memory import Given
from bot.message import Press
from bot.quoting import list_article, list_quotes
from bot.receipts import opened, shown_again
from bot.reply import Reply, Tone, Words, titled
from prompts import LANGUAGES, say

if TYPE_CHECKING:
    from bot.chat import Chat

LONGEST_NUMBER = 10  # digits
VOTED = {1: "voted_up", -1: "voted_down", 0: "vote_taken"}


@dataclass(frozen=True, slots=True)
class Pressed:
    """What comes of a press: a note to the one who pressed, this message anew, another message."""

    note: str = ""
    anew: Reply | None = None
    further: Reply | None = None


class Pressing:
    """The buttons of a chat."""

    def __init__(self, chat: "Chat") -> None:
        self._chat = chat
        self._records = chat.records
        self._kinds: dict[str, Callable[[Press, str], Pressed | None]] = {
            CONTEXT: self._context,
            VOTE: self._vote,
            ASK: self._ask,
            PAGE: self._page,
            QUOTES: self._quotes,
            WHO: self._who,
            PICK: self._pick,
            SPEAK: self._speak,
        }

    def press(self, press: Press) -> Pressed:
        """What a press does, or a note that the button has expired."""
        kind, _, about = press.said.partition(":")
        done = self._kinds[kind](press, about) if kind in self._kinds else None
        return done or Pressed(self._say("expired", press))

    def react(self, post: str, person: int, value: int) -> None:
        """A reaction to a message of ours is a vote on the answer that it shows."""
        shown = self._records.posts.shown(post)
        if shown and shown.receipt:
            self._records.feedback.vote(shown.receipt, person, value)

    def given(self, receipt: str) -> Given | None:
        """An answer of ours with the questions that stood below it, by its receipt."""
        known = self._records.memory.receipt(receipt) if receipt else None
        if known is None:
            return None
        given, numbers = known
        return replace(given, suggested=self._records.suggestions.named(numbers))

    def _context(self, press: Press, about: str) -> Pressed | None:
        receipt, _, number = about.partition(":")
        given = self.given(receipt)
        if given is None or not _is_number(number):
            return None
        if not self._may_change(press):
            return Pressed(self._say("not_yours", press))
        with self._chat.library.reading() as index:
            around = opened(index, given, int(number)) if int(number) else None
            return Pressed(anew=around or shown_again(index, given))

    def _vote(self, press: Press, about: str) -> Pressed | None:
        receipt, _, value = about.partition(":")
        if self.given(receipt) is None or value not in ("1", "-1"):
            return None
        person = press.by.who
        again = self._records.feedback.of(receipt, person) == int(value)
        vote = 0 if again else int(value)
        self._records.feedback.vote(receipt, person, vote)
        return Pressed(self._say(VOTED[vote], press))

    def _ask(self, press: Press, about: str) -> Pressed | None:
        text = self._records.suggestions.text(int(about)) if _is_number(about) else None
        if text is None:
            return None
        reply = self._chat.ask(press.by, text)
        asked = Words(self._say("asked", press, question=text), Tone.HEADING)
        return Pressed(further=replace(reply, blocks=(asked, *reply.blocks)))

    def _page(self, press: Press, about: str) -> Pressed | None:
        if not _is_number(about):
            return None
        if not self._may_change(press):
            return Pressed(self._say("not_yours", press))
        return Pressed(anew=self._listed(press, int(about)))

    def _quotes(self, press: Press, asked: str) -> Pressed | None:
        if not self._may_change(press):
            return Pressed(self._say("not_yours", press))
        with self._chat.library.reading() as index:
            return Pressed(anew=list_quotes(index.catalog, asked, self._chat.spoken(press.by)))

    def _who(self, press: Press, about: str) -> Pressed | None:
        receipt, _, page = about.partition(":")
        given = self.given(receipt)
        if given is None or not given.places or not _is_number(page):
            return None
        if page != "0" and not self._may_change(press):
            return Pressed(self._say("not_yours", press))
        article_id = given.places[0].article_id
        spoken = self._chat.spoken(press.by)
        with self._chat.library.reading() as index:
            if article_id not in index.catalog.hashes().values():
                return None
            turned = f"{WHO}:{receipt}:"
            reply = list_article(index.catalog, article_id, int(page), spoken, turned)
        return Pressed(further=reply) if page == "0" else Pressed(anew=reply)

    def _pick(self, press: Press, about: str) -> Pressed | None:
        page, _, name = about.partition(":")
        if not _is_number(page):
            return None
        with self._chat.library.reading() as index:
            article_id = article_named(index, name) if name else None
            if name and article_id is None:
                return None
            title = titled(index.catalog.article(article_id)) if article_id else ""
        self._chat.conversations.pick(press.by.chat, article_id)
        words = "scope_set" if article_id else "scope_all"
        further = Reply.words(self._say(words, press, article=title))
        if page == "0" or not self._may_change(press):
            return Pressed(further=further)
        return Pressed(anew=self._listed(press, int(page)), further=further)

    def _speak(self, press: Press, language: str) -> Pressed | None:
        if language not in LANGUAGES:
            return None
        self._records.people.speak(press.by.who, language)
        return Pressed(further=Reply.words(say("language_set", language)))

    def _listed(self, press: Press, page: int) -> Reply:
        picked = self._chat.conversations.picked(press.by.chat)
        with self._chat.library.reading() as index:
            return list_articles(index, page, self._chat.spoken(press.by), picked)

    def _may_change(self, press: Press) -> bool:
        """Whether a message of ours may change for this person: it is theirs, or nobody else's."""
        if press.private:
            return True
        shown = self._records.posts.shown(press.post)
        return shown is not None and shown.person == press.by.who

    def _say(self, name: str, press: Press, **values: object) -> str:
        return say(name, self._chat.spoken(press.by), **values)


def _is_number(text: str) -> bool:
    """Whether it is one that we may have written: anybody can make a button say anything."""
    return text.isdecimal() and len(text) < LONGEST_NUMBER
