"""What became of each question, for those who run the bot: no person, and no word of it unasked."""

import logging
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from sqlalchemy import delete
from sqlalchemy.orm import Mapped, mapped_column

from bot.database import Database, Table
from bot.metrics import Metrics
from retrieval.answer import Answer

DAY = timedelta(days=1)

log = logging.getLogger(__name__)


class EventRow(Table):
    """What became of one question; its text and conversation only where texts are kept."""

    __tablename__ = "events"

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime] = mapped_column(index=True)
    status: Mapped[str]
    reason: Mapped[str | None]
    language: Mapped[str]
    seconds: Mapped[float]
    index_version: Mapped[str]
    nearest: Mapped[str | None]
    chat: Mapped[str | None] = mapped_column(index=True)
    question: Mapped[str | None]


class Journal:
    """Notes each answer, for `days` days."""

    def __init__(
        self,
        database: Database,
        metrics: Metrics,
        *,
        days: int,
        questions: bool,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._database = database
        self._metrics = metrics
        self._days = timedelta(days=days)
        self._questions = questions
        self._clock = clock
        self._cleaned = -DAY.total_seconds()

    def note(self, chat: str, answer: Answer, seconds: float) -> None:
        """Count an answer, log it in a line, and keep it for the report."""
        self._metrics.answered(answer.status, answer.reason, answer.question.language, seconds)
        facts = {
            "status": str(answer.status),
            "reason": str(answer.reason) if answer.reason else None,
            "language": answer.question.language,
            "seconds": round(seconds, 4),
            "index_version": answer.index_version,
        }
        log.info("Answered", extra={"facts": facts})
        row = EventRow(
            at=datetime.now(UTC),
            nearest=answer.nearest[0].id if answer.nearest else None,
            chat=chat if self._questions else None,
            question=answer.question.text if self._questions else None,
            **facts,
        )
        with self._database.session() as session:
            session.add(row)
        self._clean()

    def _clean(self) -> None:
        """Once a day, delete what is older than it may be."""
        now = self._clock()
        if now - self._cleaned < DAY.total_seconds():
            return
        self._cleaned = now
        with self._database.session() as session:
            old = EventRow.at < datetime.now(UTC) - self._days
            session.execute(delete(EventRow).where(old))
