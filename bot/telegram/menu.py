"""The commands that Telegram offers when somebody types a slash, in each language."""

import logging
from collections.abc import Iterable
from functools import cache

from telegram import Bot, BotCommand, BotCommandScopeAllGroupChats, BotCommandScopeChat
from telegram.error import TelegramError

from prompts import LANGUAGES, say

log = logging.getLogger(__name__)


MENU, IN_GROUPS, OF_ADMINS = "menu", "menu_groups", "menu_admin"


@cache
def commands(language: str, menu: str = MENU) -> tuple[BotCommand, ...]:
    """The commands, one a line of the prompt: the name, a space, what it does."""
    lines = (line.split(maxsplit=1) for line in say(menu, language).splitlines())
    return tuple(BotCommand(name, meaning) for name, meaning in lines)


@cache
def known(name: str) -> bool:
    """Whether a command is one of ours, in any language."""
    return name == "start" or any(
        name == command.command
        for language in LANGUAGES
        for menu in (MENU, OF_ADMINS)
        for command in commands(language, menu)
    )


async def offer(bot: Bot, language: str, admins: Iterable[int]) -> None:
    """Show who we are and what we know to everybody; the bot answers without it as well."""
    try:
        for code in (None, *LANGUAGES):
            await _introduce(bot, code or language, code)
        for admin in admins:
            both = (*commands(language), *commands(language, OF_ADMINS))
            await bot.set_my_commands(both, BotCommandScopeChat(admin))
    except TelegramError as error:
        log.warning("The menu stays as it was (%s)", type(error).__name__)


async def _introduce(bot: Bot, language: str, code: str | None) -> None:
    """The menus and descriptions for people of a language; of any other without a code."""
    groups = BotCommandScopeAllGroupChats()
    await bot.set_my_commands(commands(language), language_code=code)
    await bot.set_my_commands(commands(language, IN_GROUPS), groups, language_code=code)
    await bot.set_my_description(say("description", language), language_code=code)
    await bot.set_my_short_description(say("description_short", language), language_code=code)
