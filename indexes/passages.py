"""Sentences to passages: windows of whole sentences, so that context is never cut inside one."""

from collections.abc import Sequence

from indexes.article import Article, Passage, Sentence

WORDS = 100  # about four news sentences; docs/retrieval.md compares sizes


def passages(article: Article, sentences: Sequence[Sentence]) -> list[Passage]:
    """Windows of about `WORDS` words, each beginning half a window after the one before."""
    lengths = [len(sentence.text.split()) for sentence in sentences]
    found: list[Passage] = []
    first, reached = 0, -1
    while reached < len(sentences) - 1:
        last = _reach(lengths, first, WORDS)
        if last > reached:
            found.append(article.passage(len(found) + 1, sentences[first], sentences[last]))
            reached = last
        first = _reach(lengths, first, WORDS // 2) + 1
    return found


def _reach(lengths: Sequence[int], first: int, words: int) -> int:
    """The last sentence of a window that begins at `first`; at least that one."""
    total = lengths[first]
    last = first
    while last + 1 < len(lengths) and total + lengths[last + 1] <= words:
        last += 1
        total += lengths[last]
    return last
