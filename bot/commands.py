"""`kutip chat` and `kutip bot`: the readers' doors. Heavy imports wait for a command."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from bot.chat import Chat
    from bot.database import Database
    from bot.settings import BotSettings
    from indexes.serving import ServedIndex

app = typer.Typer()


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
    with open_library() as library, _open_chat(settings, library) as (conversation, _):
        if sys.stdin and sys.stdin.isatty():
            library.watch()
            talk(conversation, settings.language)
            return
        asked = say("samples", settings.language).splitlines() if samples else []
        answer_lines(conversation, standard_input(), asked)


@app.command()
def bot() -> None:
    """Answer in Telegram until stopped; needs BOT_TOKEN."""
    from bot.settings import BotSettings
    from bot.telegram.application import run
    from indexes.errors import SettingsWrong
    from retrieval.wiring import open_lasting_library

    settings = BotSettings.read()
    if settings.token is None:
        raise SettingsWrong("BOT_TOKEN is not set. Get one from @BotFather, or use: kutip chat")
    with (
        open_lasting_library() as library,
        _open_chat(settings, library) as (conversation, database),
    ):
        conversation.suggesting.start()
        try:
            run(settings, conversation, database)
        finally:
            conversation.suggesting.stop()


@contextmanager
def _open_chat(settings: BotSettings, library: ServedIndex) -> Iterator[tuple[Chat, Database]]:
    from sqlalchemy.exc import SQLAlchemyError

    from bot.chat import Chat
    from bot.conversations import Conversations
    from bot.database import Database, DatabaseUnusable
    from bot.desk import Desk
    from bot.records import Records
    from retrieval.wiring import answerer

    with closing(Database(settings.database_url)) as database:
        running = Conversations(minutes=settings.session_minutes)
        talk = Chat(
            answerer(library), library, Records.of(database), running, language=settings.language
        )
        desk = Desk(database, running, access=settings.access, admins=settings.admins or ())
        talk.mount(desk.commands)
        try:
            yield talk, database
        except SQLAlchemyError as error:
            raise DatabaseUnusable(error) from error
