"""What is found while somebody types in any chat: quotes as cards, each checked word for word."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.message import Message
from bot.receipts import shown_again
from bot.reply import Aside, Reply, cited, only_page, titled
from prompts import say
from retrieval.answer import Citation

if TYPE_CHECKING:
    from bot.asking import Answering
    from bot.chat import Chat

PAGE = 10  # cards
SHARED = "#a_"  # what a query begins with that shares an answer, before its receipt
DESCRIBED = 120  # characters of a sentence below the title of its card


@dataclass(frozen=True, slots=True)
class Card:
    """A result: its name, what the list shows, what is sent.

    An answer also has its receipt, and what stands on the button that leads to it.
    """

    name: str
    title: str
    description: str
    reply: Reply
    receipt: str = ""
    label: str = ""


@dataclass(frozen=True, slots=True)
class Cards:
    """One page of results; `following` is where the next page begins, if there is one."""

    cards: tuple[Card, ...]
    following: int | None = None


class Finding:
    """Quotes for what somebody types."""

    def __init__(self, chat: "Chat", answerer: "Answering") -> None:
        self._chat = chat
        self._answerer = answerer

    def found(self, typed: Message, skip: int) -> Cards:
        """One page of quotes, or the answer that is shared."""
        if typed.text.startswith(SHARED):
            return self._shared(typed.text.removeprefix(SHARED).strip())
        # one more than shown tells whether there is another page
        quotes = self._answerer.quotes(typed.text, skip=skip, most=PAGE + 1)
        language = self._chat.spoken(typed)
        cards = tuple(_card(citation, language) for citation in quotes[:PAGE])
        return Cards(cards, skip + PAGE if len(quotes) > PAGE else None)

    def _shared(self, receipt: str) -> Cards:
        given = self._chat.given(receipt)
        if given is None or not given.places:
            return Cards(())
        with self._chat.library.reading() as index:
            reply = replace(shown_again(index, given), rows=())
        title = say("card_answer", given.language)
        described = _shortened([place.text for place in given.places])
        label = say("button_open", given.language)
        return Cards((Card(f"a_{receipt}", title, described, reply, receipt, label),))


def _card(citation: Citation, language: str) -> Card:
    citation.verify()
    article = citation.article
    alone = replace(citation, number=1)
    name = f"{article.sha256[:24]}{citation.start}-{citation.end}"
    blocks = cited([replace(alone, before=None, after=None)], language)
    reply = Reply(tuple(blocks), preview=only_page([article]))
    return Card(name, titled(article), _shortened([citation.text]), reply)


def _shortened(texts: Sequence[str]) -> str:
    """The beginning of some sentences, with a sign where they go on."""
    text = " ".join(texts)
    return text if len(text) <= DESCRIBED else f"{text[:DESCRIBED].rsplit(' ', 1)[0]} …"


def whole(card: Card) -> Card:
    """The card without what could be folded away, where it is too long for one message."""
    quotes = tuple(block for block in card.reply.blocks if not isinstance(block, Aside))
    return replace(card, reply=replace(card.reply, blocks=quotes))
