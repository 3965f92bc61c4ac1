"""A small Bot API server on loopback: Telegram as far as the bot can tell, faults included."""

import json
import math
import re
import threading
import time
from collections import defaultdict, deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import count
from typing import Any
from urllib.parse import parse_qsl

from tests.bot.bot_limits import TelegramsLimits

TOKEN = "4242:a-token-nobody-may-see"
ME = {
    "id": 4242, "is_bot": True, "first_name": "Kutip", "username": "kutip_bot",
    "supports_inline_queries": True,
}  # fmt: skip
SECONDS = 15  # a test that waits longer for something has failed
Json = dict[str, Any]


@dataclass(frozen=True)
class Fault:
    """What happens to a request instead of, or after, what was asked."""

    status: int = 0
    description: str = "fault"
    parameters: Json = field(default_factory=dict)
    dropped: bool = False
    executed: bool = False


class Refused(Exception):
    """The request is wrong: 400 with a description."""


def units(text: str) -> int:
    """The length in UTF-16 units, the slow and certain way."""
    return len(text.encode("utf-16-le")) // 2


def entity_text(message: Json, entity: Json) -> str:
    """What an entity covers, as Telegram counts."""
    start, end = 2 * entity["offset"], 2 * (entity["offset"] + entity["length"])
    return str(message["text"].encode("utf-16-le")[start:end].decode("utf-16-le"))


class BotApi:
    """The state of the server, and the people who write to the bot."""

    def __init__(self) -> None:
        self.url = ""
        self.token = TOKEN
        self.me: Json = dict(ME)
        self.sent: list[Json] = []
        self.calls: list[tuple[str, Json]] = []
        self.confirmed = 0
        self.limits: TelegramsLimits | None = None
        self._updates: list[Json] = []
        self._number = 1000
        self._poll = 0
        self._numbers = count()
        self.written: dict[int, str] = {}
        self._faults: defaultdict[str, deque[Fault]] = defaultdict(deque)
        self._changed = threading.Condition()

    # what people do

    def push(self, **what: Any) -> int:
        """An update of any kind; its number."""
        with self._changed:
            self._number += 1
            self._updates.append({"update_id": self._number, **what})
            self._changed.notify_all()
            return self._number

    def write(self, text: str | None = None, *, chat: int = 7, user: int = 7, **more: Any) -> int:
        """Somebody writes; groups have negative numbers."""
        message = self.message(text, chat=chat, user=user, **more)
        self.written[message["message_id"]] = text or more.get("caption", "")
        return self.push(message=message)

    def message(self, text: str | None, *, chat: int = 7, user: int = 7, **more: Any) -> Json:
        """A message as Telegram would describe it."""
        kind = {"type": "private", "first_name": "Sari"}
        if chat < 0:
            kind = {"type": "supergroup", "title": "Warga"}
        message: Json = {
            "message_id": self._number,
            "date": int(time.time()),
            "chat": {"id": chat, **kind},
            "from": {"id": user, "is_bot": False, "first_name": "Sari", "language_code": "id"},
        }
        if text is not None:
            message |= {"text": text, "entities": _entities(text)}
        return message | more

    def fail(self, method: str, *faults: Fault) -> None:
        """The next calls of a method fail so, one after the other."""
        self._faults[method].extend(faults)

    # what a test sees

    def texts(self, chat: int | None = None) -> list[str]:
        """What the bot has said so far."""
        return [m["text"] for m in list(self.sent) if chat in (None, m["chat"]["id"])]

    def called(self, method: str) -> list[Json]:
        """The parameters of each call of a method."""
        return [parameters for name, parameters in list(self.calls) if name == method]

    def wait(self, met: Callable[[], Any], seconds: float = SECONDS) -> None:
        """Wait until something is so."""
        with self._changed:
            assert self._changed.wait_for(lambda: bool(met()), seconds), self.texts()

    def replies(self, number: int, chat: int | None = None) -> list[str]:
        """What the bot has said, once it has sent that many messages."""
        self.wait(lambda: len(self.texts(chat)) >= number)
        return self.texts(chat)

    # what the bot does

    def answer(self, token: str, method: str, asked: Json) -> tuple[int, Json] | None:
        """Status and body; nothing where the connection is dropped."""
        if token != self.token:
            return 401, {"ok": False, "error_code": 401, "description": "Unauthorized"}
        with self._changed:
            self.calls.append((method, asked))
            self._changed.notify_all()
            fault = self._faults[method].popleft() if self._faults[method] else None
            early = self.limits and self.limits.refuse(
                method, str(asked.get("chat_id", "")), time.monotonic()
            )
        if early:
            return _failed(Fault(429, "Too Many Requests", {"retry_after": math.ceil(early)}))
        if fault and not fault.executed:
            return _failed(fault)
        try:
            result = getattr(self, f"_{method}", lambda _: True)(asked)
        except Refused as refusal:
            return _failed(Fault(400, f"Bad Request: {refusal}"))
        if result is None:
            return _failed(Fault(409, "Conflict: terminated by other getUpdates request"))
        return _failed(fault) if fault else (200, {"ok": True, "result": result})

    def _getMe(self, _: Json) -> Json:  # noqa: N802
        return self.me

    def _getUpdates(self, asked: Json) -> list[Json] | None:  # noqa: N802
        with self._changed:
            self._poll += 1
            mine = self._poll
            if offset := int(asked.get("offset", 0)):
                self._updates = [u for u in self._updates if u["update_id"] >= offset]
                self.confirmed = max(self.confirmed, offset - 1)
            self._changed.notify_all()
            self._changed.wait_for(
                lambda: self._updates or self._poll != mine, float(asked.get("timeout", 0))
            )
            return self._updates[: int(asked.get("limit", 100))] if self._poll == mine else None

    def _sendMessage(self, asked: Json) -> Json:  # noqa: N802
        text, chat = asked["text"], int(asked["chat_id"])
        entities = json.loads(asked.get("entities", "[]"))
        check(text, entities)
        self._check_quote(json.loads(asked.get("reply_parameters", "{}")))
        with self._changed:
            kind = "private" if chat > 0 else "supergroup"
            message = {
                "message_id": 5000 + next(self._numbers),
                "date": int(time.time()),
                "chat": {"id": chat, "type": kind},
                "from": ME,
                "text": text,
                "entities": entities,
                **_below(asked),
            }
            self.sent.append(message | {"asked": asked, "at": time.monotonic()})
            self._changed.notify_all()
        return message

    def _check_quote(self, reply: Json) -> None:
        """A quote has to stand in the message that it is taken from."""
        quote, number = reply.get("quote"), reply.get("message_id")
        if quote and quote not in self.written.get(number, ""):
            raise Refused("message to be replied: QUOTE_TEXT_INVALID")

    def _editMessageText(self, asked: Json) -> Json:  # noqa: N802
        text, entities = asked["text"], json.loads(asked.get("entities", "[]"))
        check(text, entities)
        with self._changed:
            message = self._sent(asked)
            now = {"text": text, "entities": entities, **_below(asked)}
            if {**message, **now} == message:
                raise Refused("message is not modified")
            message.pop("reply_markup", None)
            message |= now
            message["edits"] = message.get("edits", 0) + 1
            self._changed.notify_all()
        return {name: message[name] for name in ("message_id", "date", "chat", "from", "text")}

    def _answerInlineQuery(self, asked: Json) -> bool:  # noqa: N802
        for result in json.loads(asked["results"]):
            content = result["input_message_content"]
            check(content["message_text"], content.get("entities", []))
            if len(result["id"].encode()) > 64:
                raise Refused("RESULT_ID_INVALID")
        return True

    def _answerGuestQuery(self, asked: Json) -> Json:  # noqa: N802
        content = json.loads(asked["result"])["input_message_content"]
        check(content["message_text"], content.get("entities", []))
        return {"inline_message_id": "guest"}

    def _deleteMessage(self, asked: Json) -> bool:  # noqa: N802
        with self._changed:
            self.sent.remove(self._sent(asked))
            self._changed.notify_all()
        return True

    def _sent(self, asked: Json) -> Json:
        key = int(asked["chat_id"]), int(asked["message_id"])
        for message in self.sent:
            if (message["chat"]["id"], message["message_id"]) == key:
                return message
        raise Refused("message to edit not found")


def _below(asked: Json) -> Json:
    """The buttons of a message; a wish for an answer is no part of it."""
    below = json.loads(asked.get("reply_markup", "{}"))
    for button in (button for row in below.get("inline_keyboard", ()) for button in row):
        if len(button.get("callback_data", "").encode()) > 64:
            raise Refused("BUTTON_DATA_INVALID")
    return {"reply_markup": below} if "inline_keyboard" in below else {}


def check(text: str, entities: list[Json]) -> None:
    """Raise what Telegram would object to."""
    if not text.strip():
        raise Refused("message text is empty")
    if units(text) > 4096:
        raise Refused("message is too long")
    if len(entities) > 100:
        raise Refused("too many entities")
    for entity in entities:
        if entity["offset"] < 0 or entity["length"] <= 0:
            raise Refused("entity is empty")
        if entity["offset"] + entity["length"] > units(text):
            raise Refused("entity is out of range")


def _failed(fault: Fault) -> tuple[int, Json] | None:
    if fault.dropped:
        return None
    body = {"ok": False, "error_code": fault.status, "description": fault.description}
    return fault.status, body | ({"parameters": fault.parameters} if fault.parameters else {})


def _entities(text: str) -> list[Json]:
    """Commands and mentions, found by Telegram in what people write."""
    kinds = {"bot_command": r"(?<!\S)/\w+(?:@\w+)?", "mention": r"(?<!\S)@\w+"}
    return [
        {"type": kind, "offset": units(text[: found.start()]), "length": units(found.group())}
        for kind, pattern in kinds.items()
        for found in re.finditer(pattern, text)
    ]


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    wbufsize = -1  # head and body in one packet; two would wait for each other
    api: BotApi

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", 0))).decode()
        path = re.fullmatch(r"/bot([^/]+)/(\w+)", self.path)
        asked: Json = dict(parse_qsl(body, keep_blank_values=True))
        answer = self.api.answer(path[1], path[2], asked) if path else (404, {"ok": False})
        if answer is None:
            self.close_connection = True
            return
        status, content = answer
        payload = json.dumps(content).encode()
        with suppress(OSError):
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(payload)))
            self.end_headers()
            self.wfile.write(payload)

    def log_message(self, format: str, *args: object) -> None:
        """Nothing on standard error."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False
    request_queue_size = 64

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A bot that was killed in the middle of a request is part of the tests."""


@contextmanager
def telegram_server() -> Iterator[BotApi]:
    """Telegram, as long as the block lasts."""
    api = BotApi()
    handler = type("Handler", (_Handler,), {"api": api})
    with _Server(("127.0.0.1", 0), handler) as server:
        api.url = f"http://127.0.0.1:{server.server_address[1]}"
        threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        try:
            yield api
        finally:
            server.shutdown()
