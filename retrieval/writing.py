"""Cited sentences to text, word for word: the writer that needs no model."""

from collections.abc import Sequence

from retrieval.answer import Citation


class ExtractiveWriter:
    """Shows each cited sentence once, with its number."""

    name = "extractive"

    def write(self, citations: Sequence[Citation]) -> str:
        """The sentences, a paragraph each."""
        return "\n\n".join(f"{citation.text} [{citation.number}]" for citation in citations)
