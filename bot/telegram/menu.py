"""The commands that Telegram offers when somebody types a slash, in each language."""

import logging
from collections.abc import Iterable
from functools import cache

from telegram import Bot, BotCommand, BotCommandScopeChat
from telegram.error import TelegramError

from prompts import LANGUAGES, say

log = logging.getLogger(__name__)


MENU, OF_ADMINS = "menu", "menu_admin"


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
    """Show the menu to everybody, and theirs to admins; the bot answers without it as well."""
    try:
        await bot.set_my_commands(commands(language))
        for each in LANGUAGES:
            await bot.set_my_commands(commands(each), language_code=each)
        for admin in admins:
            both = (*commands(language), *commands(language, OF_ADMINS))
            await bot.set_my_commands(both, BotCommandScopeChat(admin))
    except TelegramError as error:
        log.warning("The menu stays as it was (%s)", type(error).__name__)
