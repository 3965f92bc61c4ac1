"""What somebody wrote, or pressed, as every front end hands it over."""

from dataclasses import dataclass

NOBODY = 0


@dataclass(frozen=True, slots=True)
class Replied:
    """The message that was replied to: its name, and the part of it that was quoted, if any.

    `text` is what it says where it is not ours, else nothing.
    """

    post: str
    quoted: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Message:
    """What somebody wrote in a chat; `language` is what the front end knows of the person.

    `post` names the message, `edited` says whether it was sent before with another text.
    """

    chat: str
    text: str
    language: str | None = None
    person: int | None = None
    post: str = ""
    edited: bool = False
    replied: Replied | None = None

    @property
    def who(self) -> int:
        """The person as a number; all whom the front end does not know are one."""
        return self.person or NOBODY


@dataclass(frozen=True, slots=True)
class Press:
    """A button that was pressed: what it says, and the message it stands under."""

    said: str
    by: Message
    post: str
    private: bool = True
