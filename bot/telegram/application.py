"""The Telegram bot put together from its parts, and its life from start to stop."""

import asyncio
import os
import re
import signal
import sys
from dataclasses import dataclass

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
from bot.condition import Watch
from bot.database import Database
from bot.gate import Gate
from bot.health import health
from bot.inbox import Inbox
from bot.log import begin
from bot.members import Members
from bot.metrics import Metrics
from bot.quota import Quota
from bot.settings import BotSettings
from bot.telegram.door import Door
from bot.telegram.errors import TokenRefused
from bot.telegram.guests import Guests
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
SHORTEST_TURN = 0.001  # seconds of a thread while others wait: so the loop never waits for long
SECONDS_TO_SEND = 30.0  # a slow reply is no lost message: sent again, it would arrive twice


@dataclass(frozen=True, slots=True)
class House:
    """What the bot is made of, besides Telegram."""

    settings: BotSettings
    chat: Chat
    database: Database
    watch: Watch
    metrics: Metrics


def run(house: House) -> None:
    """Answer until SIGINT or SIGTERM; raises what only a person can repair."""
    kept = (house.settings.token, house.settings.webhook_secret)
    begin(secret.get_secret_value() for secret in kept if secret)
    sys.setswitchinterval(SHORTEST_TURN)
    asyncio.run(_run(house))


async def _run(house: House) -> None:
    stop = asyncio.Event()
    for sign in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(sign, stop.set)
    await live(house, stop)


async def live(house: House, stop: asyncio.Event) -> None:
    """Answer until `stop` is set."""
    bot = service(house)
    async with health(house.settings.metrics_port, house.metrics, house.watch):
        await bot.run(stop)


def service(house: House) -> Service:
    """The bot, ready to run."""
    settings, metrics = house.settings, house.metrics
    token = settings.token.get_secret_value() if settings.token else ""
    if not TOKEN.fullmatch(token):
        raise TokenRefused
    # pauses as the next version of the library has them; without it, each 429 warns
    os.environ.setdefault("PTB_TIMEDELTA", "1")
    handlers = Handlers(house.chat, metrics)
    gate = _gate(settings, house.database)
    door = Door(gate, lambda: bot.bot, metrics, language=settings.language)
    intake = Intake(Inbox(house.database), lambda: bot.bot.bot, door)
    ordering = Ordering(intake, metrics, lambda update: handlers.apologise(update, bot.bot))
    bot = _build(house, token, intake, ordering)
    presses = Presses(house.chat)
    bot.add_handler(MessageHandler(filters.StatusUpdate.MIGRATE, handlers.moved))
    bot.add_handler(MessageHandler(filters.UpdateType.GUEST_MESSAGE, Guests(house.chat).answer))
    bot.add_handler(MessageHandler(filters.TEXT, handlers.text))
    bot.add_handler(MessageHandler(~filters.TEXT, handlers.attachment))
    bot.add_handler(CallbackQueryHandler(presses.press))
    bot.add_handler(MessageReactionHandler(presses.react))
    bot.add_handler(InlineQueryHandler(Inline(house.chat).query))
    bot.add_error_handler(handlers.error)
    return Service(bot, _way_in(house, bot, intake), intake, ordering, settings)


def _way_in(house: House, bot: AnyApplication, intake: Intake) -> WayIn:
    if wanted := hook(house.settings):
        return Webhook(wanted, intake, bot.bot, house.metrics)
    return Polling(Updater(bot.bot, intake))


def _gate(settings: BotSettings, database: Database) -> Gate:
    return Gate(
        settings.access,
        Members(database),
        Quota(settings.questions_per_minute),
        admins=settings.admins or (),
        allowed=settings.allowed or (),
    )


def _build(house: House, token: str, intake: Intake, ordering: Ordering) -> AnyApplication:
    root = str(house.settings.api_url).rstrip("/")
    return (
        ApplicationBuilder()
        .token(token)
        .base_url(f"{root}/bot")
        .base_file_url(f"{root}/file/bot")
        .connection_pool_size(CONNECTIONS)
        .pool_timeout(SECONDS_TO_SEND)
        .read_timeout(SECONDS_TO_SEND)
        .get_updates_request(UpdatesRequest(house.metrics.heard))
        .rate_limiter(Limits(house.metrics))
        .defaults(Defaults(link_preview_options=LinkPreviewOptions(is_disabled=True)))
        .updater(None)
        .update_queue(intake)
        .concurrent_updates(ordering)
        .job_queue(None)
        .build()
    )
