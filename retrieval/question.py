"""A message to a question: cleaned for searching, its language, its kind, its content words."""

import re
import unicodedata
from dataclasses import dataclass

from indexes.article import Key
from indexes.language import detect
from indexes.terms import Term
from retrieval.alternatives import searched_terms
from retrieval.kind import Kind, asked
from retrieval.speaker import speaker
from retrieval.spelling import mended, spelled

# control, private, surrogate and unassigned characters; those of no width (Cf) are apart
UNSEEN = {"Cc", "Co", "Cs", "Cn"}


@dataclass(frozen=True, slots=True)
class Question:
    """What was asked; `terms` are its content words, once each.

    A follow-up also has what the conversation lends it: `carried` are content words that count
    less than its own, `places` the sentences that were cited last, `beyond` those that it does not
    want again, `after` the one whose continuation it wants, `article_id` the one article that it is
    about, `other_than` the one it has heard enough of, `meant` are the names that its pronouns
    mean, `rewritten` is what makes sense by itself.

    `speaker` is whose words a `WHAT_SAID` question asks for, as it names them; None if nobody's.
    """

    text: str
    language: str
    terms: tuple[Term, ...]
    kind: Kind = Kind.WHAT
    carried: tuple[Term, ...] = ()
    places: tuple[Key, ...] = ()
    beyond: tuple[Key, ...] = ()
    article_id: str | None = None
    other_than: str | None = None
    after: Key | None = None
    meant: tuple[str, ...] = ()
    rewritten: str = ""
    speaker: str | None = None

    @property
    def searched(self) -> str:
        """The text whose meaning is searched for: with what a follow-up refers to."""
        return self.rewritten or self.text

    @property
    def readable(self) -> bool:
        """Whether there is a word or a number in it at all."""
        return any(character.isalnum() for character in self.text)


def parse(message: str) -> Question:
    """The question in a message; invisible characters and doubled white space are left out."""
    seen = unicodedata.normalize("NFC", "".join(map(_seen, message)))
    text = re.sub(r"\s+", " ", seen).strip()
    language = detect(text)
    wording = spelled(text, language)
    wanted = asked(wording.plain)
    if wanted.kind is Kind.KEYWORDS:
        wording = mended(wording, language)
        wanted = asked(wording.plain)
    return Question(
        text,
        language,
        searched_terms(wording, language),
        wanted.kind,
        speaker=speaker(wording, wanted, language),
    )


def _seen(character: str) -> str:
    """The character as it is searched for: one of no width stands inside words, others between."""
    category = unicodedata.category(character)
    if category == "Cf":
        return ""
    return " " if category in UNSEEN else character
