"""One text as an index of its own, in memory: what somebody posts can be asked about at once."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cached_property

import numpy as np

from indexes.article import Article, Key, Passage, Sentence, Unit
from indexes.correcting import corrected
from indexes.embedding import Embedder, Vectors
from indexes.errors import ArticleMissing
from indexes.keywords import BM25
from indexes.manifest import Manifest
from indexes.misspelling import nearest
from indexes.passages import passages
from indexes.quotes.quote import Quote
from indexes.quotes.reading import read_quotes
from indexes.splitting import split
from indexes.terms import Term, stems
from indexes.word_vectors import WordVectors

NEAR = 3  # spellings that one misspelt word is taken for at most


class AloneCatalog:
    """The one article with its sentences and passages."""

    def __init__(self, article: Article) -> None:
        self._article = article
        bounds = enumerate(split(article.text), start=1)
        self.every: dict[Unit, Sequence[Sentence | Passage]] = {}
        self._sentences = [article.sentence(number, each) for number, each in bounds]
        self._passages = passages(article, self._sentences)
        self.every = {Unit.SENTENCES: self._sentences, Unit.PASSAGES: self._passages}

    def article(self, article_id: str) -> Article:
        """The article, if it is that one."""
        if article_id != self._article.id:
            raise ArticleMissing(article_id)
        return self._article

    def sentences(self, article_id: str, first: int = 1, last: int | None = None) -> list[Sentence]:
        """Its sentences from number `first` to `last`, both included."""
        end = len(self._sentences) if last is None else last
        every = self._sentences if self.article(article_id) else []
        return [sentence for sentence in every if first <= sentence.number <= end]

    def sentence(self, key: Key) -> Sentence:
        """One sentence by its address."""
        return self.sentences(key.article_id, key.number, key.number)[0]

    @cached_property
    def _quotes(self) -> tuple[Quote, ...]:
        return read_quotes(self._article, self._sentences)

    def quotes(self, article_id: str) -> list[Quote]:
        """Who said what in it."""
        return self.quotes_in(article_id)

    def quotes_in(self, article_id: str, first: int = 1, last: int | None = None) -> list[Quote]:
        """The quotes that stand, at least in part, in its sentences from `first` to `last`."""
        end = len(self._sentences) if last is None else last
        every = self._quotes if self.article(article_id) else ()
        return [q for q in every if q.sentences[1] >= first and q.sentences[0] <= end]

    def ledger(self, *, speaker: Collection[str] | None = None) -> Iterator[Quote]:
        """Every quote, or those of some speakers."""
        return (q for q in self._quotes if speaker is None or q.speaker.canonical in speaker)

    def speakers(self) -> list[tuple[str, str, str]]:
        """Each name of a speaker; the other two are told by no single text."""
        named = {quote.speaker.canonical for quote in self._quotes if quote.speaker.canonical}
        return [(name, name, "") for name in sorted(named)]

    def window(self, passage: Key) -> range:
        """The numbers of the sentences of a passage."""
        found = next(each for each in self._passages if each.key == passage)
        return range(found.first, found.last + 1)


class Alone:
    """What retrieval asks of an index, over a single text; it is searched without any file."""

    def __init__(self, article: Article, embedder: Embedder, words: WordVectors) -> None:
        self.name = "alone"
        self.catalog = AloneCatalog(article)
        counts = {"articles": 1} | {unit: len(found) for unit, found in self.catalog.every.items()}
        self.manifest = Manifest(embedder.identity, {article.id: article.sha256}, counts, 0, {})
        self._embedder = embedder
        self._words = words
        language = article.language
        self._stems = {
            unit: {text.key: stems(text.text, language) for text in found}
            for unit, found in self.catalog.every.items()
        }
        self._vectors = {
            unit: embedder.embed([text.text for text in found])
            for unit, found in self.catalog.every.items()
        }

    def by_words(self, unit: Unit, terms: Sequence[Term]) -> dict[Key, float]:
        """BM25 by address, best first."""
        scored = {key: _score(unit, terms, held) for key, held in self._stems[unit].items()}
        best = sorted(scored.items(), key=lambda item: -item[1])
        return {key: score for key, score in best if score > 0}

    def by_meaning(self, unit: Unit, vector: Vectors, limit: int) -> dict[Key, float]:
        """Cosines by address, best first."""
        cosines = self._vectors[unit] @ vector
        best = np.argsort(-cosines, kind="stable")[:limit]
        keys = list(self._stems[unit])
        return {keys[at]: float(cosines[at]) for at in best}

    def corrected(self, terms: Sequence[Term]) -> tuple[Term, ...]:
        """The terms, those that are no word anywhere as the words of the text nearest to them."""
        return corrected(terms, self)

    def holds(self, stem: str) -> bool:
        """Whether the stem stands in the text."""
        return any(stem in held for held in self._stems[Unit.SENTENCES].values())

    def near(self, stem: str) -> tuple[str, ...]:
        """The stems of the text that differ least from this one."""
        every = dict.fromkeys(s for held in self._stems[Unit.SENTENCES].values() for s in held)
        return nearest(stem, (each for each in every if each[:1] == stem[:1]))[:NEAR]

    def embed(self, question: str) -> Vectors:
        """The question as a vector of length one, or zero where it has no tokens."""
        vector: Vectors = self._embedder.embed([question])[0]
        return vector

    def word_vectors(self, words: Iterable[str]) -> Vectors:
        """Vectors of single words, of shape (words, dimension)."""
        return self._words.vectors(words)


def _score(unit: Unit, terms: Sequence[Term], held: Sequence[str]) -> float:
    total = 0.0
    for term in terms:
        frequency = max(held.count(stem) for stem in term.stems)
        total += term.idf * BM25[unit].weight(frequency, len(held)) if frequency else 0.0
    return total
