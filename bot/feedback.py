"""What people thought of an answer: one vote a person, which can be changed and taken back."""

from datetime import UTC, datetime

from sqlalchemy import BigInteger
from sqlalchemy.orm import Mapped, mapped_column

from bot.database import Database, Table


class FeedbackRow(Table):
    """One vote: 1 or -1."""

    __tablename__ = "feedback"

    receipt: Mapped[str] = mapped_column(primary_key=True)
    person: Mapped[int] = mapped_column(BigInteger, primary_key=True, index=True)
    value: Mapped[int]
    at: Mapped[datetime]


class Feedback:
    """The votes, kept over restarts."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def vote(self, receipt: str, person: int, value: int) -> None:
        """Keep a vote in place of an earlier one; 0 takes it back."""
        key = {"receipt": receipt, "person": person}
        with self._database.session() as session:
            row = session.get(FeedbackRow, key)
            if value:
                session.merge(FeedbackRow(**key, value=value, at=datetime.now(UTC)))
            elif row:
                session.delete(row)

    def of(self, receipt: str, person: int) -> int:
        """A person's vote: 1, -1, or 0 for none."""
        with self._database.session() as session:
            row = session.get(FeedbackRow, {"receipt": receipt, "person": person})
            return row.value if row else 0
