"""What happens to a message; each decision is made elsewhere."""

import logging
from collections import deque

from telegram import Bot, Message, Update
from telegram.error import BadRequest, NetworkError, TelegramError
from telegram.ext import ContextTypes

from bot.chat import Chat
from bot.metrics import Metrics
from bot.reply import Reply
from bot.telegram.addressing import address, read
from bot.telegram.delivery import deliver
from bot.telegram.rendering import render
from bot.telegram.threads import in_thread
from bot.telegram.traces import trace
from bot.telegram.typing import typing
from retrieval.answer import CitationBroken

log = logging.getLogger(__name__)


class Handlers:
    """The handlers of the application."""

    def __init__(self, chat: Chat, metrics: Metrics) -> None:
        self._chat = chat
        self._metrics = metrics
        self._albums: deque[str] = deque(maxlen=100)

    async def text(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Any text is a turn of a conversation."""
        message = update.message
        if message is None:
            return
        said = read(message, context.bot.bot)
        where = address(message)
        async with typing(context.bot, where):
            reply = await in_thread(lambda: self._chat.turn(said))
        await deliver(context.bot, where, render(reply))

    async def attachment(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Anything else gets a hint, an album one for all its pictures."""
        message = update.message
        if message is None or message.media_group_id in self._albums:
            return
        if message.media_group_id:
            self._albums.append(message.media_group_id)
        await self._say("only_text", message, context.bot)

    async def error(self, update: object, context: ContextTypes.DEFAULT_TYPE) -> None:
        """The log learns what broke, the person that something did."""
        error = context.error
        if error is None:
            return
        log.error("An answer failed\n%s", trace(error))
        if isinstance(error, CitationBroken):
            self._metrics.broken()
        away = isinstance(error, NetworkError) and not isinstance(error, BadRequest)
        if isinstance(update, Update) and not away:
            await self.apologise(update, context.bot)

    async def apologise(self, update: Update, bot: Bot) -> None:
        """Say that there will be no answer."""
        if update.message is None:
            return
        try:
            await self._say("sorry", update.message, bot)
        except TelegramError as error:
            log.error("Nor could the person be told (%s)", type(error).__name__)

    async def _say(self, words: str, message: Message, bot: Bot) -> None:
        reply = Reply.words(self._chat.say(words, read(message, bot.bot)))
        await deliver(bot, address(message), render(reply))
