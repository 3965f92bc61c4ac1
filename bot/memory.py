"""What the bot keeps of a conversation: where each answer's citations stand. No question text."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import ForeignKey, select
from sqlalchemy.orm import Mapped, Session, mapped_column, relationship

from bot.database import Database, Table
from retrieval.answer import Answer


@dataclass(frozen=True, slots=True)
class Place:
    """Where a citation stood when it was given, and what it said there."""

    number: int
    article_id: str
    sentence: int
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Given:
    """An answer as it was given in a chat."""

    language: str
    places: tuple[Place, ...]


class AnswerRow(Table):
    """One answer given in a chat."""

    __tablename__ = "answers"

    id: Mapped[int] = mapped_column(primary_key=True)
    chat: Mapped[str] = mapped_column(index=True)
    given: Mapped[datetime]
    language: Mapped[str]
    status: Mapped[str]
    reason: Mapped[str | None]
    index_version: Mapped[str]
    citations: Mapped[list["CitationRow"]] = relationship(
        order_by="CitationRow.number", cascade="all, delete-orphan"
    )


class CitationRow(Table):
    """One citation of an answer: offsets are code points of the article's text."""

    __tablename__ = "citations"

    answer_id: Mapped[int] = mapped_column(ForeignKey("answers.id"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    article_id: Mapped[str]
    sentence: Mapped[int]
    start: Mapped[int]
    end: Mapped[int]
    text: Mapped[str]


class Memory:
    """The answers of each chat, kept over restarts."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def remember(self, chat: str, answer: Answer) -> None:
        """Keep an answer as the last one of its chat."""
        row = AnswerRow(
            chat=chat,
            given=datetime.now(UTC),
            language=answer.question.language,
            status=answer.status,
            reason=answer.reason,
            index_version=answer.index_version,
            citations=_citation_rows(answer),
        )
        with self._database.session() as session:
            session.add(row)

    def last(self, chat: str) -> Given | None:
        """The last answer of a chat that cited anything."""
        with self._database.session() as session:
            row = _last_row(session, chat)
            return None if row is None else Given(row.language, _places(row.citations))


def _last_row(session: Session, chat: str) -> AnswerRow | None:
    cited = select(AnswerRow).where(AnswerRow.chat == chat, AnswerRow.citations.any())
    return session.scalars(cited.order_by(AnswerRow.id.desc()).limit(1)).first()


def _citation_rows(answer: Answer) -> list[CitationRow]:
    return [
        CitationRow(
            number=citation.number,
            article_id=citation.article.id,
            sentence=citation.sentences[0].number,
            start=citation.start,
            end=citation.end,
            text=citation.text,
        )
        for citation in answer.citations
    ]


def _places(rows: Sequence[CitationRow]) -> tuple[Place, ...]:
    return tuple(
        Place(row.number, row.article_id, row.sentence, row.start, row.end, row.text)
        for row in rows
    )
