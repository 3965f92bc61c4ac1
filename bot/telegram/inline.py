"""Quotes for what somebody types behind our name in any chat."""

from contextlib import suppress
from datetime import timedelta

from telegram import (
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQuery,
    InlineQueryResultArticle,
    InlineQueryResultsButton,
    InputTextMessageContent,
    Update,
)
from telegram.error import BadRequest
from telegram.ext import ContextTypes

from bot.cards import SHARED, Card, whole
from bot.chat import Chat
from bot.message import Message
from bot.reply import Reply
from bot.telegram.keyboard import preview
from bot.telegram.rendering import render
from bot.telegram.threads import in_thread

KEPT = timedelta(seconds=30)  # how long Telegram may show the same cards again
ASK = "ask"  # what /start is followed by when somebody wants to ask in private


class Inline:
    """The handler of inline queries."""

    def __init__(self, chat: Chat) -> None:
        self._chat = chat

    async def query(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Somebody types; what is answered too late has been typed over."""
        query = update.inline_query
        if query is None:
            return
        typed = _typed(query)
        skip = int(query.offset) if query.offset.isdecimal() else 0
        found = await in_thread(lambda: self._chat.found(typed, skip))
        label = await in_thread(lambda: self._chat.say("ask_private", typed))
        username = context.bot.username
        results = [result(card, username) for card in found.cards]
        with suppress(BadRequest):  # the query is too old
            await query.answer(
                results,
                cache_time=KEPT,
                is_personal=True,
                next_offset=str(found.following) if found.following else None,
                button=InlineQueryResultsButton(label, start_parameter=ASK),
            )


def _typed(query: InlineQuery) -> Message:
    person = query.from_user
    return Message(
        f"inline/{person.id}", query.query.strip(), person.language_code, person=person.id
    )


def result(card: Card, username: str) -> InlineQueryResultArticle:
    """The card as one message: whole, or else only the way to it."""
    posts = render(card.reply)
    if len(posts) > 1:
        posts = render(whole(card).reply)
    if len(posts) != 1:
        posts = render(Reply.words(card.title))
    (post,) = posts
    content = InputTextMessageContent(
        post.text, entities=post.entities, link_preview_options=preview(post)
    )
    return InlineQueryResultArticle(
        card.name,
        card.title,
        content,
        description=card.description,
        reply_markup=_below(card, username),
    )


def _below(card: Card, username: str) -> InlineKeyboardMarkup | None:
    """Under an answer, the way to it."""
    if not card.receipt:
        return None
    address = f"https://t.me/{username}?start={SHARED.removeprefix('#')}{card.receipt}"
    return InlineKeyboardMarkup([[InlineKeyboardButton(card.label, url=address)]])
