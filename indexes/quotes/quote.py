"""Who said what, through whom and to whom: every span is cut from the article it stands in."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any, NamedTuple


class Span(NamedTuple):
    """A stretch of an article's text: `article.text[start:end] == text`."""

    start: int
    end: int
    text: str

    @classmethod
    def cut(cls, text: str, start: int, end: int) -> "Span":
        """The only way a span is made, so that its text cannot differ from the article's."""
        return cls(start, end, text[start:end])

    @property
    def record(self) -> dict[str, Any]:
        """As others read it in JSON."""
        return self._asdict()


class QuoteType(StrEnum):
    """Whether the words themselves are given, what they meant, or a piece of them in a report."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class QuoteClass(StrEnum):
    """What the cue says that was done with the words."""

    SPEECH = "speech"
    BELIEF = "belief"
    REQUEST = "request"
    WISH = "wish"
    QUESTION = "question"
    ANNOUNCEMENT = "announcement"
    CONFIRMATION = "confirmation"
    DENIAL = "denial"
    REPORT = "report"


class SpeakerKind(StrEnum):
    """How a speaker is named beside the cue; `IMPLICIT` is a `-nya`, `UNKNOWN` is not clear."""

    NAME = "name"
    COREF = "coref"
    PRONOUN = "pronoun"
    PHRASE = "np"
    BODY = "org"
    DOCUMENT = "doc"
    IMPLICIT = "implicit"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Speaker:
    """The innermost origin of the words; `canonical` is its fullest name in the article.

    Where the article does not make the speaker sure there is no canonical name: never a guess.
    """

    kind: SpeakerKind
    span: Span | None = None
    canonical: str | None = None
    role: Span | None = None
    affiliation: Span | None = None


class Medium(NamedTuple):
    """One through whom the words came, and its fullest name in the article."""

    span: Span
    canonical: str

    @property
    def record(self) -> dict[str, Any]:
        """As others read it in JSON."""
        return {**self.span.record, "canonical": self.canonical}


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of somebody in an article: `article.text[start:end] == text`, marks included.

    `number` counts an article's quotes from 1, `continues` is the number of the one it goes on
    from, `parts` are the halves round a cue in brackets, `sentences` the first and the last
    sentence by number, `confidence` how often such a quote has the right speaker (0 to 1).
    """

    article_id: str
    number: int
    start: int
    end: int
    text: str
    type: QuoteType
    quote_class: QuoteClass
    cue: Span
    speaker: Speaker
    sentences: tuple[int, int]
    rule: str
    confidence: float
    addressee: Span | None = None
    via: tuple[Medium, ...] = ()
    continues: int | None = None
    parts: tuple[Span, ...] = ()

    @property
    def record(self) -> dict[str, Any]:
        """One line of the ledger: as `kutip said --json` prints it."""
        said = self.speaker
        known = said.span is not None
        return {
            "article": self.article_id,
            "number": self.number,
            "start": self.start,
            "end": self.end,
            "text": self.text,
            "type": self.type.value,
            "cls": self.quote_class.value,
            "cue": self.cue.record,
            "speaker": {**said.span.record, "kind": said.kind.value}
            if known and said.span
            else None,
            "speaker_kind": said.kind.value,
            "canonical": said.canonical,
            "role": said.role.record if said.role else None,
            "affiliation": said.affiliation.record if said.affiliation else None,
            "addressee": self.addressee.record if self.addressee else None,
            "via": [medium.record for medium in self.via],
            "cont_of": self.continues,
            "parts": [part.record for part in self.parts],
            "sentences": list(self.sentences),
            "rule": self.rule,
            "confidence": self.confidence,
        }
