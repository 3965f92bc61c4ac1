"""Buttons and link previews as Telegram wants them."""

from urllib.parse import quote

from telegram import (
    ForceReply,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    LinkPreviewOptions,
    SwitchInlineQueryChosenChat,
    User,
)

from bot.buttons import Button, Rows
from bot.telegram.rendering import Post

LONGEST_FIELD = 64  # characters of what is said in an empty field


def markup(post: Post, me: User) -> InlineKeyboardMarkup | ForceReply | None:
    """What hangs below a message."""
    if post.wanted:
        return ForceReply(selective=True, input_field_placeholder=post.wanted[:LONGEST_FIELD])
    return keyboard(post.rows, me)


def keyboard(rows: Rows, me: User) -> InlineKeyboardMarkup | None:
    """The buttons, row by row."""
    if not rows:
        return None
    return InlineKeyboardMarkup([[_button(button, me) for button in row] for row in rows])


def preview(post: Post) -> LinkPreviewOptions:
    """The page that may be shown with a message, or none."""
    if not post.preview:
        return LinkPreviewOptions(is_disabled=True)
    return LinkPreviewOptions(is_disabled=False, url=post.preview, prefer_small_media=True)


def _button(button: Button, me: User) -> InlineKeyboardButton:
    if button.url:
        return InlineKeyboardButton(button.label, url=button.url)
    if button.share and not me.supports_inline_queries:
        address = quote(
            f"https://t.me/{me.username}?start={button.share.removeprefix('#')}", safe=""
        )
        return InlineKeyboardButton(button.label, url=f"https://t.me/share/url?url={address}")
    if button.share:
        chosen = SwitchInlineQueryChosenChat(
            query=button.share,
            allow_user_chats=True,
            allow_group_chats=True,
            allow_channel_chats=True,
        )
        return InlineKeyboardButton(button.label, switch_inline_query_chosen_chat=chosen)
    return InlineKeyboardButton(button.label, callback_data=button.press)
