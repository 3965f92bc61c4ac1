"""Every way in: which updates wait for us, and whose conversation each belongs to."""

import telegram
from telegram import Update
from telegram.constants import ChatType

from bot.telegram.addressing import conversation, in_chat, is_for


def waits(update: Update, me: telegram.User) -> bool:
    """Whether somebody waits for what we do about it."""
    if message := update.message or update.edited_message:
        return is_for(message, me)
    if guest := update.guest_message:
        return bool(guest.text and guest.from_user and not guest.from_user.is_bot)
    if reaction := update.message_reaction:
        return reaction.user is not None and not reaction.user.is_bot
    return update.callback_query is not None or update.inline_query is not None


def lasting(update: Update) -> bool:
    """Whether it is kept until it was dealt with; what is asked inline is stale in seconds."""
    return update.inline_query is None


def conversation_of(update: Update) -> str | None:
    """The conversation whose turn it takes; nothing where it is part of none."""
    if message := update.message or update.edited_message or update.guest_message:
        return conversation(message)
    if query := update.callback_query:
        return pressed_in(query)
    if (reaction := update.message_reaction) and reaction.user:
        return in_chat(reaction.chat, None, reaction.user)
    return None


def pressed_in(query: telegram.CallbackQuery) -> str:
    """The conversation of whoever pressed a button, in the chat where it stands."""
    message = query.message
    if message is None:
        return str(query.from_user.id)
    return in_chat(message.chat, thread(message), query.from_user)


def thread(message: telegram.MaybeInaccessibleMessage) -> int | None:
    """The topic of a message, as far as Telegram still tells."""
    if isinstance(message, telegram.Message) and message.is_topic_message:
        return message.message_thread_id
    return None


def is_private(message: telegram.MaybeInaccessibleMessage) -> bool:
    """Whether it stands in a chat with one person."""
    return message.chat.type == ChatType.PRIVATE
