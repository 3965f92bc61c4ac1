"""The log: a line an event, as key=value, for people and programs; never a token."""

import json
import logging
import re
from collections.abc import Iterable
from datetime import UTC, datetime

LEVELS = {
    "bot": logging.INFO,
    "indexes": logging.INFO,
    "httpx": logging.WARNING,  # below, it writes URLs, which hold the token
    "httpcore": logging.WARNING,
    "tornado": logging.ERROR,  # strangers at the webhook are no news
    "telegram.ext.Updater": logging.CRITICAL,  # what goes wrong there is ours to tell
}
PLAIN = re.compile(r"[\w.:/+-]+", re.ASCII)


def begin(secrets: Iterable[str]) -> None:
    """Write to standard error from now on, each secret as stars."""
    handler = logging.StreamHandler()
    handler.setFormatter(Line(secrets))
    logging.basicConfig(handlers=[handler])
    for name, level in LEVELS.items():
        logging.getLogger(name).setLevel(level)


class Line(logging.Formatter):
    """One line a record; a record may bring `facts`, and its traceback is one of them."""

    def __init__(self, secrets: Iterable[str]) -> None:
        super().__init__()
        self._secrets = tuple(secret for secret in secrets if secret)

    def format(self, record: logging.LogRecord) -> str:
        """The line, without its end."""
        facts = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "from": record.name,
            "said": record.getMessage(),
            **getattr(record, "facts", {}),
        }
        if record.exc_info:
            facts["trace"] = self.formatException(record.exc_info)
        line = " ".join(f"{k}={_written(v)}" for k, v in facts.items() if v is not None)
        for secret in self._secrets:
            line = line.replace(secret, "***")
        return line


def _written(value: object) -> str:
    text = str(value)
    return text if PLAIN.fullmatch(text) else json.dumps(text, ensure_ascii=False)
