"""The Telegram bot put together from its parts, and its life from start to stop."""

import asyncio
import logging
import os
import re
import signal

from telegram import LinkPreviewOptions
from telegram.ext import (
    ApplicationBuilder,
    CallbackQueryHandler,
    Defaults,
    InlineQueryHandler,
    MessageHandler,
    MessageReactionHandler,
    Updater,
    filters,
)

from bot.chat import Chat
from bot.database import Database
from bot.gate import Gate
from bot.inbox import Inbox
from bot.members import Members
from bot.quota import Quota
from bot.settings import BotSettings
from bot.telegram.door import Door
from bot.telegram.errors import TokenRefused
from bot.telegram.handlers import Handlers
from bot.telegram.inline import Inline
from bot.telegram.intake import Intake
from bot.telegram.limits import Limits
from bot.telegram.ordering import Ordering
from bot.telegram.polling import Polling
from bot.telegram.presses import Presses
from bot.telegram.service import AnyApplication, Service, WayIn
from bot.telegram.updates import UpdatesRequest
from bot.telegram.webhook import Webhook, hook

TOKEN = re.compile(r"[\w:/-]+", re.ASCII)
CONNECTIONS = 8  # with 64, the library answers 104 messages a second instead of 238
SECONDS_TO_SEND = 30.0  # a slow reply is no lost message: sent again, it would arrive twice
LOGGED = {
    "bot": logging.INFO,
    "indexes": logging.INFO,
    "httpx": logging.WARNING,  # below, it writes URLs, which hold the token
    "httpcore": logging.WARNING,
    "telegram.ext.Updater": logging.CRITICAL,  # what goes wrong there is ours to tell
}


def run(settings: BotSettings, chat: Chat, database: Database) -> None:
    """Answer until SIGINT or SIGTERM; raises what only a person can repair."""
    logging.basicConfig(format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    for name, level in LOGGED.items():
        logging.getLogger(name).setLevel(level)
    asyncio.run(_run(settings, chat, database))


async def _run(settings: BotSettings, chat: Chat, database: Database) -> None:
    stop = asyncio.Event()
    for sign in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(sign, stop.set)
    await service(settings, chat, database).run(stop)


def service(settings: BotSettings, chat: Chat, database: Database) -> Service:
    """The bot, ready to run."""
    token = settings.token.get_secret_value() if settings.token else ""
    if not TOKEN.fullmatch(token):
        raise TokenRefused
    # pauses as the next version of the library has them; without it, each 429 warns
    os.environ.setdefault("PTB_TIMEDELTA", "1")
    handlers = Handlers(chat)
    door = Door(_gate(settings, database), lambda: bot.bot, language=settings.language)
    intake = Intake(Inbox(database), lambda: bot.bot.bot, door)
    ordering = Ordering(intake, lambda update: handlers.apologise(update, bot.bot))
    bot = _build(token, str(settings.api_url).rstrip("/"), intake, ordering)
    presses = Presses(chat)
    bot.add_handler(MessageHandler(filters.StatusUpdate.MIGRATE, handlers.moved))
    bot.add_handler(MessageHandler(filters.TEXT, handlers.text))
    bot.add_handler(MessageHandler(~filters.TEXT, handlers.attachment))
    bot.add_handler(CallbackQueryHandler(presses.press))
    bot.add_handler(MessageReactionHandler(presses.react))
    bot.add_handler(InlineQueryHandler(Inline(chat).query))
    bot.add_error_handler(handlers.error)
    way_in = _way_in(settings, bot, intake)
    return Service(bot, way_in, intake, ordering, settings)


def _way_in(settings: BotSettings, bot: AnyApplication, intake: Intake) -> WayIn:
    if wanted := hook(settings):
        return Webhook(wanted, intake, bot.bot)
    return Polling(Updater(bot.bot, intake))


def _gate(settings: BotSettings, database: Database) -> Gate:
    return Gate(
        settings.access,
        Members(database),
        Quota(settings.questions_per_minute),
        admins=settings.admins or (),
        allowed=settings.allowed or (),
    )


def _build(token: str, root: str, intake: Intake, ordering: Ordering) -> AnyApplication:
    return (
        ApplicationBuilder()
        .token(token)
        .base_url(f"{root}/bot")
        .base_file_url(f"{root}/file/bot")
        .connection_pool_size(CONNECTIONS)
        .pool_timeout(SECONDS_TO_SEND)
        .read_timeout(SECONDS_TO_SEND)
        .get_updates_request(UpdatesRequest())
        .rate_limiter(Limits())
        .defaults(Defaults(link_preview_options=LinkPreviewOptions(is_disabled=True)))
        .updater(None)
        .update_queue(intake)
        .concurrent_updates(ordering)
        .job_queue(None)
        .build()
    )
