"""Where an error came from, for the log, without anything that somebody wrote."""

import traceback

from telegram.error import BadRequest

from indexes.errors import KutipError


def trace(error: BaseException) -> str:
    """The traceback of an error and of those behind it.

    What an error says is held back, unless it is known to hold no question and no token.
    """
    behind = error.__cause__ or error.__context__
    known = f": {error}" if isinstance(error, KutipError | BadRequest) else ""
    frames = "".join(traceback.format_tb(error.__traceback__))
    own = f"{frames}{type(error).__qualname__}{known}"
    return f"{trace(behind)}\n\nwhich led to\n\n{own}" if behind else own
