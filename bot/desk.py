"""What people ask of the house itself: to be forgotten; and administrators, for a code or news."""

from collections.abc import Collection
from datetime import timedelta

from bot.chat import Command
from bot.condition import Watch
from bot.conversations import Conversations
from bot.database import Database
from bot.forgetting import forget
from bot.gate import Access
from bot.members import Members
from bot.message import Message
from bot.person import is_of
from bot.reply import Saying
from bot.report import report

DAY = timedelta(days=1)
MOMENT = "%Y-%m-%d %H:%M UTC"


class Desk:
    """Commands beside the conversation; those of administrators are unknown to everybody else."""

    def __init__(
        self,
        database: Database,
        conversations: Conversations,
        watch: Watch,
        *,
        access: Access,
        admins: Collection[int],
    ) -> None:
        self._database = database
        self._watch = watch
        self._members = Members(database)
        self._conversations = conversations
        self._access = access
        self._admins = frozenset(admins)

    @property
    def commands(self) -> dict[str, Command]:
        """The commands, in Indonesian and in English."""
        return {
            "hapusdata": self._forget,
            "forget": self._forget,
            "kode": self._code,
            "code": self._code,
            "status": self._status,
        }

    def _forget(self, message: Message) -> Saying:
        """Delete at once: what is kept serves nobody but the person."""
        person = message.person
        member = person is not None and self._members.knows(person)
        forget(self._database, message.chat, message.who)  # whoever chose a language, too
        self._conversations.forget_where(
            lambda chat: chat == message.chat or (person is not None and is_of(chat, person))
        )
        return Saying("forgotten_member" if member else "forgotten")

    def _code(self, message: Message) -> Saying | None:
        if message.person not in self._admins:
            return None
        if self._access != "code":
            return Saying("code_not_needed")
        code = self._members.invite()
        return Saying("code", {"code": code}) if code else Saying("codes_waiting")

    def _status(self, message: Message) -> Saying | None:
        if message.person not in self._admins:
            return None
        now = self._watch.look()
        day = report(self._database, now.at - DAY)
        told = {
            "since": now.since.strftime(MOMENT),
            "index": now.index,
            "built": now.built.strftime(MOMENT),
            "articles": now.articles,
            "sentences": now.sentences,
            "waiting": now.waiting,
            "questions": day.questions,
            "refused": day.refusals,
            "up": day.up,
            "down": day.down,
            "seconds": f"{day.p95:.2f}",
        }
        return Saying("status", told)
