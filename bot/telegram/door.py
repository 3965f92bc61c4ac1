"""The one way in: whatever Telegram brings passes here before anything else hears of it."""

import asyncio
import logging
from collections.abc import Callable

from sqlalchemy.exc import SQLAlchemyError
from telegram import Bot, Update
from telegram.constants import ChatType
from telegram.error import TelegramError

from bot.gate import Gate, Verdict, Visitor
from bot.metrics import Metrics
from bot.reply import Reply
from bot.telegram.addressing import address
from bot.telegram.delivery import deliver
from bot.telegram.rendering import render
from prompts import LANGUAGES, say

TAP = 0.2  # of a question's cost: nothing has to be looked for
KEYSTROKE = 0.1  # an inline query comes with every few of them

log = logging.getLogger(__name__)


class Door:
    """Asks the gate about each update, and tells those outside, where they are to know."""

    def __init__(
        self, gate: Gate, bot: Callable[[], Bot], metrics: Metrics, *, language: str
    ) -> None:
        self._gate = gate
        self._metrics = metrics
        self._bot = bot
        self._language = language
        self._telling: set[asyncio.Task[None]] = set()

    async def admits(self, update: Update) -> bool:
        """Whether an update comes in; it does not wait until a refusal has been told."""
        try:
            verdict = await asyncio.to_thread(self._gate.judge, visitor(update))
        except SQLAlchemyError as error:
            # as long as nobody can be looked up, Telegram keeps the update
            raise TelegramError("The members cannot be read") from error
        if not verdict.passes:
            self._metrics.turned_away(verdict.why)
            task = asyncio.create_task(self._tell(update, verdict))
            self._telling.add(task)
            task.add_done_callback(self._telling.discard)
        return verdict.passes

    async def _tell(self, update: Update, verdict: Verdict) -> None:
        words = say(verdict.told, self._language_of(update)) if verdict.told else ""
        try:
            if update.callback_query:
                # even in silence: the button would seem to wait for ever
                await self._bot().answer_callback_query(update.callback_query.id, words or None)
            elif update.message and words:
                posts = render(Reply.words(words))
                await deliver(self._bot(), address(update.message), posts)
        except TelegramError as error:
            log.warning("Somebody at the door could not be told (%s)", type(error).__name__)

    def _language_of(self, update: Update) -> str:
        person = update.effective_user
        known = (person.language_code or "").split("-")[0] if person else ""
        return known if known in LANGUAGES else self._language


def visitor(update: Update) -> Visitor:
    """Who is behind an update of any kind."""
    person, chat = update.effective_user, update.effective_chat
    message = update.message
    cost = 1.0
    if update.callback_query or update.message_reaction:
        cost = TAP
    elif update.inline_query or update.chosen_inline_result:
        cost = KEYSTROKE
    return Visitor(
        person.id if person else None,
        chat.id if chat else None,
        private=bool(message and chat and chat.type == ChatType.PRIVATE),
        text=(message.text or "") if message else "",
        cost=cost,
    )
