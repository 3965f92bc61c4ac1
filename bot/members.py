"""Who came in by a code: an administrator makes one, it lets one person in, within a day."""

import hashlib
import secrets
from datetime import UTC, datetime, timedelta

from sqlalchemy import BigInteger, delete, func, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Mapped, mapped_column

from bot.database import Database, Table

VALID = timedelta(days=1)
LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"  # none that is mistaken for another
LENGTH = 10  # 50 bits: nobody finds one by trying within a day
MOST_OPEN = 50  # codes that wait for somebody


class MemberRow(Table):
    """Somebody who was let in."""

    __tablename__ = "members"

    person: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    since: Mapped[datetime]


class InvitationRow(Table):
    """A code that waits for somebody; only its hash is kept."""

    __tablename__ = "invitations"

    hash: Mapped[str] = mapped_column(primary_key=True)
    made: Mapped[datetime]


class Members:
    """The people who were let in, and the codes for those who will be."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def knows(self, person: int) -> bool:
        """Whether somebody was let in."""
        with self._database.session() as session:
            return session.get(MemberRow, person) is not None

    def invite(self) -> str | None:
        """A new code; none where too many wait already."""
        code = "".join(secrets.choice(LETTERS) for _ in range(LENGTH))
        now = datetime.now(UTC)
        with self._database.session() as session:
            session.execute(delete(InvitationRow).where(InvitationRow.made < now - VALID))
            if (session.scalar(select(func.count(InvitationRow.hash))) or 0) >= MOST_OPEN:
                return None
            session.add(InvitationRow(hash=_hash(code), made=now))
        return code

    def admit(self, person: int, code: str) -> bool:
        """Let somebody in whose code waits, and for nobody else from then on."""
        now = datetime.now(UTC)
        used = (
            delete(InvitationRow)
            .where(InvitationRow.hash == _hash(code), InvitationRow.made >= now - VALID)
            .returning(InvitationRow.hash)
        )
        try:
            with self._database.session() as session:
                if session.execute(used).first() is None:
                    return False
                session.add(MemberRow(person=person, since=now))
        except IntegrityError:  # two messages of one person at once
            return True
        return True


def _hash(code: str) -> str:
    return hashlib.sha256(code.strip().lower().encode("utf-8", "replace")).hexdigest()
