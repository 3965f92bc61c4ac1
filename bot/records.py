"""All that the bot keeps in its database, but for the inbox."""

from dataclasses import dataclass

from bot.database import Database
from bot.feedback import Feedback
from bot.memory import Memory
from bot.people import People
from bot.posts import Posts
from bot.suggestions import Suggestions


@dataclass(frozen=True, slots=True)
class Records:
    """One object for each kind of record."""

    memory: Memory
    people: People
    posts: Posts
    feedback: Feedback
    suggestions: Suggestions

    @classmethod
    def of(cls, database: Database) -> "Records":
        """The records of a database."""
        return cls(
            Memory(database),
            People(database),
            Posts(database),
            Feedback(database),
            Suggestions(database),
        )
