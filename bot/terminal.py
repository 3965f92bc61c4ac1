"""The conversation in a terminal, or over standard input where there is none."""

import os
import sys
import textwrap
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress

from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.text import Text

from bot.chat import Chat
from bot.message import Message
from bot.reply import Aside, Block, Passage, Quote, Reply
from indexes.errors import KutipError
from prompts import say
from retrieval.span import Span

INDENT = "    "
CHAT = f"terminal/{os.getpid()}/{time.time_ns()}"  # each session is a conversation of its own


def talk(chat: Chat, language: str) -> None:
    """Ask at the prompt until the person leaves."""
    with suppress(ImportError):
        import readline  # noqa: F401  # gives the prompt editing and history, where it is there
    console = Console(highlight=False)
    turn = _turns(chat, console)
    turn("/start")
    console.print(Text(say("terminal_leave", language), style="dim"))
    while True:
        try:
            text = console.input(f"\n[bold]{say('terminal_prompt', language)}:[/bold] ")
        except (EOFError, KeyboardInterrupt):
            console.print()
            return
        if text.strip():
            turn(text)


def answer_lines(chat: Chat, lines: Iterable[str], samples: Iterable[str]) -> None:
    """Answer each line; where nothing comes, the samples, so that a newcomer sees answers."""
    console = Console(highlight=False, soft_wrap=True)
    turn = _turns(chat, console)
    asked = [line for line in lines if line.strip()] or samples
    for text in asked:
        console.print(Text(f"> {text.strip()}", style="bold"))
        turn(text)
        console.print()


def standard_input() -> Iterator[str]:
    """The lines of standard input; bytes that are not UTF-8 become replacement characters."""
    for line in sys.stdin.buffer if sys.stdin else ():
        yield line.decode("utf-8", "replace")


def _turns(chat: Chat, console: Console) -> Callable[[str], None]:
    def turn(text: str) -> None:
        try:
            reply = chat.turn(Message(CHAT, text))
        except KutipError as error:
            reply = Reply.words(str(error))
        for block in reply.blocks:
            console.print(rendered(block, wrapped=not console.soft_wrap))

    return turn


def rendered(block: Block, *, wrapped: bool) -> RenderableType:
    """A block for the terminal: what is around quotes is dim and set in."""
    if isinstance(block, Quote):
        return _quote(block)
    if isinstance(block, Aside) and wrapped:
        return Padding(Text(block.text, style="dim"), (0, 0, 0, len(INDENT)))
    if isinstance(block, Aside):
        return Text(textwrap.indent(block.text, INDENT), style="dim")
    if isinstance(block, Passage):
        return _bold(Text(block.text), block.cited)
    return Text(block.text)


def _quote(quote: Quote) -> Text:
    """The quote with its number; what answers in it is bold."""
    return _bold(Text(f"{quote.text} [{quote.number}]"), quote.short)


def _bold(text: Text, span: Span | None) -> Text:
    if span:
        text.stylize("bold", span.start, span.end)
    return text
