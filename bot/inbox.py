"""Messages that wait for an answer, kept until it was sent. It knows no front end."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sqlalchemy import BigInteger, delete, func, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Mapped, mapped_column

from bot.database import Database, Table

TRIES = 3  # a message in whose handling the process died that often is given up
REMEMBERED = timedelta(days=2)  # Telegram offers an update again for at most 24 hours


class InboxRow(Table):
    """One message; when it has been answered, its number is all that is left of it."""

    __tablename__ = "inbox"

    update_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    chat: Mapped[str]
    payload: Mapped[str | None]
    tries: Mapped[int] = mapped_column(default=0)
    received: Mapped[datetime] = mapped_column(index=True)


@dataclass(frozen=True, slots=True)
class Waiting:
    """A message that has not been answered yet."""

    update_id: int
    payload: str


class Inbox:
    """Each message once: what was put is answered, also by the next process."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def put(self, update_id: int, chat: str, payload: str) -> bool:
        """Keep a message; whether it is new."""
        row = InboxRow(update_id=update_id, chat=chat, payload=payload, received=datetime.now(UTC))
        try:
            with self._database.session() as session:
                session.add(row)
        except IntegrityError:
            return False
        return True

    def take(self, update_id: int) -> bool:
        """Begin with a message; whether it is worth another try."""
        taken = (
            update(InboxRow)
            .where(InboxRow.update_id == update_id, InboxRow.payload.is_not(None))
            .where(InboxRow.tries < TRIES)
            .values(tries=InboxRow.tries + 1)
            .returning(InboxRow.tries)
        )
        with self._database.session() as session:
            return session.execute(taken).first() is not None

    def done(self, update_id: int) -> None:
        """The answer was sent: forget what was said and by whom, but not that it was said."""
        row = InboxRow.update_id == update_id
        with self._database.session() as session:
            session.execute(update(InboxRow).where(row).values(payload=None, chat=""))

    def depth(self) -> int:
        """How many messages wait for an answer."""
        waiting = select(func.count(InboxRow.update_id)).where(InboxRow.payload.is_not(None))
        with self._database.session() as session:
            return session.scalar(waiting) or 0

    def recover(self) -> Sequence[Waiting]:
        """What an earlier process left unanswered, oldest first."""
        old = datetime.now(UTC) - REMEMBERED
        waiting = (
            select(InboxRow.update_id, InboxRow.payload)
            .where(InboxRow.payload.is_not(None))
            .order_by(InboxRow.update_id)
        )
        with self._database.session() as session:
            session.execute(
                delete(InboxRow).where(InboxRow.payload.is_(None), InboxRow.received < old)
            )
            return [
                Waiting(update_id, payload or "") for update_id, payload in session.execute(waiting)
            ]
