"""Questions from chats that we are no member of: one message each, with the way to all of it."""

from contextlib import suppress

from telegram import Update
from telegram.error import BadRequest
from telegram.ext import ContextTypes

from bot.cards import Card
from bot.chat import Chat
from bot.message import Message
from bot.telegram.addressing import read
from bot.telegram.inline import result
from bot.telegram.threads import in_thread


class Guests:
    """The handler of guest messages."""

    def __init__(self, chat: Chat) -> None:
        self._chat = chat

    async def answer(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Somebody named us in a chat of theirs."""
        message = update.guest_message
        if message is None or not message.guest_query_id:
            return
        said = read(message, context.bot.bot)
        card = await in_thread(lambda: self._card(said))
        with suppress(BadRequest):  # the question is too old
            await context.bot.answer_guest_query(
                message.guest_query_id, result(card, context.bot.username)
            )

    def _card(self, said: Message) -> Card:
        reply = self._chat.turn(said)
        title, label = (self._chat.say(name, said) for name in ("card_long", "button_open"))
        return Card("answer", title, "", reply, reply.receipt, label)
