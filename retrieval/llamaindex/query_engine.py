"""The whole way to a cited answer as a LlamaIndex query engine."""

import asyncio

from llama_index.core.base.base_query_engine import BaseQueryEngine
from llama_index.core.base.response.schema import Response
from llama_index.core.prompts.mixin import PromptMixinType
from llama_index.core.schema import QueryBundle

from retrieval.answer import Answer
from retrieval.answering import Answerer
from retrieval.llamaindex.nodes import node


class KutipQueryEngine(BaseQueryEngine):
    """Its responses cite: `source_nodes` are the citations in rank order, none for a refusal.

    `metadata` holds status, reason, writer and index_version of the answer.
    """

    def __init__(self, answerer: Answerer) -> None:
        super().__init__(callback_manager=None)
        self._answerer = answerer

    def _query(self, query_bundle: QueryBundle) -> Response:
        return _response(self._answerer.answer(query_bundle.query_str))

    async def _aquery(self, query_bundle: QueryBundle) -> Response:
        return await asyncio.to_thread(self._query, query_bundle)

    def _get_prompt_modules(self) -> PromptMixinType:
        return {}


def _response(answer: Answer) -> Response:
    nodes = [
        node(c.article, c.start, c.end, number=c.sentences[0].number, score=1 / c.number)
        for c in answer.citations
    ]
    facts = {
        "status": str(answer.status),
        "reason": answer.reason and str(answer.reason),
        "writer": answer.writer,
        "index_version": answer.index_version,
    }
    return Response(response=answer.text, source_nodes=nodes, metadata=facts)
