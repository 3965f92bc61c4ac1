"""The lexical index in tantivy, scored by BM25 with a background idf; the only file that knows it.

Tantivy exposes neither k1 and b nor a background idf, on which the measured quality rests: it
finds candidates by the sum of the idf of the words they hold, and those are scored here exactly.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import tantivy

from indexes.article import Key, Unit
from indexes.errors import IndexDamaged
from indexes.misspelling import nearest
from indexes.terms import Term

CANDIDATES = 200
NEAR = 3  # spellings that one misspelt word is taken for at most
HEAP_BYTES = 50_000_000  # of the writer; tantivy refuses less than 15 MB a thread


@dataclass(frozen=True, slots=True)
class Bm25:
    """The two parameters of BM25, and the stems of an average text, over news at large."""

    k1: float
    b: float
    average: float

    def weight(self, frequency: int, length: int) -> float:
        """How much of a term's idf a text of `length` stems earns; Robertson and Zaragoza 2009."""
        grown = frequency + self.k1 * (1 - self.b + self.b * length / self.average)
        return frequency * (self.k1 + 1) / grown


# Long sentences answer more, so b is small: tuned on the development halves of IDK-MRC and FacQA
BM25 = {Unit.SENTENCES: Bm25(k1=0.4, b=0.1, average=12), Unit.PASSAGES: Bm25(0.6, 0.5, 60)}


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("article", stored=True, tokenizer_name="raw", index_option="basic")
    builder.add_unsigned_field("number", stored=True)
    builder.add_text_field("stems", stored=True, tokenizer_name="whitespace", index_option="freq")
    return builder.build()


class KeywordStore:
    """The stems of all sentences, or of all passages, of one version."""

    def __init__(self, folder: Path, unit: Unit, *, create: bool = False) -> None:
        self._bm25 = BM25[unit]
        self._schema = _schema()
        place = folder / unit
        if create:
            place.mkdir(parents=True)
        try:
            self._index = tantivy.Index(self._schema, path=str(place), reuse=not create)
        except (ValueError, OSError) as error:
            raise IndexDamaged(folder.parent, f"tantivy says: {error}") from error
        self._searcher = self._index.searcher()

    def change(self, removed: Iterable[str], added: Iterable[tuple[Key, Sequence[str]]]) -> None:
        """Drop the texts of these articles, then add texts by their stems, in one commit."""
        writer = self._index.writer(HEAP_BYTES, 1)
        for article_id in removed:
            writer.delete_documents_by_term("article", article_id)
        for key, stems in added:
            writer.add_document(
                tantivy.Document(article=key.article_id, number=key.number, stems=" ".join(stems))
            )
        writer.commit()
        writer.wait_merging_threads()
        self._index.reload()
        self._searcher = self._index.searcher()

    def search(self, terms: Sequence[Term]) -> dict[Key, float]:
        """BM25 of the texts that hold any of the terms, best first, of the best candidates."""
        if not terms:
            return {}
        hits = self._searcher.search(self._query(terms), CANDIDATES, count=False).hits
        scored = {}
        for _, address in hits:
            stored = self._searcher.doc(address).to_dict()
            key = Key(stored["article"][0], stored["number"][0])
            scored[key] = self._score(terms, stored["stems"][0].split())
        return dict(sorted(scored.items(), key=lambda item: -item[1]))

    def holds(self, stem: str) -> bool:
        """Whether the stem stands in any text."""
        return bool(self._searcher.doc_freq("stems", stem))

    def near(self, stem: str) -> tuple[str, ...]:
        """The stems that differ least from this one, by one slip or two; the commonest first."""
        listed = self._searcher.terms_with_prefix("stems", stem[:1])
        return nearest(stem, (other for other, _ in listed))[:NEAR]

    def count(self) -> int:
        """How many texts it holds."""
        return int(self._searcher.num_docs)

    def _query(self, terms: Sequence[Term]) -> tantivy.Query:
        clauses = []
        for term in terms:
            any_stem = tantivy.Query.disjunction_max_query(
                [
                    tantivy.Query.term_query(self._schema, "stems", stem, "basic")
                    for stem in term.stems
                ]
            )
            clauses.append(
                (tantivy.Occur.Should, tantivy.Query.const_score_query(any_stem, term.idf))
            )
        return tantivy.Query.boolean_query(clauses)

    def _score(self, terms: Sequence[Term], stems: Sequence[str]) -> float:
        total = 0.0
        for term in terms:
            frequency = max(stems.count(stem) for stem in term.stems)
            total += term.idf * self._bm25.weight(frequency, len(stems)) if frequency else 0.0
        return total
