"""An answer as the JSON object that others script against (docs/retrieval.md)."""

from typing import Any

from retrieval.answer import Answer, Citation
from retrieval.span import Span


def record(answer: Answer) -> dict[str, Any]:
    """One object a question; citations stand in rank order, offsets are code points."""
    return {
        "question": answer.question.text,
        "language": answer.question.language,
        "status": answer.status,
        "refused": answer.refused,
        "reason": answer.reason,
        "answer": answer.text,
        "citations": [_citation(citation) for citation in answer.citations],
        "writer": answer.writer,
        "index_version": answer.index_version,
    }


def _citation(citation: Citation) -> dict[str, Any]:
    short = citation.short
    return {
        "number": citation.number,
        "article": citation.article.id,
        "title": citation.article.title,
        "start": citation.start,
        "end": citation.end,
        "text": citation.text,
        "short": short and _shifted(short, citation.start),
        "antecedent": citation.antecedent,
    }


def _shifted(span: Span, offset: int) -> dict[str, Any]:
    """The span with offsets into the article."""
    return {"start": offset + span.start, "end": offset + span.end, "text": span.text}
