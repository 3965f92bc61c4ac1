"""What the bot keeps of its answers: where each one's citations stood. No question text."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import BigInteger, ForeignKey, func, or_, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column, relationship

from bot.database import Database, Table
from bot.suggestions import Suggestion
from retrieval.answer import Answer, Status
from retrieval.span import Span

ID_BYTES = 8  # eleven characters; nobody guesses one


@dataclass(frozen=True, slots=True)
class Place:
    """Where a citation stood when it was given, and what it said there.

    `sha256` is that of the article as it was then; `short` and `antecedent` as in the citation.
    """

    number: int
    article_id: str
    sentence: int
    start: int
    end: int
    text: str
    sha256: str = ""
    short: Span | None = None
    antecedent: str | None = None


@dataclass(frozen=True, slots=True)
class Given:
    """An answer as it was given in a chat, by its receipt."""

    receipt: str
    language: str
    status: Status
    given: datetime
    places: tuple[Place, ...]
    suggested: tuple[Suggestion, ...] = ()


class AnswerRow(Table):
    """One answer given in a chat; `suggested` are the numbers of the questions below it."""

    __tablename__ = "answers"

    id: Mapped[int] = mapped_column(primary_key=True)
    chat: Mapped[str] = mapped_column(index=True)
    given: Mapped[datetime]
    language: Mapped[str]
    status: Mapped[str]
    reason: Mapped[str | None]
    index_version: Mapped[str]
    receipt: Mapped[str | None] = mapped_column(index=True)
    person: Mapped[int | None] = mapped_column(BigInteger, index=True)
    suggested: Mapped[str | None]
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
    sha256: Mapped[str | None]
    short_start: Mapped[int | None]
    short_end: Mapped[int | None]
    antecedent: Mapped[str | None]


class Memory:
    """The answers of each chat, kept over restarts."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def remember(
        self,
        chat: str,
        answer: Answer,
        *,
        language: str,
        person: int | None = None,
        suggested: Sequence[Suggestion] = (),
    ) -> Given:
        """Keep an answer as the last one of its chat."""
        row = AnswerRow(
            chat=chat,
            given=datetime.now(UTC),
            language=language,
            status=answer.status,
            reason=answer.reason,
            index_version=answer.index_version,
            receipt=secrets.token_urlsafe(ID_BYTES),
            person=person,
            suggested=" ".join(str(each.id) for each in suggested),
            citations=_citation_rows(answer),
        )
        given = _given(row, suggested)
        with self._database.session() as session:
            session.add(row)
        return given

    def last(self, chat: str) -> Given | None:
        """The last answer of a chat that cited anything."""
        with self._database.session() as session:
            row = _last_row(session, chat)
            return _given(row, ()) if row else None

    def receipt(self, receipt: str) -> tuple[Given, tuple[int, ...]] | None:
        """An answer by its receipt, and the numbers of the questions that stood below it."""
        known = select(AnswerRow).where(AnswerRow.receipt == receipt)
        with self._database.session() as session:
            row = session.scalars(known).first()
            if row is None:
                return None
            return _given(row, ()), tuple(map(int, (row.suggested or "").split()))

    def move(self, old: str, new: str) -> None:
        """Let the answers of a chat go on in another one."""
        chat = AnswerRow.chat
        inside = or_(chat == old, chat.startswith(f"{old}/", autoescape=True))
        there = new + func.substr(chat, len(old) + 1)
        with self._database.session() as session:
            session.execute(update(AnswerRow).where(inside).values(chat=there))


def _last_row(session: Session, chat: str) -> AnswerRow | None:
    cited = select(AnswerRow).where(AnswerRow.chat == chat, AnswerRow.citations.any())
    return session.scalars(cited.order_by(AnswerRow.id.desc()).limit(1)).first()


def _given(row: AnswerRow, suggested: Sequence[Suggestion]) -> Given:
    return Given(
        row.receipt or "",
        row.language,
        Status(row.status),
        row.given,
        tuple(_place(each) for each in row.citations),
        tuple(suggested),
    )


def _citation_rows(answer: Answer) -> list[CitationRow]:
    return [
        CitationRow(
            number=citation.number,
            article_id=citation.article.id,
            sentence=citation.sentences[0].number,
            start=citation.start,
            end=citation.end,
            text=citation.text,
            sha256=citation.article.sha256,
            short_start=citation.short and citation.short.start,
            short_end=citation.short and citation.short.end,
            antecedent=citation.antecedent,
        )
        for citation in answer.citations
    ]


def _place(row: CitationRow) -> Place:
    short = None
    if row.short_start is not None and row.short_end is not None:
        short = Span(row.short_start, row.short_end, row.text[row.short_start : row.short_end])
    return Place(
        row.number,
        row.article_id,
        row.sentence,
        row.start,
        row.end,
        row.text,
        row.sha256 or "",
        short,
        row.antecedent,
    )
