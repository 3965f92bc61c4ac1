"""Replies on their way into a chat, and the note of which message shows which answer."""

from telegram import Bot

from bot.chat import Chat
from bot.message import Message
from bot.posts import Shown
from bot.reply import Reply
from bot.telegram.addressing import Address, named
from bot.telegram.delivery import Delivered, amend, deliver
from bot.telegram.rendering import render
from bot.telegram.threads import in_thread


class Posting:
    """Sends replies, and remembers where they stand."""

    def __init__(self, chat: Chat) -> None:
        self._chat = chat
        self._posts = chat.records.posts

    async def post(self, bot: Bot, where: Address, said: Message, reply: Reply) -> None:
        """Send a reply; an edited message has its older reply changed, if that is still known."""
        older = await in_thread(lambda: self._posts.answering(said.post)) if said.edited else []
        posts = render(reply)
        if older:
            sent = await amend(bot, where, [number(post) for post in older], posts)
        else:
            sent = await deliver(bot, where, posts)
        await self._note(where, said, reply, sent)

    async def change(self, bot: Bot, where: Address, message: int, reply: Reply) -> None:
        """Show something else in a message of ours."""
        await amend(bot, where, [message], render(reply)[-1:])

    async def _note(self, where: Address, said: Message, reply: Reply, sent: Delivered) -> None:
        chat = sent.address.chat
        posts = [named(chat, message) for message in sent.messages]
        shown = Shown(reply.receipt, said.who)

        def keep() -> None:
            if chat != where.chat:
                self._chat.move(str(where.chat), str(chat))
            if posts and not reply.passing:
                self._posts.note(posts, said.post, shown)

        await in_thread(keep)


def number(post: str) -> int:
    """The number of a message in its chat, by its name."""
    return int(post.rpartition(":")[2])
