"""The commands that Telegram offers when somebody types a slash, in each language."""

import logging
from functools import cache

from telegram import Bot, BotCommand
from telegram.error import TelegramError

from prompts import LANGUAGES, say

log = logging.getLogger(__name__)


@cache
def commands(language: str) -> tuple[BotCommand, ...]:
    """The commands, one a line of the prompt: the name, a space, what it does."""
    lines = (line.split(maxsplit=1) for line in say("menu", language).splitlines())
    return tuple(BotCommand(name, meaning) for name, meaning in lines)


@cache
def known(name: str) -> bool:
    """Whether a command is one of ours, in any language."""
    offered = (command.command for language in LANGUAGES for command in commands(language))
    return name == "start" or name in offered


async def offer(bot: Bot, language: str) -> None:
    """Show the menu to everybody; the bot answers without it as well."""
    try:
        await bot.set_my_commands(commands(language))
        for each in LANGUAGES:
            await bot.set_my_commands(commands(each), language_code=each)
    except TelegramError as error:
        log.warning("The menu stays as it was (%s)", type(error).__name__)
