"""Who a message is meant for, what it asks, and where its answer goes. Decisions only, no calls."""

from collections.abc import Iterator
from dataclasses import dataclass

import telegram
from telegram.constants import ChatType, MessageEntityType

from bot.message import Message, Replied
from bot.telegram.menu import known

GROUPS = (ChatType.GROUP, ChatType.SUPERGROUP)
MENTIONS: list[str | None] = [MessageEntityType.MENTION, MessageEntityType.TEXT_MENTION]


@dataclass(frozen=True, slots=True)
class Address:
    """Where an answer goes; in a group it answers the message itself.

    `quoting` is the message that an answer quotes from, where it does.
    """

    chat: int
    thread: int | None = None
    reply_to: int | None = None
    quoting: int | None = None


def is_for(message: telegram.Message, me: telegram.User) -> bool:
    """Whether a message waits for us: all in a private chat; in a group what names us."""
    if message.migrate_to_chat_id or message.migrate_from_chat_id:
        return True
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
    return Message(
        conversation(message),
        asked,
        sender.language_code if sender else None,
        person=sender.id if sender else None,
        post=named(message.chat.id, message.message_id),
        edited=message.edit_date is not None,
        replied=_replied(message, me),
    )


def conversation(message: telegram.Message) -> str:
    """The name of a conversation: a chat, a topic of it, and in groups a person."""
    if message.guest_query_id and message.from_user:
        # the number of such a chat may be that of another one which we know
        return f"-guest/{message.chat.id}/{message.from_user.id}"
    return in_chat(message.chat, _thread(message), message.from_user)


def in_chat(chat: telegram.Chat, thread: int | None, person: telegram.User | None) -> str:
    """The name of the conversation of a person in a chat and a topic of it."""
    parts = [chat.id]
    if chat.type in GROUPS:
        parts += [thread or 0, person.id if person else 0]
    elif thread:
        parts.append(thread)
    return "/".join(map(str, parts))


def named(chat: int, message: int) -> str:
    """The name of a message."""
    return f"{chat}:{message}"


def address(message: telegram.Message) -> Address:
    """Where the answer to a message goes."""
    reply_to = message.message_id if message.chat.type in GROUPS else None
    earlier = message.reply_to_message
    return Address(
        message.chat.id, _thread(message), reply_to, earlier.message_id if earlier else None
    )


def _replied(message: telegram.Message, me: telegram.User) -> Replied | None:
    """What a message replies to, if that says anything."""
    earlier = message.reply_to_message
    if earlier is None or earlier.forum_topic_created:
        return None
    ours = earlier.from_user is not None and earlier.from_user.id == me.id
    said = "" if ours else earlier.text or earlier.caption or ""
    quoted = message.quote.text if message.quote else ""
    return Replied(named(message.chat.id, earlier.message_id), quoted, said)


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
