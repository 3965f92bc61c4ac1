"""Who a message is meant for, what it asks, and where its answer goes. Decisions only, no calls."""

from collections.abc import Iterator
from dataclasses import dataclass

import telegram
from telegram.constants import ChatType, MessageEntityType

from bot.chat import Message
from bot.telegram.menu import known

GROUPS = (ChatType.GROUP, ChatType.SUPERGROUP)
MENTIONS: list[str | None] = [MessageEntityType.MENTION, MessageEntityType.TEXT_MENTION]


@dataclass(frozen=True, slots=True)
class Address:
    """Where an answer goes; in a group it answers the message itself."""

    chat: int
    thread: int | None = None
    reply_to: int | None = None


def is_for(message: telegram.Message, me: telegram.User) -> bool:
    """Whether a message waits for us: all in a private chat; in a group what names us."""
    sender = message.from_user
    if sender is None or sender.is_bot or message.via_bot:
        return False
    if message.chat.type == ChatType.PRIVATE:
        return bool(message.text or message.effective_attachment)
    if message.chat.type not in GROUPS or not message.text:
        return False
    command = _command(message)
    if command:
        return _is_our_command(command, me)
    return any(_our_mentions(message, me)) or _answers_us(message, me)


def read(message: telegram.Message, me: telegram.User) -> Message:
    """The message for the conversation, without our name."""
    text = (message.text or "").encode("utf-16-le", "surrogatepass")
    for entity in reversed(list(_our_mentions(message, me))):
        start, end = 2 * entity.offset, 2 * (entity.offset + entity.length)
        text = text[:start] + text[end:]
    asked = text.decode("utf-16-le", "replace").strip().lstrip(",:").strip()
    sender = message.from_user
    if sender is None:
        return Message(conversation(message), asked)
    return Message(conversation(message), asked, sender.language_code, sender.id)


def conversation(message: telegram.Message) -> str:
    """The name of a conversation: a chat, a topic of it, and in groups a person."""
    parts = [message.chat.id]
    if message.chat.type in GROUPS:
        parts += [_thread(message) or 0, message.from_user.id if message.from_user else 0]
    elif thread := _thread(message):
        parts.append(thread)
    return "/".join(map(str, parts))


def address(message: telegram.Message) -> Address:
    """Where the answer to a message goes."""
    reply_to = message.message_id if message.chat.type in GROUPS else None
    return Address(message.chat.id, _thread(message), reply_to)


def _thread(message: telegram.Message) -> int | None:
    # ordinary replies carry a thread id, too, to which nothing can be sent
    return message.message_thread_id if message.is_topic_message else None


def _command(message: telegram.Message) -> str | None:
    for entity, text in message.parse_entities([MessageEntityType.BOT_COMMAND]).items():
        if entity.offset == 0:
            return text
    return None


def _is_our_command(command: str, me: telegram.User) -> bool:
    """Whether it names us, or, where it names nobody, is one that we have."""
    name, _, bot = command[1:].partition("@")
    return bot.lower() == (me.username or "").lower() if bot else known(name.lower())


def _our_mentions(message: telegram.Message, me: telegram.User) -> Iterator[telegram.MessageEntity]:
    ours = f"@{me.username}".lower()
    for entity, text in message.parse_entities(MENTIONS).items():
        if text.lower() == ours or (entity.user and entity.user.id == me.id):
            yield entity


def _answers_us(message: telegram.Message, me: telegram.User) -> bool:
    earlier = message.reply_to_message
    # every first-level message of a topic answers the notice that opened it
    if earlier is None or earlier.forum_topic_created:
        return False
    return earlier.from_user is not None and earlier.from_user.id == me.id
