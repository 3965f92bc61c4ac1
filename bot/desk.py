"""What people ask of the house itself: to be forgotten; and administrators, for a code."""

from collections.abc import Collection

from bot.chat import Command
from bot.conversations import Conversations
from bot.database import Database
from bot.forgetting import forget
from bot.gate import Access
from bot.members import Members
from bot.message import Message
from bot.person import is_of
from bot.reply import Saying


class Desk:
    """Commands beside the conversation; those of administrators are unknown to everybody else."""

    def __init__(
        self,
        database: Database,
        conversations: Conversations,
        *,
        access: Access,
        admins: Collection[int],
    ) -> None:
        self._database = database
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
        }

    def _forget(self, message: Message) -> Saying:
        """Delete at once: what is kept serves nobody but the person."""
        person = message.person
        member = person is not None and self._members.knows(person)
        forget(self._database, message.chat, person)
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
