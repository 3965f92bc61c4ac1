"""What the ledger knows of the sentences of an article: who says them, and what was done."""

from collections.abc import Sequence

import numpy as np

from indexes.article import Sentence
from indexes.quotes.quote import Quote
from retrieval.alignment import Floats
from retrieval.attribution import says
from retrieval.doing import asked_doing
from retrieval.question import Question

COLUMNS = ("attributed", "quoted_by", "done")


def attributed(
    question: Question, sentences: Sequence[Sentence], quotes: Sequence[Quote]
) -> dict[str, Floats]:
    """For every sentence how surely it is somebody's words, and those of the one asked for.

    `attributed` is the confidence of the surest quote in it, `quoted_by` that of the surest by
    the speaker whom the question names, `done` whether a quote does what the question asks for.
    """
    first = sentences[0].number
    table = {name: np.zeros(len(sentences), dtype=np.float32) for name in COLUMNS}
    doing = asked_doing(question.text)
    for quote in quotes:
        begin, end = (number - first for number in quote.sentences)
        rows = slice(max(0, begin), max(0, end + 1))
        sure = np.float32(quote.confidence)
        table["attributed"][rows] = np.maximum(table["attributed"][rows], sure)
        if question.speaker and says(quote, question.speaker):
            table["quoted_by"][rows] = np.maximum(table["quoted_by"][rows], sure)
        if quote.quote_class in doing:
            table["done"][rows] = 1.0
    return table
