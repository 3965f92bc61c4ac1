"""Updates on their way in: what has been put is in the database before Telegram is told."""

import asyncio
import json
import logging
from collections.abc import Callable

from sqlalchemy.exc import SQLAlchemyError
from telegram import Bot, Update, User
from telegram.error import TelegramError

from bot.inbox import Inbox, Waiting
from bot.telegram.door import Door
from bot.telegram.ways import conversation_of, lasting, waits

WAITING = 1000  # updates in memory; further ones wait where they are, some 15 kB each

log = logging.getLogger(__name__)


class Intake(asyncio.Queue[object]):
    """The queue of the application, which outlives the process."""

    def __init__(self, inbox: Inbox, me: Callable[[], User], door: Door) -> None:
        super().__init__()
        self._inbox = inbox
        self._door = door
        self._me = me
        self._room = asyncio.Semaphore(WAITING)

    async def put(self, item: object) -> None:
        """Keep an update that waits for us; an update that was put before is left out."""
        if not isinstance(item, Update):
            await super().put(item)  # the sign by which the application stops
            return
        if not waits(item, self._me()):
            return
        if not await self._door.admits(item):
            return
        if not lasting(item):
            await self._enqueue(item)
            return
        chat = conversation_of(item) or ""
        try:
            new = await asyncio.to_thread(self._inbox.put, item.update_id, chat, item.to_json())
        except SQLAlchemyError as error:
            # makes the library ask for it again, more and more slowly, and not confirm it
            raise TelegramError("The inbox cannot be written") from error
        if new:
            await self._enqueue(item)

    async def recover(self, bot: Bot) -> None:
        """Put what an earlier process left unanswered."""
        waiting = await asyncio.to_thread(self._inbox.recover)
        if waiting:
            log.info("Answering %d messages that were left", len(waiting))
        for one in waiting:
            update = _parsed(one, bot)
            if update is None:
                await self.finish(one.update_id)
            else:
                await self._enqueue(update)

    async def begin(self, update_id: int) -> bool:
        """Whether an update is to be answered now; not when that failed too often."""
        return await asyncio.to_thread(self._inbox.take, update_id)

    async def finish(self, update_id: int) -> None:
        """The answer was sent."""
        try:
            await asyncio.to_thread(self._inbox.done, update_id)
        except SQLAlchemyError:
            log.error("Update %d was answered, which could not be noted", update_id)

    def task_done(self) -> None:
        """Make room for another one."""
        self._room.release()
        super().task_done()

    async def _enqueue(self, update: Update) -> None:
        await self._room.acquire()
        await super().put(update)


def _parsed(waiting: Waiting, bot: Bot) -> Update | None:
    try:
        return Update.de_json(json.loads(waiting.payload), bot)
    except Exception as error:  # another version of the library may have written it
        log.error("Update %d cannot be read (%s)", waiting.update_id, type(error).__name__)
        return None
