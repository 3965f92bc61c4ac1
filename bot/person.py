"""Whose a conversation is: it is named after its chat, its topic and, in groups, the person."""

from sqlalchemy import ColumnElement, or_
from sqlalchemy.sql.elements import SQLCoreOperations


def is_of(conversation: str, person: int) -> bool:
    """Whether a person speaks in it; a private chat has the number of the person."""
    chat, *rest = conversation.split("/")
    return chat == str(person) or (chat.startswith("-") and rest[-1:] == [str(person)])


def conversations_of(person: int, column: SQLCoreOperations[str]) -> ColumnElement[bool]:
    """The same as a condition on a column of a table."""
    return or_(column == str(person), column.like(f"{person}/%"), column.like(f"-%/{person}"))
