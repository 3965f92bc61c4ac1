"""What the people who run the bot learn: how many, how fast, what is missing; and nobody's name."""

import json
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import func, select, update
from typer.testing import CliRunner

from bot.__main__ import app
from bot.chat import Chat, Message
from bot.database import Database
from bot.feedback import Feedback
from bot.journal import EventRow, Journal
from bot.metrics import Metrics
from bot.printing import lines
from bot.report import moment, report
from prompts import say
from retrieval.answer import Answer, Reason, Status
from tests.bot.newsroom import ADMIN, ARTICLE, Newsroom

ASKED = ("Berapa kilogram?", "Siapa Wulan?", "Siapa juara dunia?")
LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)


@pytest.fixture
def metrics() -> Metrics:
    return Metrics()


@pytest.fixture
def journal(database: Database, metrics: Metrics) -> Journal:
    return Journal(database, metrics, days=30, questions=False)


def not_stated(newsroom: Newsroom, question: str) -> Answer:
    asked = newsroom.answer(question).question
    return Answer(
        asked, Status.REFUSED, Reason.NOT_STATED, "no", (), "fake", "v1", nearest=(ARTICLE,)
    )


def test_the_report_counts_by_status_and_reason_and_names_the_gaps(
    database: Database, journal: Journal, newsroom: Newsroom
) -> None:
    for seconds, question in enumerate(ASKED):
        journal.note("7", newsroom.answer(question), seconds / 10)
    journal.note("7", not_stated(newsroom, "Berapa ton?"), 0.5)
    told = report(database, LONG_AGO)
    outcomes = {(o.status, o.reason): o.number for o in told.outcomes}
    assert outcomes == {
        ("answered", None): 2,
        ("refused", "off_topic"): 1,
        ("refused", "not_stated"): 1,
    }
    assert (told.questions, told.refusals) == (4, 2)
    assert [(near.article, near.number) for near in told.nearest] == [("beras", 1)]
    assert (told.p50, told.p95) == (0.2, 0.5)
    assert "4 questions since 2000-01-01 00:00 UTC, 2 refused" in lines(told)
    assert json.loads(json.dumps(told.record()))["outcomes"][0]["number"] == 2


def test_no_word_of_a_question_and_no_person_is_kept_unasked(
    database: Database, journal: Journal, newsroom: Newsroom
) -> None:
    journal.note("-100/0/7", newsroom.answer("Siapa juara dunia?"), 0.1)
    with database.session() as session:
        row = session.scalars(select(EventRow)).one()
        assert (row.question, row.chat) == (None, None)
    assert report(database, LONG_AGO).refused == ()


def test_where_questions_are_kept_the_refused_ones_are_shown_until_the_person_objects(
    database: Database, metrics: Metrics, chat: Chat
) -> None:
    chat.tell(Journal(database, metrics, days=30, questions=True).note)
    for person in ("7", "8"):
        chat.turn(Message(person, f"Siapa juara dunia ke-{person}?"))
    assert report(database, LONG_AGO).refused == (
        "Siapa juara dunia ke-8?",
        "Siapa juara dunia ke-7?",
    )
    chat.turn(Message("7", "/hapusdata", None, 7))
    assert report(database, LONG_AGO).refused == ("Siapa juara dunia ke-8?",)


def test_only_what_is_as_new_as_asked_is_reported(
    database: Database, journal: Journal, newsroom: Newsroom
) -> None:
    journal.note("7", newsroom.answer("Apa?"), 0.1)
    assert report(database, datetime.now(UTC) + timedelta(hours=1)).outcomes == ()
    assert report(database, datetime.now(UTC) - timedelta(hours=1)).questions == 1


def test_events_are_deleted_when_their_days_are_over(
    database: Database, metrics: Metrics, newsroom: Newsroom
) -> None:
    now = [0.0]
    journal = Journal(database, metrics, days=2, questions=False, clock=lambda: now[0])
    journal.note("7", newsroom.answer("Apa?"), 0.1)
    with database.session() as session:
        session.execute(update(EventRow).values(at=datetime.now(UTC) - timedelta(days=3)))
    journal.note("7", newsroom.answer("Apa?"), 0.1)
    now[0] = 90_000
    journal.note("7", newsroom.answer("Apa?"), 0.1)
    with database.session() as session:
        assert session.scalar(select(func.count(EventRow.id))) == 2


def test_thumbs_are_counted_where_they_are_given(database: Database) -> None:
    assert (report(database, LONG_AGO).up, report(database, LONG_AGO).down) == (0, 0)
    for person, value in enumerate((1, 1, -1), start=7):
        Feedback(database).vote("r", person, value)
    told = report(database, LONG_AGO)
    assert (told.up, told.down) == (2, 1)
    assert report(database, datetime.now(UTC)).up == 0


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("24h", datetime(2026, 2, 2, 12, tzinfo=UTC)),
        ("7d", datetime(2026, 1, 27, 12, tzinfo=UTC)),
        ("1w", datetime(2026, 1, 27, 12, tzinfo=UTC)),
        ("2026-01-31", datetime(2026, 1, 31, tzinfo=UTC)),
    ],
)
def test_since_is_a_span_or_a_date(written: str, meant: datetime) -> None:
    assert moment(written, datetime(2026, 2, 3, 12, tzinfo=UTC)) == meant


def test_since_may_not_be_anything_else() -> None:
    with pytest.raises(ValueError, match="yesterday"):
        moment("yesterday", LONG_AGO)


def test_status_is_for_administrators(chat: Chat) -> None:
    told = str(chat.turn(Message("1", "/status", "id", ADMIN)))
    assert "v1 (2026-02-03 04:05 UTC): 1 artikel, 4 kalimat" in told
    assert "0 pertanyaan, 0 ditolak" in told
    assert say("unknown_command", "id") in str(chat.turn(Message("7", "/status", "id", 7)))


def test_the_report_is_printed_for_people_and_for_programs(
    database: Database, database_url: str, journal: Journal, newsroom: Newsroom
) -> None:
    journal.note("7", newsroom.answer("Siapa juara dunia?"), 0.1)
    told = {"BOT_DATABASE_URL": database_url}
    people = CliRunner().invoke(app, ["bot", "report", "--since", "24h"], env=told)
    assert people.exit_code == 0
    assert "1 questions since" in people.stdout and "refused: off_topic" in people.stdout
    programs = CliRunner().invoke(app, ["bot", "report", "--json"], env=told)
    assert json.loads(programs.stdout)["outcomes"] == [
        {"status": "refused", "reason": "off_topic", "number": 1}
    ]
    wrong = CliRunner().invoke(app, ["bot", "report", "--since", "yesterday"], env=told)
    assert wrong.exit_code == 2
