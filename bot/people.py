"""What people have chosen for themselves: their language."""

from sqlalchemy import BigInteger
from sqlalchemy.orm import Mapped, mapped_column

from bot.database import Database, Table


class PersonRow(Table):
    """One person who has chosen something."""

    __tablename__ = "people"

    person: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    language: Mapped[str]


class People:
    """The choices of people, kept over restarts."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def speak(self, person: int, language: str) -> None:
        """Keep the language that a person has chosen."""
        with self._database.session() as session:
            session.merge(PersonRow(person=person, language=language))

    def language(self, person: int) -> str | None:
        """The language that a person has chosen, if any."""
        with self._database.session() as session:
            row = session.get(PersonRow, person)
            return row.language if row else None
