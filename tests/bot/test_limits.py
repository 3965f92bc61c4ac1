"""What is sent when: nothing too early, nothing late for another's sake."""

import asyncio
import random
from collections.abc import Callable, Coroutine
from typing import Any

import pytest
from telegram.error import RetryAfter

from bot.metrics import Metrics
from bot.telegram.limits import Limits
from tests.bot.bot_limits import TelegramsLimits


class Wire:
    """Telegram at the other end of a slow line; what it was sent, and when that was too early."""

    def __init__(self, *pauses: int, delay: Callable[[], float] = lambda: 0.0) -> None:
        self.sent: list[tuple[str, Any, Any]] = []
        self.at: list[float] = []
        self.telegram = TelegramsLimits()
        self.metrics = Metrics()
        self._pauses = list(pauses)
        self._delay = delay
        self._limits = Limits(self.metrics)

    async def send(self, endpoint: str, chat: int, what: object = None, **more: object) -> Any:
        data = {"chat_id": chat, **more}
        return await self._limits.process_request(
            self._arrive, (endpoint, chat, what), {}, endpoint, data, None
        )

    async def _arrive(self, endpoint: str, chat: int, what: object) -> bool:
        await asyncio.sleep(self._delay())
        now = asyncio.get_running_loop().time()
        if self._pauses and (pause := self._pauses.pop(0)):
            raise RetryAfter(pause)
        self.telegram.refuse(endpoint, str(chat), now)
        self.sent.append((endpoint, chat, what))
        self.at.append(now)
        await asyncio.sleep(self._delay())
        return False


class Quickly(asyncio.SelectorEventLoop):
    """A loop whose clock jumps to the next timer, so that minutes pass at once."""

    def __init__(self) -> None:
        super().__init__()
        self._jumped = 0.0

    def time(self) -> float:
        return self._jumped

    def _run_once(self) -> None:
        if not self._ready and self._scheduled:  # type: ignore[attr-defined]
            self._jumped = max(self._jumped, self._scheduled[0].when())  # type: ignore[attr-defined]
        super()._run_once()  # type: ignore[misc]


@pytest.fixture(autouse=True)
def pauses_as_the_bot_has_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "1")


def play(scene: Callable[[], Coroutine[Any, Any, None]]) -> None:
    with asyncio.Runner(loop_factory=Quickly) as runner:
        runner.run(asyncio.wait_for(scene(), 3600))


def test_a_chat_gets_three_messages_at_once_and_then_one_a_second() -> None:
    async def scene() -> None:
        wire = Wire()
        await asyncio.gather(*(wire.send("sendMessage", 7, n) for n in range(6)))
        assert [round(at, 2) for at in wire.at] == [0, 0, 0, 1, 2, 3]
        assert [what for _, _, what in wire.sent] == list(range(6))

    play(scene)


def test_a_group_gets_twenty_messages_a_minute() -> None:
    async def scene() -> None:
        wire = Wire()
        await asyncio.gather(*(wire.send("sendMessage", -100, n) for n in range(45)))
        assert wire.telegram.violations == []
        assert 120 <= wire.at[-1] < 130

    play(scene)


def test_all_chats_together_get_thirty_messages_a_second() -> None:
    async def scene() -> None:
        wire = Wire()
        await asyncio.gather(*(wire.send("sendMessage", n) for n in range(1, 301)))
        assert wire.telegram.violations == []
        assert wire.at[-1] == pytest.approx(9, abs=0.1)

    play(scene)


@pytest.mark.parametrize("seed", range(8))
def test_no_limit_is_broken_however_long_messages_are_on_their_way(seed: int) -> None:
    lot = random.Random(seed)

    async def scene() -> None:
        wire = Wire(delay=lambda: lot.choice((0.0, 0.01, 0.3, 2.0)) * lot.random())

        async def later(chat: int) -> None:
            await asyncio.sleep(20 * lot.random())
            await wire.send(lot.choice(("sendMessage", "editMessageText")), chat, message_id=chat)
            await wire.send("sendChatAction", chat)

        chats = [lot.choice((*range(1, 40), -1, -2)) for _ in range(400)]
        await asyncio.gather(*map(later, chats))
        assert wire.telegram.violations == []

    play(scene)


def test_a_pause_asked_for_by_one_chat_holds_up_no_other() -> None:
    async def scene() -> None:
        wire = Wire(137)
        first = asyncio.create_task(wire.send("sendMessage", 1))
        await asyncio.sleep(0)
        await asyncio.gather(first, *(wire.send("sendMessage", chat) for chat in (1, 2, 3)))
        assert [chat for _, chat, _ in wire.sent] == [2, 3, 1, 1]
        assert wire.at[:2] == [0, 0]
        assert wire.at[2] >= 137
        assert wire.metrics.count("kutip_telegram_429") == 1

    play(scene)


def test_an_answer_goes_before_an_edit_that_waits() -> None:
    async def scene() -> None:
        wire = Wire()
        edits = (wire.send("editMessageText", 7, n, message_id=n) for n in range(6))
        await asyncio.gather(*edits, wire.send("sendMessage", 7, "answer"))
        assert [what for _, _, what in wire.sent] == [0, 1, 2, "answer", 3, 4, 5]

    play(scene)


def test_of_the_edits_of_one_message_that_wait_the_newest_is_sent() -> None:
    async def scene() -> None:
        wire = Wire()
        edits = (wire.send("editMessageText", 7, n, message_id=1) for n in range(9))
        results = await asyncio.gather(*edits)
        assert [what for _, _, what in wire.sent] == [0, 1, 2, 8]
        assert results == [False] * 3 + [True] * 5 + [False]

    play(scene)


def test_a_sign_of_life_is_left_out_where_it_would_have_to_wait() -> None:
    async def scene() -> None:
        wire = Wire()
        answers = [wire.send("sendMessage", 7, n) for n in range(4)]
        waiting = asyncio.gather(*answers)
        await asyncio.sleep(0.1)
        assert await wire.send("sendChatAction", 7) is True
        await wire.send("sendChatAction", 8)
        await waiting
        assert [chat for name, chat, _ in wire.sent if name == "sendChatAction"] == [8]

    play(scene)


def test_a_refused_sign_of_life_silences_signs_and_no_answer() -> None:
    async def scene() -> None:
        wire = Wire(60)
        assert await wire.send("sendChatAction", 7) is True
        await wire.send("sendMessage", 7)
        await wire.send("sendChatAction", 7)
        assert [name for name, _, _ in wire.sent] == ["sendMessage"]
        assert wire.at == [0]

    play(scene)


def test_somebody_who_stops_waiting_leaves_the_others_their_turns() -> None:
    async def scene() -> None:
        wire = Wire()
        tasks = [asyncio.create_task(wire.send("sendMessage", 7, n)) for n in range(8)]
        await asyncio.sleep(0.1)
        for task in tasks[3:7]:
            task.cancel()
        await tasks[7]
        assert [what for _, _, what in wire.sent] == [0, 1, 2, 7]
        assert wire.at[-1] == pytest.approx(1)

    play(scene)
