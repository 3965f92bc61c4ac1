"""Which sentences of an article somebody says, by name or as the one who was named before."""

import re
import tomllib
from collections.abc import Sequence
from functools import cache, lru_cache
from importlib import resources

import numpy as np

from retrieval.alignment import Floats

QUOTED = re.compile('[“”"«»„]')
FADING = 0.9  # how sure it stays, sentence by sentence, that the same person goes on


@lru_cache(maxsize=20_000)
def speaks(text: str) -> bool:
    """Whether a sentence holds a quotation mark or a word of saying."""
    return bool(QUOTED.search(text) or _pattern("cues").search(text))


def said_by(texts: Sequence[str], named: Floats) -> Floats:
    """How surely each sentence is said by somebody; `named` says how much of the name it holds."""
    said = np.zeros(len(texts), dtype=np.float32)
    for row, text in enumerate(texts):
        here = float(named[row]) if speaks(text) else 0.0
        before = max(float(said[row - 1]), float(named[row - 1])) if row else 0.0
        said[row] = max(here, FADING * before if _goes_on(text) else 0.0)
    return said


@lru_cache(maxsize=20_000)
def leans(text: str) -> bool:
    """Whether a sentence is only understood with the one before it."""
    return _goes_on(text) or bool(_pattern("leans").search(text))


def only_asks(word: str) -> bool:
    """Whether a word of a question says no more than that somebody speaks."""
    return bool(_pattern("asking").fullmatch(word))


@lru_cache(maxsize=20_000)
def _goes_on(text: str) -> bool:
    """Whether the one who was named before is meant: by a pronoun, or by nobody but the quote."""
    if _pattern("goes_on").search(text):
        return True
    return bool(QUOTED.search(text)) and not _pattern("cues").search(text)


@cache
def _pattern(name: str) -> re.Pattern[str]:
    file = resources.files("retrieval") / "lexicon" / "speech.toml"
    table = tomllib.loads(file.read_text("utf-8"))
    return re.compile(
        "|".join(
            each if each.startswith("^") else rf"(?<!\w)(?:{each})(?!\w)" for each in table[name]
        ),
        re.IGNORECASE,
    )
