"""A citation of long ago against the article as it is now."""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from bot.memory import Place
from indexes.article import Article, Sentence
from indexes.errors import ArticleMissing
from retrieval.answer import Citation

if TYPE_CHECKING:
    from indexes.index import Index


class State(StrEnum):
    """What became of a cited sentence."""

    SAME = "same"
    MOVED = "moved"  # the article was updated, and the sentence still stands in it
    CHANGED = "changed"  # the article was updated, and the sentence is no longer in it
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Checked:
    """What became of a citation; as a citation of today, where its words still stand."""

    place: Place
    state: State
    article: Article | None = None
    citation: Citation | None = None


def check(index: "Index", place: Place) -> Checked:
    """The citation looked up where it stood, then in the whole article."""
    try:
        article = index.catalog.article(place.article_id)
    except ArticleMissing:
        return Checked(place, State.GONE)
    there = article.text[place.start : place.end] == place.text
    start = place.start if there else article.text.find(place.text)
    if start < 0:
        return Checked(place, State.CHANGED, article)
    same = there and place.sha256 in (article.sha256, "")
    state = State.SAME if same else State.MOVED
    return Checked(place, state, article, _citation(index, article, place, start))


def around(index: "Index", citation: Citation, reach: int) -> list[Sentence]:
    """The cited sentences with so many before and after them."""
    first, last = citation.sentences[0].number, citation.sentences[-1].number
    return index.catalog.sentences(citation.article.id, max(1, first - reach), last + reach)


def _citation(index: "Index", article: Article, place: Place, start: int) -> Citation | None:
    """The words as a citation; nothing where they are no whole sentences any more."""
    end = start + len(place.text)
    every = index.catalog.sentences(article.id)
    own = tuple(s for s in every if s.start >= start and s.end <= end)
    if not own or (own[0].start, own[-1].end) != (start, end):
        return None
    citation = Citation.of(place.number, article, own)
    known = place.antecedent if place.antecedent and place.antecedent in article.text else None
    return replace(
        citation,
        before=next((s for s in every if s.number == own[0].number - 1), None),
        after=next((s for s in every if s.number == own[-1].number + 1), None),
        short=place.short,
        antecedent=known,
    )
