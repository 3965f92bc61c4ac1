"""How the bot is: what waits, and what it answers from."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from bot.inbox import Inbox
from retrieval.answering import Library


@dataclass(frozen=True, slots=True)
class Condition:
    """The bot at one moment."""

    at: datetime
    since: datetime
    waiting: int
    index: str
    built: datetime
    articles: int
    sentences: int

    @property
    def age(self) -> timedelta:
        """How old the served index is."""
        return self.at - self.built


class Watch:
    """Looks at the inbox and at the index, whenever it is asked."""

    def __init__(self, inbox: Inbox, library: Library) -> None:
        self._inbox = inbox
        self._library = library
        self._since = datetime.now(UTC)

    def look(self) -> Condition:
        """The condition now."""
        with self._library.reading() as index:
            counts, built = index.manifest.counts, index.manifest.created
            name = index.name
        return Condition(
            at=datetime.now(UTC),
            since=self._since,
            waiting=self._inbox.depth(),
            index=name,
            built=datetime.fromisoformat(built),
            articles=counts["articles"],
            sentences=counts["sentences"],
        )
