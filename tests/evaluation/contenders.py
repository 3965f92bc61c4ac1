"""Kutip and its peers behind one contract: each gets a corpus, then ranks for one question."""

import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import replace
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray

from indexes.article import Article
from indexes.building import Build
from indexes.embedding import open_embedder
from indexes.index import Index
from indexes.language import detect
from indexes.settings import SHIPPED_MODEL
from retrieval.evidence import evidence
from retrieval.hit import Hit
from retrieval.question import parse
from retrieval.ranking import RANKED, ordered, ranked, understood
from tests.evaluation.corpus import Corpus

BEST = 10  # the figures look no further
WHOLE = 200  # sentences of a passage, at most

Floats = NDArray[np.float32]
Scorer = Callable[[str], Floats]  # a question to the score of each text; what is not found is -inf
Make = Callable[[Sequence[str]], Scorer]


class Choice(NamedTuple):
    """The sentence of a passage that answers best, and how strongly it does."""

    sentence: str
    strength: float


class Contender(Protocol):
    """Ranks the texts of its corpus, best first."""

    def sentences(self, question: str) -> Sequence[str]:
        """The ten likeliest sentences."""

    def passages(self, question: str) -> Sequence[str]:
        """The ten likeliest passages."""

    def within(self, question: str, passage: str) -> Choice | None:
        """The likeliest sentence of one passage; None from one that only searches all."""


class Kutip:
    """The shipped ranking; a passage is as likely as its best sentence."""

    def __init__(self, index: Index, corpus: Corpus) -> None:
        self._index = index
        self._texts = {f"a{at}": text for at, text in enumerate(corpus.passages)}
        self._names = {text: name for name, text in self._texts.items()}
        self._ranked = lru_cache(1)(self._rank)

    @classmethod
    @contextmanager
    def open(cls, corpus: Corpus) -> Iterator["Kutip"]:
        """An index of the corpus, gone afterwards."""
        embedder = open_embedder(SHIPPED_MODEL)
        articles = [_article(f"a{at}", text) for at, text in enumerate(corpus.passages)]
        with tempfile.TemporaryDirectory() as folder:
            build = Build(Path(folder) / "index", embedder, None)
            build.put(articles, lambda article: None)
            build.finish({f"{article.id}.txt": article.id for article in articles})
            with closing(Index(Path(folder) / "index", embedder)) as index:
                yield cls(index, corpus)

    def sentences(self, question: str) -> Sequence[str]:
        """As they would be cited."""
        return list(dict.fromkeys(hit.sentence.text for hit in self._ranked(question)))[:BEST]

    def passages(self, question: str) -> Sequence[str]:
        """Those that the ranked sentences stand in."""
        names = dict.fromkeys(hit.sentence.article_id for hit in self._ranked(question))
        return [self._texts[name] for name in names][:BEST]

    def within(self, question: str, passage: str) -> Choice | None:
        """Asked of one article alone; the strength is the gate's chance that it tells."""
        asked = replace(parse(question), article_id=self._names[passage])
        asked = understood(self._index, asked)
        hits = ordered(self._index, asked, WHOLE)
        if not hits:
            return Choice("", 0.0)
        return Choice(hits[0].sentence.text, evidence(asked, hits[0], "id").told)

    def _rank(self, question: str) -> list[Hit]:
        return ranked(self._index, parse(question), RANKED)


class Peer:
    """Anything that scores texts, for sentences and for passages apart."""

    def __init__(self, make: Make, corpus: Corpus, *, whole: bool = True) -> None:
        self._corpus = corpus
        self._whole = whole  # every text gets a score, not only the best
        self._passages = lru_cache(1)(make(corpus.passages))
        self._sentences = lru_cache(1)(make(corpus.sentences))
        self._places = {text: at for at, text in enumerate(corpus.sentences)}

    def sentences(self, question: str) -> Sequence[str]:
        """By their own scores."""
        return _best(self._corpus.sentences, self._sentences(question))

    def passages(self, question: str) -> Sequence[str]:
        """By theirs."""
        return _best(self._corpus.passages, self._passages(question))

    def within(self, question: str, passage: str) -> Choice | None:
        """Its best sentence, with the score it has among all."""
        if not self._whole:
            return None
        own = self._corpus.sentences_of[passage]
        scores = self._sentences(question)[[self._places[text] for text in own]]
        return Choice(own[int(scores.argmax())], float(scores.max()))


def _best(texts: Sequence[str], scores: Floats) -> list[str]:
    order = np.argsort(-scores, kind="stable")[:BEST]
    return [texts[at] for at in order if np.isfinite(scores[at])]


def _article(name: str, text: str) -> Article:
    digest = sha256(text.encode()).hexdigest()
    return Article(name, "", text, detect(text), None, None, None, digest)
