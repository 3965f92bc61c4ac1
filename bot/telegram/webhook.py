"""Updates that Telegram brings by itself: kept before it is told that they came."""

import hmac
import json
import logging
import re
from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus
from urllib.parse import urlsplit

from telegram import Bot
from telegram.error import BadRequest, TelegramError
from tornado.httpserver import HTTPServer
from tornado.web import Application, HTTPError, RequestHandler

from bot.metrics import Metrics
from bot.settings import BotSettings
from bot.telegram.errors import WebhookRefused
from bot.telegram.intake import Intake
from bot.telegram.patience import until_it_works
from bot.telegram.updates import WANTED, parsed
from indexes.errors import KutipError, SettingsWrong

SECRET = re.compile(r"[\w-]{16,256}", re.ASCII)
HEADER = "X-Telegram-Bot-Api-Secret-Token"
LONGEST = 1_000_000  # bytes of a body; an update has some thousands
LAST_PORT = 65_535
SLOWEST = 30.0  # seconds in which a body has to come

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Hook:
    """Where Telegram brings updates, where we take them, and how we know that it is Telegram."""

    url: str
    secret: str
    host: str
    port: int


def hook(settings: BotSettings) -> Hook | None:
    """The webhook that is wanted; never one that anybody could write to."""
    if settings.webhook_url is None:
        return None
    secret = settings.webhook_secret.get_secret_value() if settings.webhook_secret else ""
    if not SECRET.fullmatch(secret):
        raise SettingsWrong(
            "BOT_WEBHOOK_URL needs BOT_WEBHOOK_SECRET: 16 to 256 of A-Z, a-z, 0-9, _ and -. "
            "Make one: openssl rand -hex 32"
        )
    host, _, port = settings.webhook_listen.rpartition(":")
    if int(port) > LAST_PORT:
        raise SettingsWrong(f"BOT_WEBHOOK_LISTEN={settings.webhook_listen} has no such port")
    return Hook(str(settings.webhook_url), secret, host.strip("[]"), int(port))


class Webhook:
    """The way in by which Telegram calls us."""

    def __init__(self, wanted: Hook, intake: Intake, bot: Bot, metrics: Metrics) -> None:
        self._hook = wanted
        self._intake = intake
        self._bot = bot
        self._metrics = metrics
        self._server: HTTPServer | None = None

    async def open(self, _: Callable[[KutipError], None]) -> None:
        """Listen, then tell Telegram where."""
        path = re.escape(urlsplit(self._hook.url).path or "/")
        told = {"secret": self._hook.secret, "intake": self._intake, "bot": self._bot}
        application = Application([(path, Receiver, told)], log_function=lambda _: None)
        self._server = HTTPServer(
            application,
            max_body_size=LONGEST,
            max_buffer_size=2 * LONGEST,
            body_timeout=SLOWEST,
            idle_connection_timeout=2 * SLOWEST,
        )
        try:
            self._server.listen(self._hook.port, self._hook.host)
        except OSError as error:
            place = f"{self._hook.host}:{self._hook.port}"
            raise SettingsWrong(f"BOT_WEBHOOK_LISTEN={place} cannot be used ({error})") from None
        await until_it_works(self._announce)
        self._metrics.heard(for_good=True)

    async def close(self) -> None:
        """Take nothing more; what was not confirmed, Telegram brings again."""
        if self._server:
            self._server.stop()
            await self._server.close_all_connections()

    async def _announce(self) -> None:
        try:
            await self._bot.set_webhook(
                self._hook.url,
                secret_token=self._hook.secret,
                allowed_updates=WANTED,
                drop_pending_updates=False,
            )
        except BadRequest as refusal:
            raise WebhookRefused(refusal.message) from None


class Receiver(RequestHandler):
    """One update a request."""

    SUPPORTED_METHODS = ("POST",)  # the others get 405

    def initialize(self, secret: str, intake: Intake, bot: Bot) -> None:
        """What the library gives to each request."""
        self._secret, self._intake, self._bot = secret, intake, bot

    async def post(self) -> None:
        """Keep an update; anything but 200 makes Telegram bring it again."""
        given = self.request.headers.get(HEADER, "")
        if not hmac.compare_digest(given.encode(), self._secret.encode()):
            raise HTTPError(HTTPStatus.FORBIDDEN)
        try:
            update = parsed(json.loads(self.request.body), self._bot)
        except (ValueError, RecursionError):
            raise HTTPError(HTTPStatus.BAD_REQUEST) from None
        if update is None:
            return
        try:
            await self._intake.put(update)
        except TelegramError as error:
            log.error("An update could not be kept (%s)", error.message)
            raise HTTPError(HTTPStatus.SERVICE_UNAVAILABLE) from None

    def write_error(self, status_code: int, **_: object) -> None:
        """The status is enough: an error page would tell strangers what is here."""
        self.finish()
