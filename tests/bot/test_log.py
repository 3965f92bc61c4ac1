"""The log: a line an event, and no secret in it."""

import json
import logging

import pytest

from bot.log import Line


def line(record: logging.LogRecord, *secrets: str) -> str:
    return Line(secrets).format(record)


def record(said: str, *args: object, **more: object) -> logging.LogRecord:
    made = logging.LogRecord("bot.x", logging.WARNING, "", 1, said, args, None)
    made.__dict__.update(more)
    made.created = 0.0
    return made


def test_an_event_is_one_line_of_keys_and_values() -> None:
    facts = {"status": "refused", "reason": None, "seconds": 0.25}
    assert line(record("Answered", facts=facts)) == (
        "time=1970-01-01T00:00:00.000+00:00 level=warning from=bot.x said=Answered "
        "status=refused seconds=0.25"
    )


@pytest.mark.parametrize("said", ["two\nlines", 'a "quote"', "a=b c", "", "\x1b[2J"])
def test_whatever_is_said_stays_on_its_line_and_can_be_read_back(said: str) -> None:
    told = line(record("%s", said))
    assert "\n" not in told and "\x1b" not in told
    value = told.split("said=")[1]
    assert json.loads(value) == said


def test_a_traceback_is_part_of_the_line() -> None:
    try:
        raise RuntimeError("broken")
    except RuntimeError as error:
        caught = (type(error), error, error.__traceback__)
    told = line(record("An answer failed", exc_info=caught))
    assert "\n" not in told and "RuntimeError" in told


def test_a_secret_never_stands_in_a_line() -> None:
    told = line(record("POST /bot%s/getMe", "1:secret"), "1:secret", "")
    assert "secret" not in told and "/bot***/getMe" in told
