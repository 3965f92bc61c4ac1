"""`kutip chat` and `kutip bot`: the readers' doors. Heavy imports wait for a command."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from bot.chat import Chat
    from bot.condition import Watch
    from bot.database import Database
    from bot.metrics import Metrics
    from bot.settings import BotSettings
    from indexes.serving import ServedIndex

app = typer.Typer()
bot = typer.Typer(invoke_without_command=True)
app.add_typer(bot, name="bot")


@app.command()
def chat(
    samples: Annotated[
        bool, typer.Option(help="Ask the sample questions when standard input is empty.")
    ] = False,
) -> None:
    """Talk in the terminal; without one, answer each line of standard input."""
    from bot.settings import BotSettings
    from bot.terminal import answer_lines, standard_input, talk
    from prompts import say
    from retrieval.wiring import open_library

    settings = BotSettings.read()
    with open_library() as library, _open_chat(settings, library) as (conversation, *_):
        if sys.stdin and sys.stdin.isatty():
            library.watch()
            talk(conversation, settings.language)
            return
        asked = say("samples", settings.language).splitlines() if samples else []
        answer_lines(conversation, standard_input(), asked)


@bot.callback()
def answer(context: typer.Context) -> None:
    """Answer in Telegram until stopped; needs BOT_TOKEN."""
    if context.invoked_subcommand:
        return
    # its threads wait busily for sums of microseconds: 48 ms of the processors an answer, not 19
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    from bot.settings import BotSettings
    from bot.telegram.application import House, run
    from indexes.errors import SettingsWrong
    from retrieval.wiring import open_lasting_library

    settings = BotSettings.read()
    if settings.token is None:
        raise SettingsWrong("BOT_TOKEN is not set. Get one from @BotFather, or use: kutip chat")
    with open_lasting_library() as library, _open_chat(settings, library) as opened:
        talk, database, watch = opened
        house = House(settings, talk, database, watch, _journal(settings, talk, database))
        _settle(library)
        talk.suggesting.start()
        try:
            run(house)
        finally:
            talk.suggesting.stop()


@bot.command()
def report(
    since: Annotated[str, typer.Option(help="24h, 7d, 2w, or a date such as 2026-11-01.")] = "7d",
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """What became of the questions: by status and reason, thumbs, speed, and gaps."""
    from datetime import UTC, datetime

    from bot.database import opened
    from bot.printing import print_report
    from bot.report import moment, report
    from bot.settings import BotSettings

    try:
        began = moment(since, datetime.now(UTC))
    except (ValueError, OverflowError):
        raise typer.BadParameter("--since is 24h, 7d, 2w, or a date such as 2026-11-01") from None
    with opened(BotSettings.read().database_url) as database:
        print_report(report(database, began), as_json=as_json)


@contextmanager
def _open_chat(
    settings: BotSettings, library: ServedIndex
) -> Iterator[tuple[Chat, Database, Watch]]:
    from bot.chat import Chat
    from bot.condition import Watch
    from bot.conversations import Conversations
    from bot.database import opened
    from bot.desk import Desk
    from bot.inbox import Inbox
    from bot.records import Records
    from retrieval.wiring import answerer

    with opened(settings.database_url) as database:
        running = Conversations(minutes=settings.session_minutes)
        watch = Watch(Inbox(database), library)
        admins = settings.admins or ()
        desk = Desk(database, running, watch, access=settings.access, admins=admins)
        talk = Chat(
            answerer(library), library, Records.of(database), running, language=settings.language
        )
        talk.mount(desk.commands)
        yield talk, database, watch


def _settle(library: ServedIndex) -> None:
    """Load what answers need, and let the garbage collector never look at it again.

    It would do so every ten seconds or so, and everything stands still for it: 96 ms.
    """
    import gc

    from prompts import LANGUAGES, say
    from retrieval.wiring import answerer

    trying = answerer(library)
    for language in LANGUAGES:
        for question in say("samples", language).splitlines():
            trying.answer(question)
    gc.collect()
    gc.freeze()


def _journal(settings: BotSettings, talk: Chat, database: Database) -> Metrics:
    """Note each answer from now on; the metrics that count them."""
    from bot.journal import Journal
    from bot.metrics import Metrics

    metrics = Metrics()
    journal = Journal(database, metrics, days=settings.keep_days, questions=settings.keep_questions)
    talk.tell(journal.note)
    return metrics
