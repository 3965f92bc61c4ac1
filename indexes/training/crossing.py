"""Questions word by word in the other language: a text is the sum of its words, in any order."""

from collections.abc import Iterable
from dataclasses import replace

from indexes.terms import content_words
from indexes.training.reading_comprehension import Question
from indexes.training.word_pairs import WordPair


def in_english(questions: Iterable[Question], words: Iterable[WordPair]) -> tuple[Question, ...]:
    """The content words of each question in English where `words`, surest first, has them."""
    english: dict[str, str] = {}
    for left, right in words:
        english.setdefault(right, left)
    return tuple(
        replace(
            question,
            text=" ".join(
                english.get(word, word) for word, _ in content_words(question.text, "id")
            ),
        )
        for question in questions
    )
