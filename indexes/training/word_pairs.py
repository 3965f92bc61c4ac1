"""Single words that mean the same, some of them held out to be asked for."""

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from indexes.terms import content_words
from indexes.training import wordnet
from indexes.training.alignment import Aligned, align
from indexes.training.parallel import Pair

HELD_OUT = 500
HELD_OUT_SEED = 7
LEAST = 0.1  # share of either word's translations below which a pair is chance
MET = 2.0  # expected meetings below which a pair is chance

WordPair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class WordPairs:
    """English and Indonesian words from sentences and from Wordnet, Indonesian synonyms.

    `held_out` are pairs that sentences and Wordnet agree on, a word at most once; their English
    words are in no other pair.
    """

    aligned: tuple[WordPair, ...]
    lemmas: tuple[WordPair, ...]
    synonyms: tuple[WordPair, ...]
    held_out: tuple[WordPair, ...]


def read(folder: Path, pairs: Iterable[Pair]) -> WordPairs:
    """The word pairs of a data folder's Wordnet and of the sentence pairs."""
    aligned = tuple((each.left, each.right) for each in _aligned(pairs))
    lemmas = tuple(dict.fromkeys(wordnet.translations(folder)))
    held_out = _held_out(aligned, set(lemmas))
    sealed = {english for english, _ in held_out}
    return WordPairs(
        tuple(pair for pair in aligned if pair[0] not in sealed),
        tuple(pair for pair in lemmas if pair[0] not in sealed),
        tuple(dict.fromkeys(wordnet.synonyms(folder))),
        held_out,
    )


def _aligned(pairs: Iterable[Pair]) -> list[Aligned]:
    """Word forms, not stems, that translate each other; the surest first."""
    sentences = ((_words(pair.english, "en"), _words(pair.indonesian, "id")) for pair in pairs)
    found = (
        pair
        for pair in align(sentences)
        if pair.count >= MET
        and min(pair.right_given_left, pair.left_given_right) >= LEAST
        and pair.left != pair.right
        and pair.left.isalpha()
        and pair.right.isalpha()
    )
    return sorted(found, key=lambda pair: -pair.right_given_left * pair.left_given_right)


def _words(text: str, language: str) -> Sequence[str]:
    return [word for word, _ in content_words(text, language)]


def _held_out(aligned: Sequence[WordPair], lemmas: set[WordPair]) -> tuple[WordPair, ...]:
    agreed = [pair for pair in aligned if pair in lemmas]
    random.Random(HELD_OUT_SEED).shuffle(agreed)
    by_english = {english: (english, indonesian) for english, indonesian in agreed}
    by_indonesian = {
        indonesian: (english, indonesian) for english, indonesian in by_english.values()
    }
    return tuple(by_indonesian.values())[:HELD_OUT]
