"""The bot's own state: one SQLAlchemy database, made when it is first opened."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from sqlalchemy import create_engine, event, inspect, make_url, text
from sqlalchemy.engine import Engine
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import DeclarativeBase, Session

from indexes.errors import KutipError


class DatabaseUnusable(KutipError):
    """The bot's database cannot be opened, or is not what it was."""

    def __init__(self, error: Exception) -> None:
        reason = str(error).splitlines()[0]
        super().__init__(
            f"BOT_DATABASE_URL cannot be used ({reason}). Give a URL such as "
            "sqlite:///data/bot.sqlite, or move the old file away"
        )


class Table(DeclarativeBase):
    """Base of all tables of the bot."""


class Database:
    """An open database; a session is one transaction."""

    def __init__(self, url: str) -> None:
        try:
            self._engine = _engine(url)
            Table.metadata.create_all(self._engine)
            _complete(self._engine)
        except (SQLAlchemyError, OSError, ImportError) as error:
            raise DatabaseUnusable(error) from error

    @contextmanager
    def session(self) -> Iterator[Session]:
        """A transaction: committed at the end of the block, undone by an exception."""
        with Session(self._engine) as session, session.begin():
            yield session

    def close(self) -> None:
        """Give the connections back."""
        self._engine.dispose()


@contextmanager
def opened(url: str) -> Iterator[Database]:
    """A database as long as the block lasts; what breaks there is one line, too."""
    with closing(Database(url)) as database:
        try:
            yield database
        except SQLAlchemyError as error:
            raise DatabaseUnusable(error) from error


def _engine(url: str) -> Engine:
    address = make_url(url)
    # what people wrote is never part of an error message
    engine = create_engine(address, hide_parameters=True)
    if address.get_backend_name() == "sqlite":
        if address.database and address.database != ":memory:":
            Path(address.database).absolute().parent.mkdir(parents=True, exist_ok=True)
        event.listen(engine, "connect", _prepare_sqlite)
    return engine


def _complete(engine: Engine) -> None:
    """Add the columns that an older version of the bot did not know; they may be empty."""
    known = inspect(engine)
    with engine.begin() as connection:
        for table in Table.metadata.sorted_tables:
            there = {column["name"] for column in known.get_columns(table.name)}
            for column in table.columns:
                if column.name not in there:
                    kind = column.type.compile(engine.dialect)
                    add = f"ALTER TABLE {table.name} ADD COLUMN {column.name} {kind}"
                    connection.execute(text(add))


def _prepare_sqlite(connection: object, _: object) -> None:
    """Readers do not wait for the writer, and a committed row survives the end of the process."""
    cursor = connection.cursor()  # type: ignore[attr-defined]  # a DB-API connection
    for pragma in ("journal_mode=WAL", "synchronous=NORMAL", "busy_timeout=5000"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()
