"""An answer as the JSON object that others script against (docs/retrieval.md)."""

from typing import Any

from retrieval.answer import Answer


def record(answer: Answer) -> dict[str, Any]:
    """One object a question; citations stand in rank order, offsets are code points."""
    return {
        "question": answer.question.text,
        "language": answer.question.language,
        "status": answer.status,
        "refused": answer.refused,
        "reason": answer.reason,
        "answer": answer.text,
        "citations": [
            {
                "number": citation.number,
                "article": citation.article.id,
                "title": citation.article.title,
                "start": citation.start,
                "end": citation.end,
                "text": citation.text,
            }
            for citation in answer.citations
        ],
        "writer": answer.writer,
        "index_version": answer.index_version,
    }
