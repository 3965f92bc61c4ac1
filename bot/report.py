"""What became of the questions of some time: by status and reason, with thumbs, speed, and gaps."""

import re
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bot.database import Database
from bot.feedback import FeedbackRow
from bot.journal import EventRow

SHOWN = 20  # articles and questions
UNITS = {"h": timedelta(hours=1), "d": timedelta(days=1), "w": timedelta(weeks=1)}


@dataclass(frozen=True, slots=True)
class Outcome:
    """How many questions ended in one way; an answer has no reason."""

    status: str
    reason: str | None
    number: int


@dataclass(frozen=True, slots=True)
class Nearest:
    """An article that refused questions came nearest to: what it might have told."""

    article: str
    number: int


@dataclass(frozen=True, slots=True)
class Report:
    """All questions since a moment; the texts of the refused ones only where they are kept."""

    since: datetime
    outcomes: tuple[Outcome, ...]
    up: int
    down: int
    p50: float
    p95: float
    nearest: tuple[Nearest, ...]
    refused: tuple[str, ...]

    @property
    def questions(self) -> int:
        """How many there were."""
        return sum(outcome.number for outcome in self.outcomes)

    @property
    def refusals(self) -> int:
        """How many were refused."""
        return sum(outcome.number for outcome in self.outcomes if outcome.reason)

    def record(self) -> dict[str, object]:
        """As JSON has it."""
        return {**asdict(self), "since": self.since.isoformat(timespec="seconds")}


def report(database: Database, since: datetime) -> Report:
    """The report, read from the database."""
    with database.session() as session:
        up, down = _thumbs(session, since)
        return Report(
            since=since,
            outcomes=_outcomes(session, since),
            up=up,
            down=down,
            p50=_slowest(session, since, 0.50),
            p95=_slowest(session, since, 0.95),
            nearest=_nearest(session, since),
            refused=_refused(session, since),
        )


def moment(written: str, now: datetime) -> datetime:
    """The moment that somebody means by 24h, 7d, 2w, or a date."""
    if span := re.fullmatch(r"(\d{1,4})([hdw])", written):
        return now - int(span[1]) * UNITS[span[2]]
    found = datetime.fromisoformat(written)
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def _outcomes(session: Session, since: datetime) -> tuple[Outcome, ...]:
    kinds = (EventRow.status, EventRow.reason)
    number = func.count(EventRow.id)
    counted = select(*kinds, number).where(EventRow.at >= since).group_by(*kinds)
    return tuple(Outcome(*row) for row in session.execute(counted.order_by(number.desc())).all())


def _thumbs(session: Session, since: datetime) -> tuple[int, int]:
    value = FeedbackRow.value
    counted = select(value, func.count()).where(FeedbackRow.at >= since).group_by(value)
    found = {vote: number for vote, number in session.execute(counted)}
    return found.get(1, 0), found.get(-1, 0)


def _slowest(session: Session, since: datetime, part: float) -> float:
    number = session.scalar(select(func.count(EventRow.id)).where(EventRow.at >= since)) or 0
    times = select(EventRow.seconds).where(EventRow.at >= since).order_by(EventRow.seconds)
    place = min(int(number * part), max(number - 1, 0))
    return session.scalar(times.offset(place).limit(1)) or 0.0


def _nearest(session: Session, since: datetime) -> tuple[Nearest, ...]:
    number = func.count(EventRow.id)
    counted = (
        select(EventRow.nearest, number)
        .where(EventRow.at >= since, EventRow.nearest.is_not(None))
        .group_by(EventRow.nearest)
        .order_by(number.desc(), EventRow.nearest)
        .limit(SHOWN)
    )
    return tuple(Nearest(article or "", times) for article, times in session.execute(counted))


def _refused(session: Session, since: datetime) -> tuple[str, ...]:
    texts = (
        select(EventRow.question)
        .where(EventRow.at >= since, EventRow.reason.is_not(None), EventRow.question.is_not(None))
        .order_by(EventRow.id.desc())
        .limit(SHOWN)
    )
    return tuple(question or "" for question in session.scalars(texts))
