"""What the bot says, as blocks that every front end renders in its own way."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from indexes.article import Article, Sentence
from prompts import say
from retrieval.answer import Answer, Citation, Status
from retrieval.pronoun import pronoun
from retrieval.span import Span


@dataclass(frozen=True, slots=True)
class Words:
    """Our own words."""

    text: str


@dataclass(frozen=True, slots=True)
class Quote:
    """A cited stretch of an article, whole, with its number; `short` in it is what answers."""

    number: int
    text: str
    short: Span | None = None


@dataclass(frozen=True, slots=True)
class Aside:
    """Where a quote stands and what stands around it; a front end may fold it away."""

    text: str


Block = Words | Quote | Aside


@dataclass(frozen=True, slots=True)
class Reply:
    """The blocks of one reply, in order."""

    blocks: tuple[Block, ...]

    @classmethod
    def words(cls, text: str) -> "Reply":
        """A reply of our own words only."""
        return cls((Words(text),))


def reply_to(answer: Answer) -> Reply:
    """The answer as blocks; every citation is checked once more on its way out."""
    answer.verify()
    language = answer.question.language
    if answer.refused:
        return Reply.words(answer.text)
    hedge = [Words(say("uncertain", language))] if answer.status is Status.UNCERTAIN else []
    lead = [Words(answer.lead)] if answer.lead else []
    return Reply((*hedge, *lead, *cited(answer.citations, language)))


def cited(citations: Iterable[Citation], language: str) -> list[Block]:
    """Each quote, then one aside for all of them."""
    known = list(citations)
    quoted = {sentence for citation in known for sentence in citation.sentences}
    quotes: list[Block] = [Quote(each.number, each.text, each.short) for each in known]
    asides = "\n\n".join(_aside(citation, quoted, language) for citation in known)
    return [*quotes, Aside(asides)]


def _aside(citation: Citation, quoted: Collection[Sentence], language: str) -> str:
    """Its place, whom it means, and its neighbours but for those that are quoted themselves."""
    place = say(
        "source",
        language,
        number=citation.number,
        article=described(citation.article),
        sentence=citation.sentences[0].number,
    )
    around = (("before", citation.before), ("after", citation.after))
    told = (say(name, language, text=s.text) for name, s in around if s and s not in quoted)
    return "\n".join((place, *_meant(citation, language), *told))


def _meant(citation: Citation, language: str) -> list[str]:
    """Whom its pronoun means, beside the quote and never inside."""
    word = pronoun(citation.sentences[0].text)
    if not word or not citation.antecedent:
        return []
    return [say("antecedent", language, pronoun=word.text, person=citation.antecedent)]


def described(article: Article) -> str:
    """Title, source, date and address of an article, as far as they are known."""
    published = article.published.isoformat() if article.published else None
    facts = (article.title, article.source, published, article.url)
    return " · ".join(fact for fact in facts if fact)
