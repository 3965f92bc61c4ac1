"""Where a message goes that was refused, and how often one is tried."""

import math

import httpx
import pytest
from telegram.error import BadRequest, ChatMigrated, Forbidden, NetworkError, TelegramError

from bot.telegram.addressing import Address
from bot.telegram.delivery import IN_DOUBT, REFUSED, attempts, instead

HERE = Address(-100, thread=3, reply_to=5)


@pytest.mark.parametrize(
    ("refusal", "address"),
    [
        (BadRequest("Message thread not found"), Address(-100, None, 5)),
        (BadRequest("Message to be replied not found"), Address(-100, 3, None)),
        (BadRequest("MESSAGE_ID_INVALID"), Address(-100, 3, None)),
        (ChatMigrated(-200), Address(-200, 3, None)),
    ],
    ids=["no topic", "no question", "no message", "another group"],
)
def test_a_refused_message_goes_elsewhere(
    refusal: BadRequest | ChatMigrated, address: Address
) -> None:
    assert instead(HERE, refusal) == address


def test_a_chat_that_is_gone_is_left_alone() -> None:
    with pytest.raises(Forbidden):
        instead(HERE, BadRequest("Chat not found"))


def test_a_fault_of_ours_is_raised_and_not_tried_for_ever() -> None:
    with pytest.raises(BadRequest):
        instead(Address(1), BadRequest("Message thread not found"))


@pytest.mark.parametrize(
    ("cause", "times"),
    [
        (httpx.ConnectError("away"), math.inf),
        (httpx.PoolTimeout("busy"), math.inf),
        (None, REFUSED),
        (TelegramError("a 502 in HTML"), REFUSED),
        (httpx.ReadTimeout("slow"), IN_DOUBT),
        (httpx.RemoteProtocolError("dropped"), IN_DOUBT),
        (UnicodeEncodeError("utf-8", "", 0, 0, ""), IN_DOUBT),
    ],
    ids=["away", "busy", "status", "HTML", "slow", "dropped", "unknown"],
)
def test_only_what_cannot_have_arrived_is_tried_again_for_long(
    cause: Exception | None, times: float
) -> None:
    error = NetworkError("fault")
    error.__cause__ = cause
    assert attempts(error) == times
