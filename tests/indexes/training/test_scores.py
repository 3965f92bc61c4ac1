"""The figures that models are chosen by."""

from collections.abc import Sequence

import numpy as np

from indexes.embedding import Vectors
from indexes.training import scores
from indexes.training.parallel import Pair
from indexes.training.reading_comprehension import Question

LETTERS = "abcdefghijklmnopqrstuvwxyz"


def by_letters(texts: Sequence[str]) -> Vectors:
    """A model that knows only which letters a text has, and how many of them."""
    counts = np.array([[text.lower().count(letter) for letter in LETTERS] for text in texts])
    lengths = np.linalg.norm(counts, axis=1, keepdims=True).clip(1e-9)
    return (counts / lengths).astype(np.float32)


def test_the_place_of_the_right_one_is_counted_from_one() -> None:
    similarity = np.array([[0.9, 0.5, 0.1], [0.9, 0.5, 0.1], [0.2, 0.2, 0.2]], dtype=np.float32)
    assert scores.ranks(similarity, [0, 2, 1]).tolist() == [1, 3, 2]


def test_questions_search_the_sentences_and_passages_of_all_sets() -> None:
    sentences = ("Bebek abu.", "Tikus tidur.")
    asked = {
        "one": [Question("bebek abu?", " ".join(sentences), sentences, 0)],
        "two": [Question("tikus tidur?", "Zzz. Qqq.", ("Zzz.", "Qqq."), 1)],
    }
    found = scores.retrieval(by_letters, asked)
    assert found["one sentence R@1"] == found["one passage R@1"] == found["two sentence R@10"] == 1
    assert found["two sentence R@1"] == found["two passage R@1"] == 0


def test_a_translation_counts_where_it_is_the_nearest() -> None:
    pairs = [
        Pair("ours", "radio", "radio"),
        Pair("ours", "xyz", "tv"),
        Pair("ours", "kiosk", "kios"),
    ]
    assert scores.translation(by_letters, pairs) == 2 / 3


def test_a_word_searches_its_translation_among_other_words() -> None:
    found = scores.words(by_letters, [("doctor", "dokter"), ("bus", "bis")], ["bus", "rakit"])
    assert (found["word R@1"], found["word R@10"]) == (0.5, 1)
