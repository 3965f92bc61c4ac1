"""What an article says in short: its lead, then the sentences nearest to all it says."""

import re
from typing import TYPE_CHECKING

import numpy as np

from indexes.article import Sentence

if TYPE_CHECKING:
    from indexes.index import Index

LOOKED_AT = 60  # sentences of a long article; news says early what matters
ENDED = re.compile(r"[.!?…]['\"”’»)\]]*\s*$")


def ended(text: str) -> bool:
    """Whether a text ends like a sentence; headings and bylines do not."""
    return bool(ENDED.search(text))


def summary(index: "Index", article_id: str, most: int) -> list[Sentence]:
    """At most so many sentences of an article, in their order, the lead first."""
    sentences = index.catalog.sentences(article_id, 1, LOOKED_AT)
    lead, *rest = [sentence for sentence in sentences if ended(sentence.text)] or sentences
    vectors = np.stack([index.embed(sentence.text) for sentence in [lead, *rest]])
    central = vectors @ vectors.mean(axis=0)
    best = sorted(range(len(rest)), key=lambda at: -central[at + 1])[: most - 1]
    return [lead, *(rest[at] for at in sorted(best))]
