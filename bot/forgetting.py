"""A person's right to be forgotten: whatever any table keeps of somebody goes.

A table that keeps something of a person names the person in a column `person`, or the conversation
in a column `chat`; rows that belong to such a row go with it. There is nothing else to keep up.
Messages that still wait for an answer stay: they are erased when it was sent.
"""

from sqlalchemy import ColumnElement, Table, delete, or_, select

from bot import database as state
from bot.database import Database
from bot.inbox import InboxRow
from bot.person import conversations_of


def forget(database: Database, chat: str, person: int | None) -> None:
    """Delete all that is kept of a conversation, and of every other of the same person."""
    tables = reversed(state.Table.metadata.sorted_tables)  # what belongs to a row before the row
    waiting = InboxRow.__table__
    with database.session() as session:
        for table in tables:
            condition = personal(table, chat, person)
            if condition is not None and table is not waiting:
                session.execute(delete(table).where(condition))


def personal(table: Table, chat: str, person: int | None) -> ColumnElement[bool] | None:
    """The rows of a table that are about somebody; nothing where it is about nobody."""
    conditions: list[ColumnElement[bool]] = []
    if "person" in table.c and person is not None:
        conditions.append(table.c.person == person)
    if "chat" in table.c:
        conditions.append(table.c.chat == chat)
        if person is not None:
            conditions.append(conversations_of(person, table.c.chat))
    for key in table.foreign_keys:
        owner = personal(key.column.table, chat, person)
        if owner is not None:
            conditions.append(key.parent.in_(select(key.column).where(owner)))
    return or_(*conditions) if conditions else None
