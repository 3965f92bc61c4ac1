"""The words that tie what is said to the one who says it: `lexicon/quotes_id.toml`."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources

from indexes.quotes.quote import QuoteClass


@dataclass(frozen=True, slots=True)
class Cues:
    """Cue words by where they stand, each with what it says was done; all in small letters."""

    verbs: dict[str, QuoteClass]  # mengatakan: its subject stands before it
    after: dict[str, QuoteClass]  # kata: its subject stands behind it
    prepositions: dict[str, QuoteClass]  # menurut
    passives: dict[str, QuoteClass]  # dikatakan: its agent stands behind it
    citing: frozenset[str]  # mengutip
    cited: frozenset[str]  # dikutip
    confirming: frozenset[str]  # a thing may be what is confirmed or denied
    clausal: frozenset[str]  # only with agar, bahwa or a comma
    comma: frozenset[str]  # only with bahwa or a comma
    phrases: dict[str, frozenset[str]]  # the other groups of words, by name

    def implicit(self, word: str) -> str | None:
        """The cue in a word such as katanya; None where it is none."""
        stem = word.removesuffix("nya")
        known = stem != word and (stem in self.after or stem in self.prepositions)
        return stem if known else None

    def ties(self, word: str) -> bool:
        """Whether a word, in small letters, is a cue wherever it stands: what follows is said."""
        known = word in self.verbs or word in self.passives
        return known or word in self.citing or word in self.cited or self.implicit(word) is not None

    def class_of(self, word: str) -> QuoteClass:
        """What a cue word in any form says was done."""
        stem = self.implicit(word) or word
        for group in (self.verbs, self.after, self.prepositions, self.passives):
            if stem in group:
                return group[stem]
        return QuoteClass.SPEECH


@cache
def cues() -> Cues:
    """The cues of Indonesian."""
    file = resources.files("indexes") / "lexicon" / "quotes_id.toml"
    table = tomllib.loads(file.read_text("utf-8"))
    verbs = {
        word: QuoteClass(name)
        for name, kinds in table["verbs"].items()
        for group in kinds.values()
        for word in group
    }
    grouped = {
        name: {word: QuoteClass(kind) for kind, words in table[name].items() for word in words}
        for name in ("after", "prepositions", "passives")
    }
    return Cues(
        verbs=verbs,
        **grouped,
        citing=frozenset(table["quoting"]["active"]),
        cited=frozenset(table["quoting"]["passive"]),
        confirming=frozenset(table["objects"]["confirm"]),
        clausal=frozenset(table["objects"]["clausal"]),
        comma=frozenset(table["objects"]["comma"]),
        phrases={name: frozenset(words) for name, words in table["phrases"].items()},
    )
