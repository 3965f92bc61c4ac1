"""A bot that is killed at any point loses no question."""

import signal
import subprocess
import time
from contextlib import closing

from bot.database import Database
from bot.inbox import TRIES, Inbox
from prompts import say
from tests.bot.bot_api import BotApi, Fault
from tests.bot.running import kill, start_process


def left(database_url: str) -> int:
    """How many messages wait for an answer."""
    with closing(Database(database_url)) as database:
        return len(Inbox(database).recover())


def test_a_kill_after_telegram_was_told_loses_nothing_and_answers_once(
    server: BotApi, database_url: str
) -> None:
    bot = start_process(server, database_url, seconds=60)
    last = [server.write(f"Kenapa {n} lambat?", chat=n, user=n) for n in range(1, 21)][-1]
    server.wait(lambda: server.confirmed == last)
    kill(bot)
    assert server.sent == []
    assert left(database_url) == 20
    bot = start_process(server, database_url)
    server.replies(20)
    bot.terminate()
    bot.communicate(timeout=20)
    assert left(database_url) == 0
    assert sorted(m["chat"]["id"] for m in server.sent) == list(range(1, 21))


def test_questions_outlive_kills_at_any_time(server: BotApi, database_url: str) -> None:
    chats = set(range(1, 41))
    waiting = iter(sorted(chats))
    for alive in (0.05, 0.2, 0.4):
        bot = start_process(server, database_url, seconds=0.1)
        for _ in range(10):
            number = next(waiting)
            server.write(f"Kenapa {number} lambat?", chat=number, user=number)
        polls = len(server.called("getUpdates"))
        server.wait(lambda polls=polls: len(server.called("getUpdates")) > polls)
        time.sleep(alive)
        kill(bot)
    bot = start_process(server, database_url)
    for number in waiting:
        server.write("Kenapa?", chat=number, user=number)
    server.wait(lambda: {m["chat"]["id"] for m in server.sent} == chats)
    bot.terminate()
    bot.communicate(timeout=20)
    assert left(database_url) == 0


def test_a_message_that_kills_the_process_is_given_up_and_the_others_are_answered(
    server: BotApi, database_url: str, database: Database
) -> None:
    with closing(Database(database_url)):
        poison = server.write("Kenapa begitu lambat?")
    bot = start_process(server, database_url, seconds=60)
    server.wait(lambda: server.confirmed == poison)
    kill(bot)
    while Inbox(database).take(poison):
        pass
    server.write("/bantuan", chat=8, user=8)
    bot = start_process(server, database_url, seconds=60)
    assert server.replies(1, chat=7) == [say("sorry", "id")]
    assert server.replies(1, chat=8) == [say("help", "id")]
    bot.terminate()
    _, log = bot.communicate(timeout=20)
    assert f"Update {poison} was given up" in log
    assert TRIES == 3


def test_sigterm_ends_the_process_in_good_time_even_while_an_answer_hangs(
    server: BotApi, database_url: str
) -> None:
    bot = start_process(server, database_url, seconds=600)
    server.write("Kenapa begitu lambat?")
    server.wait(lambda: server.called("sendChatAction"))
    assert end(bot, signal.SIGTERM) == 0
    assert left(database_url) == 1


def test_sigint_ends_the_process_without_a_traceback(server: BotApi, database_url: str) -> None:
    bot = start_process(server, database_url)
    server.write("/bantuan")
    server.replies(1)
    assert end(bot, signal.SIGINT) == 0
    assert left(database_url) == 0


def test_sigterm_ends_a_process_that_still_waits_for_telegram(
    server: BotApi, database_url: str
) -> None:
    server.fail("getMe", *[Fault(502)] * 20)
    bot = start_process(server, database_url)
    server.wait(lambda: server.called("getMe"))
    assert end(bot, signal.SIGTERM) == 0


def end(bot: subprocess.Popen[str], sign: signal.Signals) -> int:
    """The exit code, within twelve seconds; the log is clean and holds no token."""
    bot.send_signal(sign)
    _, log = bot.communicate(timeout=12)
    assert "Traceback" not in log
    assert "a-token-nobody-may-see" not in log
    return bot.returncode
