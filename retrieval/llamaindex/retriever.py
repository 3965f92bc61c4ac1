"""The hybrid search as a LlamaIndex retriever."""

from llama_index.core.base.base_retriever import BaseRetriever
from llama_index.core.schema import NodeWithScore, QueryBundle

from retrieval.answering import Library
from retrieval.llamaindex.nodes import node
from retrieval.question import parse
from retrieval.ranking import ranked


class KutipRetriever(BaseRetriever):
    """Gives the `limit` sentences most likely to answer, best first, a node each."""

    def __init__(self, library: Library, *, limit: int = 10) -> None:
        super().__init__()
        self._library = library
        self._limit = limit

    def _retrieve(self, query_bundle: QueryBundle) -> list[NodeWithScore]:
        question = parse(query_bundle.query_str)
        if not question.readable:
            return []
        with self._library.reading() as index:
            return [
                node(
                    index.catalog.article(hit.sentence.article_id),
                    hit.sentence.start,
                    hit.sentence.end,
                    number=hit.sentence.number,
                    score=hit.score,
                )
                for hit in ranked(index, question, self._limit)
            ]
