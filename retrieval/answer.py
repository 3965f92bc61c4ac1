"""What is promised: every citation is a verbatim slice of its article, checked when it is made."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from indexes.article import Article, Sentence
from indexes.errors import KutipError
from retrieval.question import Question
from retrieval.span import Span


class Status(StrEnum):
    """How sure the answer is."""

    ANSWERED = "answered"
    UNCERTAIN = "uncertain"
    REFUSED = "refused"


class Reason(StrEnum):
    """Why a question is refused."""

    EMPTY_INDEX = "empty_index"
    OFF_TOPIC = "off_topic"
    NOT_STATED = "not_stated"
    FALSE_PREMISE = "false_premise"
    UNREADABLE_QUESTION = "unreadable_question"


class CitationBroken(KutipError):
    """A citation is not what its article says; it is never shown."""

    def __init__(self, article_id: str, start: int, end: int) -> None:
        super().__init__(
            f"A citation of {article_id} ({start}-{end}) differs from the article, so the answer "
            "was withheld. Run: kutip articles check"
        )


@dataclass(frozen=True, slots=True)
class Citation:
    """Neighbouring sentences of an article, and those around them; start and end are offsets.

    `short` is the stretch of the text that answers, `antecedent` whom its pronoun means,
    `speakers` are the full names of those whose words are in it.
    """

    number: int
    article: Article
    sentences: tuple[Sentence, ...]
    start: int
    end: int
    text: str
    before: Sentence | None = None
    after: Sentence | None = None
    short: Span | None = None
    antecedent: str | None = None
    speakers: tuple[str, ...] = ()

    @classmethod
    def of(cls, number: int, article: Article, sentences: Sequence[Sentence]) -> "Citation":
        """The citation from the first of these sentences to the last, without what is around."""
        start, end = sentences[0].start, sentences[-1].end
        return cls(number, article, tuple(sentences), start, end, article.text[start:end])

    def verify(self) -> None:
        """Raise unless all it shows stands in the article, character for character."""
        slices = [(self.start, self.end, self.text)]
        around = [sentence for sentence in (self.before, self.after) if sentence]
        slices += [(s.start, s.end, s.text) for s in (*self.sentences, *around)]
        if self.short:
            first, last = self.start + self.short.start, self.start + self.short.end
            slices.append((first, min(last, self.end), self.short.text))
        for start, end, text in slices:
            if not text or self.article.text[start:end] != text:
                raise CitationBroken(self.article.id, start, end)
        if self.antecedent is not None and not self._names(self.antecedent):
            raise CitationBroken(self.article.id, self.start, self.end)

    def _names(self, name: str) -> bool:
        return bool(name.strip()) and name in self.article.text


@dataclass(frozen=True, slots=True)
class Answer:
    """Cited sentences, or a refusal with its reason and without citations.

    `told` is the chance, between 0 and 1, that the articles tell, `confidence` that the first
    citation answers; `nearest` are the articles that a refused question comes nearest to, `lead` is
    what the frame says before the sentences.
    """

    question: Question
    status: Status
    reason: Reason | None
    text: str
    citations: tuple[Citation, ...]
    writer: str
    index_version: str
    nearest: tuple[Article, ...] = ()
    confidence: float = 0.0
    told: float = 0.0
    lead: str = ""

    def __post_init__(self) -> None:
        if self.refused != (self.reason is not None) or self.refused == bool(self.citations):
            raise ValueError("a refusal has a reason and no citation; an answer has citations only")
        self.verify()

    @property
    def refused(self) -> bool:
        """Whether the articles do not tell."""
        return self.status is Status.REFUSED

    def verify(self) -> None:
        """Raise unless every citation is verbatim."""
        for citation in self.citations:
            citation.verify()
