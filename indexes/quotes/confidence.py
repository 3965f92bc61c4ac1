"""How often a quote of that kind has the right speaker: `lexicon/quotes_confidence.toml`."""

import tomllib
from functools import cache
from importlib import resources
from typing import Any

from indexes.quotes.quote import SpeakerKind
from indexes.quotes.resolving import Resolved


def confidence(found: Resolved) -> float:
    """From 0 to 1, by how the speaker is told and how far from the cue; 0 for nobody."""
    if found.name is None:
        return 0.0
    table, phrase = _table(), found.draft.phrase
    if phrase is None or phrase.kind is SpeakerKind.PRONOUN:
        rival = table["rival"] if found.rivals else 1.0
        return round(float(table["pronoun"][found.ago - 1] * rival), 3)
    if phrase.person:
        again = phrase.kind is SpeakerKind.COREF
        return float(table["again" if again else "name"][phrase.person.sure])
    return float(table["office" if phrase.kind is SpeakerKind.COREF else "unnamed"])


@cache
def _table() -> dict[str, Any]:
    file = resources.files("indexes") / "lexicon" / "quotes_confidence.toml"
    return tomllib.loads(file.read_text("utf-8"))
