"""What happens to an update; each decision is made elsewhere."""

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
from bot.telegram.hints import hint
from bot.telegram.posting import Posting
from bot.telegram.presses import acknowledge
from bot.telegram.rendering import render
from bot.telegram.threads import in_thread
from bot.telegram.traces import trace
from bot.telegram.typing import typing
from retrieval.answer import CitationBroken

log = logging.getLogger(__name__)


class Handlers:
    """The handlers of messages, and of what goes wrong."""

    def __init__(self, chat: Chat, metrics: Metrics) -> None:
        self._chat = chat
        self._posting = Posting(chat)
        self._metrics = metrics
        self._albums: deque[str] = deque(maxlen=100)

    async def text(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Any text is a turn of a conversation; an edited one is answered in place."""
        message = update.effective_message
        if message is None:
            return
        said = read(message, context.bot.bot)
        where = address(message)
        async with typing(context.bot, where):
            reply = await in_thread(lambda: self._chat.turn(said))
        await self._posting.post(context.bot, where, said, reply)

    async def attachment(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Anything else gets a hint, an album one for all its pictures."""
        message = update.message
        if message is None or message.media_group_id in self._albums:
            return
        if message.media_group_id:
            self._albums.append(message.media_group_id)
        await self._say(hint(message), message, context.bot)

    async def moved(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """A group has become another chat: its conversations go on there."""
        message = update.message
        if message is None:
            return
        old = message.migrate_from_chat_id or message.chat.id
        new = message.migrate_to_chat_id or message.chat.id
        await in_thread(lambda: self._chat.move(str(old), str(new)))

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
        message = update.message or update.edited_message
        try:
            if update.callback_query:
                await acknowledge(update.callback_query, self._chat, "sorry")
            elif message:
                await self._say("sorry", message, bot)
        except TelegramError as error:
            log.error("Nor could the person be told (%s)", type(error).__name__)

    async def _say(self, words: str, message: Message, bot: Bot) -> None:
        said = read(message, bot.bot)
        text = await in_thread(lambda: self._chat.say(words, said))
        await deliver(bot, address(message), render(Reply.words(text)))
