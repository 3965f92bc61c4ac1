"""What the bot says, as blocks that every front end renders in its own way."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from bot.buttons import Rows
from bot.linking import fragment_link, page
from indexes.article import Article, Sentence
from prompts import say
from retrieval.answer import Answer, Citation, Status
from retrieval.answering import refusal
from retrieval.pronoun import pronoun
from retrieval.span import Span

GAP = "\n\n"


class Tone(StrEnum):
    """How our own words stand apart from each other."""

    PLAIN = "plain"
    HEADING = "heading"
    DOUBT = "doubt"


@dataclass(frozen=True, slots=True)
class Words:
    """Our own words."""

    text: str
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True, slots=True)
class Quote:
    """A cited stretch of an article, whole, with its number; `short` in it is what answers.

    `link` opens the article at that place, or is empty.
    """

    number: int
    text: str
    short: Span | None = None
    link: str = ""


@dataclass(frozen=True, slots=True)
class Day:
    """A date in a text, from one character to another."""

    start: int
    end: int
    date: date


@dataclass(frozen=True, slots=True)
class Aside:
    """Where a quote stands and what stands around it; a front end may fold it away."""

    text: str
    days: tuple[Day, ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """Sentences of an article as they follow each other, one of which was cited: `cited` in it."""

    text: str
    cited: Span


Block = Words | Quote | Aside | Passage


@dataclass(frozen=True, slots=True)
class Reply:
    """The blocks of one reply, in order, and the buttons below.

    `receipt` is that of the answer it shows. `wanted` is said in the field of an answer that the
    reply waits for. `preview` is the one page that may be shown with it. `beside` is what of the
    message that was replied to the reply quotes. Of a `passing` one nothing is kept at all.
    """

    blocks: tuple[Block, ...]
    rows: Rows = ()
    receipt: str = ""
    wanted: str = ""
    preview: str = ""
    beside: str = ""
    passing: bool = False

    @classmethod
    def words(cls, text: str) -> "Reply":
        """A reply of our own words only."""
        return cls((Words(text),))


@dataclass(frozen=True, slots=True)
class Saying:
    """Words of ours by the name of their prompt, before it is known in which language."""

    name: str
    values: Mapping[str, object] = field(default_factory=dict)


def reply_to(answer: Answer, language: str | None = None) -> Reply:
    """The answer as blocks; every citation is checked once more on its way out."""
    answer.verify()
    spoken = language or answer.question.language
    if answer.reason:
        text = refusal(answer.reason, spoken, answer.nearest)
        return Reply.words(say("refused", spoken, text=text))
    lead = [Words(answer.lead, Tone.HEADING)] if answer.lead else []
    blocks = (*hedge(answer.status, spoken), *lead, *cited(answer.citations, spoken))
    return Reply(blocks, preview=only_page(c.article for c in answer.citations))


def hedge(status: Status, language: str) -> list[Block]:
    """What is said first where the articles do not answer plainly."""
    uncertain = status is Status.UNCERTAIN
    return [Words(say("uncertain", language), Tone.DOUBT)] if uncertain else []


def only_page(articles: Iterable[Article]) -> str:
    """The page of the article if it is the only one."""
    found = {article.id: page(article.url) for article in articles}
    return next(iter(found.values())) if len(found) == 1 else ""


def cited(citations: Iterable[Citation], language: str) -> list[Block]:
    """Each quote, then one aside for all of them."""
    known = list(citations)
    quoted = {sentence for citation in known for sentence in citation.sentences}
    quotes: list[Block] = [_quote(citation) for citation in known]
    return [*quotes, joined([_aside(citation, quoted, language) for citation in known])]


def joined(asides: Sequence[Aside]) -> Aside:
    """Several asides as one, in paragraphs."""
    text, days = "", []
    for aside in asides:
        text += GAP if text else ""
        days += [Day(len(text) + d.start, len(text) + d.end, d.date) for d in aside.days]
        text += aside.text
    return Aside(text, tuple(days))


def _quote(citation: Citation) -> Quote:
    link = fragment_link(citation.article.url, citation.text, citation.article.text)
    return Quote(citation.number, citation.text, citation.short, link)


def _aside(citation: Citation, quoted: Collection[Sentence], language: str) -> Aside:
    """Its place, whom it means, and its neighbours but for those that are quoted themselves."""
    article = citation.article
    place = say(
        "source",
        language,
        number=citation.number,
        article=titled(article),
        sentence=citation.sentences[0].number,
    )
    around = (("before", citation.before), ("after", citation.after))
    told = (say(name, language, text=s.text) for name, s in around if s and s not in quoted)
    address = [article.url] if article.url else []
    lines = (place, *_speaking(citation, language), *_meant(citation, language), *told, *address)
    return Aside("\n".join(lines), _days(place, article))


def _speaking(citation: Citation, language: str) -> list[str]:
    """Whose words it holds, where the article tells."""
    if not citation.speakers:
        return []
    return [say("speakers", language, who=", ".join(citation.speakers))]


def _days(place: str, article: Article) -> tuple[Day, ...]:
    """The date of the article in the line that says where a quote stands, after its title."""
    if article.published is None:
        return ()
    text = article.published.isoformat()
    start = place.rfind(text)
    return (Day(start, start + len(text), article.published),)


def _meant(citation: Citation, language: str) -> list[str]:
    """Whom its pronoun means, beside the quote and never inside."""
    word = pronoun(citation.sentences[0].text)
    if not word or not citation.antecedent:
        return []
    return [say("antecedent", language, pronoun=word.text, person=citation.antecedent)]


def titled(article: Article) -> str:
    """Title, source and date of an article, as far as they are known."""
    published = article.published.isoformat() if article.published else None
    return " · ".join(fact for fact in (article.title, article.source, published) if fact)


def described(article: Article) -> str:
    """Title, source, date and address of an article, as far as they are known."""
    return " · ".join(filter(None, (titled(article), article.url)))
