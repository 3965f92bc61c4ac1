"""Who may come in. Every way in asks here first; it knows no front end."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal, Protocol

from bot.quota import Allowance, Quota

Access = Literal["open", "list", "code"]
TRIES = 5  # a minute, for a stranger


@dataclass(frozen=True, slots=True)
class Visitor:
    """Who comes, where, with what; `cost` is what it takes from the person's quota.

    A channel comes without a person.
    """

    person: int | None
    chat: int | None
    private: bool
    text: str = ""
    cost: float = 1.0


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether somebody comes in, else why not, and the prompt of what is said at the door."""

    passes: bool
    why: str = ""
    told: str | None = None


PASSES = Verdict(True)


class Admitting(Protocol):
    """Knows who was let in, and lets in who has a code."""

    def knows(self, person: int) -> bool:
        """Whether somebody was let in."""

    def admit(self, person: int, code: str) -> bool:
        """Whether the code lets somebody in."""


class Gate:
    """The only place that decides who is answered."""

    def __init__(
        self,
        access: Access,
        members: Admitting,
        quota: Quota,
        *,
        admins: Collection[int] = (),
        allowed: Collection[int] = (),
    ) -> None:
        self._access = access
        self._members = members
        self._quota = quota
        self._strangers = Quota(TRIES)
        self._admins = frozenset(admins)
        self._allowed = frozenset(allowed)

    def judge(self, visitor: Visitor) -> Verdict:
        """Whether somebody may come in now."""
        if visitor.person in self._admins:
            return PASSES
        welcome = self._welcome(visitor)
        quota = self._quota if welcome else self._strangers
        allowance = quota.take(visitor.person or visitor.chat or 0, visitor.cost)
        if not welcome:
            return self._turned_away(visitor, allowance)
        if allowance is Allowance.GRANTED:
            return PASSES
        noticed = allowance is Allowance.REFUSED_WITH_NOTICE
        return Verdict(False, "quota", "too_many" if noticed else None)

    def _welcome(self, visitor: Visitor) -> bool:
        if self._access == "open" or self._allowed & {visitor.person, visitor.chat}:
            return True
        if self._access == "list" or visitor.person is None:
            return False
        return self._members.knows(visitor.person)

    def _turned_away(self, visitor: Visitor, allowance: Allowance) -> Verdict:
        """What a stranger is told: in private only, and no more often than quotas allow."""
        if not visitor.private or visitor.person is None or allowance is not Allowance.GRANTED:
            return Verdict(False, "stranger")
        if self._access == "list":
            return Verdict(False, "stranger", "not_invited")
        code = visitor.text.removeprefix("/start").strip()
        if code and self._members.admit(visitor.person, code):
            return Verdict(False, "invited", "admitted")
        return Verdict(False, "stranger", "code_needed")
