"""What one article says of a question: how well each of its sentences meets each of the terms."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from indexes.article import Sentence
from indexes.quotes.quote import Quote
from retrieval.alignment import Alignment, Floats
from retrieval.hit import Hit
from retrieval.question import Question
from retrieval.summary import ended

if TYPE_CHECKING:
    from indexes.index import Index

REACH = 40  # sentences on either side of the candidates that are looked at in a long article
OPENING = 4  # sentences in which the title and the lead stand


@dataclass(frozen=True, slots=True)
class Account:
    """`exact` and `close` are of shape (sentences, terms), `meaning` of shape (sentences, size).

    `topic` says of each term whether the title or the lead meets it: such terms tell which article
    is meant, and the others what is asked of it. `cosine`, `place` and `repeated` are those of
    `Alignment`; `named` says of each term in which share of its places it has a name's capital.
    """

    sentences: Sequence[Sentence]
    language: str
    exact: Floats
    close: Floats
    meaning: Floats
    topic: Floats
    cosine: Floats
    place: Floats
    repeated: Floats
    named: Floats
    quotes: Sequence[Quote] = ()

    def row(self, hit: Hit) -> int:
        """The row of a hit's sentence."""
        return hit.sentence.number - self.sentences[0].number


def accounts(index: "Index", question: Question, hits: Sequence[Hit]) -> Mapping[str, Account]:
    """The account of every article that a hit stands in, by its id; all aligned at once."""
    shown: dict[str, list[Sentence]] = {}
    openings: dict[str, list[Sentence]] = {}
    for article_id, (low, high) in _ranges(hits).items():
        shown[article_id] = index.catalog.sentences(article_id, low - REACH, high + REACH)
        openings[article_id] = _opening(index.catalog.sentences(article_id, 1, OPENING))
    every = [s for lists in (shown, openings) for part in lists.values() for s in part]
    languages = {name: index.catalog.article(name).language for name in shown}
    aligned = Alignment(
        question.terms, [(s.text, languages[s.article_id]) for s in every], index.word_vectors
    )
    row = {sentence: at for at, sentence in enumerate(every)}
    found = {}
    for article_id, sentences in shown.items():
        rows = [row[sentence] for sentence in sentences]
        opening = [row[sentence] for sentence in openings[article_id]]
        found[article_id] = Account(
            sentences,
            languages[article_id],
            aligned.exact[rows],
            aligned.close[rows],
            aligned.meaning[rows],
            aligned.close[opening].max(axis=0),
            aligned.cosine[rows],
            aligned.place[rows],
            aligned.repeated[rows],
            aligned.capital[rows].sum(axis=0) / np.maximum(aligned.inside[rows].sum(axis=0), 1),
            index.catalog.quotes_in(article_id, sentences[0].number, sentences[-1].number),
        )
    return found


def _ranges(hits: Sequence[Hit]) -> dict[str, tuple[int, int]]:
    """From the first to the last hit of each article, by number."""
    found: dict[str, tuple[int, int]] = {}
    for hit in hits:
        number = hit.sentence.number
        low, high = found.get(hit.sentence.article_id, (number, number))
        found[hit.sentence.article_id] = (min(low, number), max(high, number))
    return found


def _opening(sentences: Sequence[Sentence]) -> list[Sentence]:
    """The headings and the first sentence after them."""
    found = []
    for sentence in sentences:
        found.append(sentence)
        if ended(sentence.text):
            break
    return found
