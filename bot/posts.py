"""Which message shows which answer, so that replies, presses and edits find it again."""

from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import BigInteger, select
from sqlalchemy.orm import Mapped, mapped_column

from bot.database import Database, Table


class PostRow(Table):
    """One message of ours; `post` and `asked` are names that the front end gives to messages."""

    __tablename__ = "posts"

    post: Mapped[str] = mapped_column(primary_key=True)
    asked: Mapped[str] = mapped_column(index=True)
    person: Mapped[int] = mapped_column(BigInteger, index=True)
    receipt: Mapped[str]
    at: Mapped[datetime]


@dataclass(frozen=True, slots=True)
class Shown:
    """What a message of ours shows, and to whom it was said; no receipt: it is no answer."""

    receipt: str
    person: int


class Posts:
    """The messages of ours, kept over restarts."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def note(self, posts: list[str], asked: str, shown: Shown) -> None:
        """Keep where a reply to the message `asked` stands now."""
        now = datetime.now(UTC)
        with self._database.session() as session:
            for row in session.scalars(select(PostRow).where(PostRow.asked == asked)):
                if row.post not in posts:
                    session.delete(row)
            for post in posts:
                session.merge(
                    PostRow(
                        post=post, asked=asked, person=shown.person, receipt=shown.receipt, at=now
                    )
                )

    def shown(self, post: str) -> Shown | None:
        """What one of our messages shows, as far as it is known."""
        with self._database.session() as session:
            row = session.get(PostRow, post)
            return Shown(row.receipt, row.person) if row else None

    def answering(self, asked: str) -> list[str]:
        """Our messages that reply to a message, in the order in which they were sent."""
        found = select(PostRow.post).where(PostRow.asked == asked)
        with self._database.session() as session:
            posts = session.scalars(found).all()
        return sorted(posts, key=lambda post: (len(post), post))
