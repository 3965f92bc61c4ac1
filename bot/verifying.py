"""A citation of long ago against the article as it is now."""

from collections.abc import Sequence
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
    """The citation looked up where it stood, then in the whole article, as whole sentences."""
    try:
        article = index.catalog.article(place.article_id)
    except ArticleMissing:
        return Checked(place, State.GONE)
    every = index.catalog.sentences(article.id)
    # in the middle of a longer sentence the same words may say something else
    begun = (at for at, s in enumerate(every) if article.text.startswith(place.text, s.start))
    standing = [own for at in begun if (own := _whole(place, every[at:]))]
    if not standing:
        return Checked(place, State.CHANGED, article)
    own = min(standing, key=lambda found: abs(found[0].start - place.start))
    same = own[0].start == place.start and place.sha256 in (article.sha256, "")
    citation = _citation(article, place, own, every)
    return Checked(place, State.SAME if same else State.MOVED, article, citation)


def around(index: "Index", citation: Citation, reach: int) -> list[Sentence]:
    """The cited sentences with so many before and after them."""
    first, last = citation.sentences[0].number, citation.sentences[-1].number
    return index.catalog.sentences(citation.article.id, max(1, first - reach), last + reach)


def _whole(place: Place, following: Sequence[Sentence]) -> Sequence[Sentence]:
    """The sentences that the cited words begin with here, if they end with one too."""
    end = following[0].start + len(place.text)
    own = [sentence for sentence in following if sentence.end <= end]
    return own if own and own[-1].end == end else ()


def _citation(
    article: Article, place: Place, own: Sequence[Sentence], every: Sequence[Sentence]
) -> Citation:
    """The words as a citation of today, with what stands around them today."""
    known = place.antecedent if place.antecedent and place.antecedent in article.text else None
    return replace(
        Citation.of(place.number, article, own),
        before=next((s for s in every if s.number == own[0].number - 1), None),
        after=next((s for s in every if s.number == own[-1].number + 1), None),
        short=place.short,
        antecedent=known,
    )
