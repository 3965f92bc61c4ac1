"""Who is answered: everybody, those on the list, or those with a code; and how often."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import update

from bot.database import Database
from bot.gate import PASSES, Gate, Verdict, Visitor
from bot.members import MOST_OPEN, InvitationRow, Members
from bot.quota import Allowance, Quota

SILENCE = Verdict(False, "stranger")
ADMIN, FRIEND, STRANGER, GROUP = 1, 2, 3, -100


class Clock:
    """Seconds pass when they are told to."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def members(database: Database) -> Members:
    return Members(database)


def gate(members: Members, access: str, *, a_minute: int = 20) -> Gate:
    quota = Quota(a_minute)
    return Gate(access, members, quota, admins={ADMIN}, allowed={FRIEND, GROUP})  # type: ignore[arg-type]


def private(person: int, text: str = "Apa?") -> Visitor:
    return Visitor(person, person, private=True, text=text)


def test_an_open_bot_answers_everybody(members: Members) -> None:
    assert gate(members, "open").judge(private(STRANGER)) == PASSES


@pytest.mark.parametrize("access", ["list", "code"])
def test_those_on_the_list_and_administrators_come_in(members: Members, access: str) -> None:
    for visitor in (private(ADMIN), private(FRIEND), Visitor(STRANGER, GROUP, private=False)):
        assert gate(members, access).judge(visitor) == PASSES


@pytest.mark.parametrize(("access", "told"), [("list", "not_invited"), ("code", "code_needed")])
def test_a_stranger_is_told_so_in_private_and_met_with_silence_elsewhere(
    members: Members, access: str, told: str
) -> None:
    assert gate(members, access).judge(private(STRANGER)) == Verdict(False, "stranger", told)
    for elsewhere in (
        Visitor(STRANGER, -200, private=False),
        Visitor(STRANGER, None, private=False),
        Visitor(None, -200, private=False),
        Visitor(None, None, private=False),
    ):
        assert gate(members, access).judge(elsewhere) == SILENCE


@pytest.mark.parametrize("written", ["{}", "/start {}", "  {} ", "{}\n"])
def test_a_code_lets_one_person_in_for_good(members: Members, written: str) -> None:
    door = gate(members, "code")
    text = written.format(members.invite())
    assert door.judge(private(STRANGER, text)) == Verdict(False, "invited", "admitted")
    assert door.judge(private(STRANGER)) == PASSES
    assert door.judge(private(4, text)) == Verdict(False, "stranger", "code_needed")


def test_a_code_is_worth_nothing_on_a_list_or_after_a_day(
    members: Members, database: Database
) -> None:
    code = members.invite() or ""
    assert gate(members, "list").judge(private(STRANGER, code)) == Verdict(
        False, "stranger", "not_invited"
    )
    with database.session() as session:
        yesterday = datetime.now(UTC) - timedelta(hours=25)
        session.execute(update(InvitationRow).values(made=yesterday))
    assert gate(members, "code").judge(private(STRANGER, code)) == Verdict(
        False, "stranger", "code_needed"
    )


def test_there_is_an_end_to_codes_that_wait(members: Members) -> None:
    codes = [members.invite() for _ in range(MOST_OPEN + 1)]
    assert None not in codes[:-1] and codes[-1] is None


def test_a_stranger_who_tries_codes_is_not_listened_to_for_long(members: Members) -> None:
    door = gate(members, "code")
    verdicts = [door.judge(private(STRANGER, f"guess{n}")) for n in range(20)]
    assert verdicts[0] == Verdict(False, "stranger", "code_needed") and verdicts[-1] == SILENCE
    assert door.judge(private(STRANGER, members.invite() or "")) == SILENCE


def test_who_asks_too_much_gets_one_notice_and_nobody_else_hears_of_it(members: Members) -> None:
    door = gate(members, "open", a_minute=10)
    verdicts = [door.judge(private(STRANGER)) for _ in range(100)]
    assert (
        verdicts
        == [PASSES] * 10 + [Verdict(False, "quota", "too_many")] + [Verdict(False, "quota")] * 89
    )
    assert door.judge(private(4)) == PASSES
    assert [door.judge(private(ADMIN)) for _ in range(100)] == [PASSES] * 100


def test_after_a_while_there_is_room_for_more_questions() -> None:
    clock = Clock()
    quota = Quota(20, clock=clock)
    taken = [quota.take(7) for _ in range(25)]
    assert taken.count(Allowance.GRANTED) == 20
    clock.seconds = 3.1
    assert quota.take(7) is Allowance.GRANTED
    assert quota.take(7) is Allowance.REFUSED
    clock.seconds = 59
    granted = [quota.take(7) for _ in range(20)].count(Allowance.GRANTED)
    assert granted == 18
    clock.seconds = 61
    assert [quota.take(7) for _ in range(3)][1:] == [
        Allowance.REFUSED_WITH_NOTICE,
        Allowance.REFUSED,
    ]


def test_a_tap_costs_less_than_a_question() -> None:
    quota = Quota(2)
    assert [quota.take(7, 0.5) for _ in range(5)].count(Allowance.GRANTED) == 4
