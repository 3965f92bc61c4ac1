"""Bytes to characters: by byte order mark, as UTF-8, as a Western page, else by detection."""

import codecs
import re
from collections import Counter
from dataclasses import dataclass
from unicodedata import category

from charset_normalizer import from_bytes

NOT_TEXT = "not text; save the article as plain text in UTF-8"
DAMAGED = "damaged UTF-8; save the article again as UTF-8"
MARKS = (  # UTF-32 first: its little-endian mark begins with that of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
WESTERN_PAGES = ("cp1252", "mac_roman")
# what Indonesian and English news hold beyond ASCII; a capital with an accent only begins a word,
# or stands among capitals
WESTERN = re.compile(
    r"(?:[\0-\x7F\xA0–—‘’‚“”„†•…‹›€™Œœšž¡¢£§©«®°±²³·¹»¼½¾¿×ß-öø-ÿ]"
    r"|\b[À-ÖØ-ÝŠŽ](?=[a-zß-öø-ÿ]|[A-Z]{2})|(?<=[A-Z])[À-ÖØ-ÝŠŽ])*"
)
SEQUENCE = re.compile(
    rb"[\xC2-\xDF][\x80-\xBF]|[\xE0-\xEF][\x80-\xBF]{2}|[\xF0-\xF4][\x80-\xBF]{3}"
)
IDEOGRAPH = re.compile("[\u2e80-\ud7ff]")
SPACE = frozenset("\t\n\r\f")
MOST_ACCENTS = 0.5  # share of letters; Russian read as Western has accents on nearly all
MOST_CONTROLS = 0.01  # share of characters; above it the file is no text
FEWEST_NULS = 0.2  # share of bytes; UTF-16 of Latin letters has one in every two


@dataclass(frozen=True, slots=True)
class Decoded:
    """The characters of a file without its byte order mark, and what they were decoded from."""

    text: str
    encoding: str


def decode(raw: bytes) -> Decoded:
    """The text in the bytes; a ValueError says why there is none."""
    found = _marked(raw) or _utf8(raw) or _western(raw) or _guessed(raw)
    if found is None or "\0" in found.text or _controls(found.text) > MOST_CONTROLS:
        raise ValueError(NOT_TEXT)
    # read as anything else, damaged UTF-8 is mojibake from the first quotation mark to the last
    if found.encoding != "utf-8" and _damaged(raw):
        raise ValueError(DAMAGED)
    return found


def _marked(raw: bytes) -> Decoded | None:
    for mark, encoding in MARKS:
        if raw.startswith(mark):
            return _strictly(raw[len(mark) :], encoding)
    return None


def _utf8(raw: bytes) -> Decoded | None:
    return None if b"\0" in raw else _strictly(raw, "utf-8")


def _western(raw: bytes) -> Decoded | None:
    if b"\0" in raw:
        return None
    pages = (_strictly(raw, page) for page in WESTERN_PAGES)
    return next((page for page in pages if page and _likely(page.text)), None)


def _likely(text: str) -> bool:
    return WESTERN.fullmatch(text) is not None and _accents(text) <= MOST_ACCENTS


def _guessed(raw: bytes) -> Decoded | None:
    nuls = raw.count(b"\0")
    best = from_bytes(raw).best() if not 0 < nuls < len(raw) * FEWEST_NULS else None
    found = _strictly(raw, best.encoding.replace("_", "-")) if best else None
    # a few ideographs among Latin letters are accents and quotation marks, guessed wrong
    if found and not nuls and IDEOGRAPH.search(found.text) and _accents(found.text) < MOST_ACCENTS:
        return None
    return found


def _accents(text: str) -> float:
    """The share of letters beyond ASCII."""
    letters = sum(map(str.isalpha, text))
    return sum(c.isalpha() and not c.isascii() for c in text) / max(1, letters)


def _strictly(raw: bytes, encoding: str) -> Decoded | None:
    try:
        return Decoded(raw.decode(encoding), encoding)
    except UnicodeDecodeError:
        return None


def _controls(text: str) -> float:
    counted = Counter(text)
    controls = sum(n for c, n in counted.items() if category(c) == "Cc" and c not in SPACE)
    return controls / max(1, len(text))


def _damaged(raw: bytes) -> bool:
    if b"\0" in raw:
        return False
    invalid = raw.decode("utf-8", "replace").count("\N{REPLACEMENT CHARACTER}")
    return len(SEQUENCE.findall(raw)) >= invalid
