"""One small HTTP endpoint: /health for whoever restarts the bot, /metrics for Prometheus.

It is answered by the event loop itself, so that a bot which is stuck does not seem well.
"""

import asyncio
import json
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from http import HTTPStatus

from prometheus_client import CONTENT_TYPE_LATEST
from tornado.httpserver import HTTPServer
from tornado.web import Application, RequestHandler

from bot.condition import Watch
from bot.metrics import Metrics
from indexes.errors import SettingsWrong

LOOPBACK = "127.0.0.1"
SILENCE = 90.0  # seconds without a word of Telegram; a poll ends after twenty


@asynccontextmanager
async def health(port: int | None, metrics: Metrics, watch: Watch) -> AsyncIterator[None]:
    """Answer at that port as long as the block lasts; nowhere without one."""
    if port is None:
        yield
        return
    told = {"metrics": metrics, "watch": watch}
    routes = [("/health", Health, told), ("/metrics", Counted, told)]
    server = HTTPServer(Application(routes, log_function=lambda _: None), max_body_size=1000)
    try:
        server.listen(port, LOOPBACK)
    except OSError as error:
        raise SettingsWrong(f"BOT_METRICS_PORT={port} is not free ({error.strerror})") from None
    try:
        yield
    finally:
        server.stop()
        await server.close_all_connections()


class _Told(RequestHandler):
    SUPPORTED_METHODS = ("GET", "HEAD")

    def initialize(self, metrics: Metrics, watch: Watch) -> None:
        """What the library gives to each request."""
        self.metrics, self.watch = metrics, watch

    def write_error(self, status_code: int, **_: object) -> None:
        """The status is enough."""
        self.finish()


class Health(_Told):
    """Whether it answers, and from what; 503 while Telegram is not heard."""

    async def get(self) -> None:
        """The condition as JSON."""
        condition = await asyncio.to_thread(self.watch.look)
        heard = self.metrics.heard_at
        well = heard is not None and time.monotonic() - heard < SILENCE
        self.set_status(HTTPStatus.OK if well else HTTPStatus.SERVICE_UNAVAILABLE)
        self.set_header("Content-Type", "application/json")
        facts = {
            "status": "ok" if well else "waiting for Telegram",
            "waiting": condition.waiting,
            "index": condition.index,
            "articles": condition.articles,
        }
        self.finish(json.dumps(facts))


class Counted(_Told):
    """What was counted."""

    async def get(self) -> None:
        """The metrics as Prometheus reads them."""
        condition = await asyncio.to_thread(self.watch.look)
        self.set_header("Content-Type", CONTENT_TYPE_LATEST)
        self.finish(self.metrics.text(condition))
