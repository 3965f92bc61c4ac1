"""Buttons pressed and reactions given; each press is answered, whatever becomes of it."""

from contextlib import suppress

from telegram import CallbackQuery, ReactionTypeEmoji, Update
from telegram.error import TelegramError
from telegram.ext import ContextTypes

from bot.chat import Chat
from bot.message import Message, Press
from bot.pressing import Pressed
from bot.telegram.addressing import Address, named
from bot.telegram.posting import Posting
from bot.telegram.threads import in_thread
from bot.telegram.typing import typing
from bot.telegram.ways import is_private, pressed_in, thread

LONGEST_NOTE = 200  # characters
VOTES = {"👍": 1, "👎": -1}


class Presses:
    """The handlers of buttons and reactions."""

    def __init__(self, chat: Chat) -> None:
        self._chat = chat
        self._posting = Posting(chat)

    async def press(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """A button was pressed."""
        query = update.callback_query
        if query is None:
            return
        if query.message is None:
            await acknowledge(query, self._chat, "expired")
            return
        private = is_private(query.message)
        reply_to = None if private else query.message.message_id
        where = Address(query.message.chat.id, thread(query.message), reply_to)
        press = _press(query, private=private)
        async with typing(context.bot, where):
            pressed = await in_thread(lambda: self._chat.press(press))
        await _answer(query, pressed.note)
        await self._show(update, context, where, pressed)

    async def react(self, update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        """A reaction was given, changed or taken back."""
        reaction = update.message_reaction
        if reaction is None or reaction.user is None:
            return
        post, person = named(reaction.chat.id, reaction.message_id), reaction.user.id
        emoji = [r.emoji for r in reaction.new_reaction if isinstance(r, ReactionTypeEmoji)]
        vote = next((VOTES[each] for each in emoji if each in VOTES), 0)
        await in_thread(lambda: self._chat.react(post, person, vote))

    async def _show(
        self,
        update: Update,
        context: ContextTypes.DEFAULT_TYPE,
        where: Address,
        pressed: Pressed,
    ) -> None:
        query = update.callback_query
        if query is None or query.message is None:
            return
        if pressed.anew:
            number = query.message.message_id
            await self._posting.change(context.bot, where, number, pressed.anew)
        if pressed.further:
            by = _by(query, f"press:{query.id}")
            await self._posting.post(context.bot, where, by, pressed.further)


async def acknowledge(query: CallbackQuery, chat: Chat, words: str) -> None:
    """Answer a press with words only."""
    by = _by(query, "")
    await _answer(query, await in_thread(lambda: chat.say(words, by)))


async def _answer(query: CallbackQuery, note: str) -> None:
    """End the waiting of a button; one that waited for too long has ended it by itself."""
    shown = note if len(note) <= LONGEST_NOTE else f"{note[: LONGEST_NOTE - 1]}…"
    with suppress(TelegramError):
        await query.answer(shown or None)


def _by(query: CallbackQuery, post: str) -> Message:
    person = query.from_user
    return Message(pressed_in(query), "", person.language_code, person=person.id, post=post)


def _press(query: CallbackQuery, *, private: bool) -> Press:
    message = query.message
    post = named(message.chat.id, message.message_id) if message else ""
    return Press(query.data or "", _by(query, post), post, private)
