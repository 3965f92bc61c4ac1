"""How well a model finds sentences, passages, translations and words on held-out data.

python -m indexes.training.scores --data FOLDER [--test] MODEL ...
"""

import argparse
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from indexes.embedding import StaticEmbedder, Vectors
from indexes.terms import content_words
from indexes.training import parallel, word_pairs
from indexes.training import reading_comprehension as reading
from indexes.training.parallel import Pair, Parallel
from indexes.training.reading_comprehension import Question
from indexes.training.word_pairs import WordPair

COMMON = 10  # sentences that hold a word, for it to be among those searched

Embed = Callable[[Sequence[str]], Vectors]
Ranks = NDArray[np.int64]


def ranks(similarity: Vectors, gold: Sequence[int]) -> Ranks:
    """The place of each row's gold column, from 1; equals share the middle of their places."""
    own = similarity[np.arange(len(gold)), gold][:, None]
    better, equal = (similarity > own).sum(1), (similarity == own).sum(1)
    places: Ranks = 1 + better + (equal - 1) // 2
    return places


def retrieval(
    embed: Embed, questions: Mapping[str, Sequence[Question]], among: Sequence[Question] = ()
) -> dict[str, float]:
    """Each question against the sentences, and the passages, of all these questions together."""
    every = [*(question for asked in questions.values() for question in asked), *among]
    sentences = list(dict.fromkeys(text for each in every for text in each.sentences))
    passages = list(dict.fromkeys(each.passage for each in every))
    found = {}
    for name, asked in questions.items():
        vectors = embed([question.text for question in asked])
        gold = [sentences.index(each.sentences[each.answer]) for each in asked]
        places = ranks(vectors @ embed(sentences).T, gold)
        found[f"{name} sentence R@1"] = float((places <= 1).mean())
        found[f"{name} sentence R@10"] = float((places <= 10).mean())
        gold = [passages.index(question.passage) for question in asked]
        places = ranks(vectors @ embed(passages).T, gold)
        found[f"{name} passage R@1"] = float((places <= 1).mean())
    return found


def translation(embed: Embed, pairs: Sequence[Pair]) -> float:
    """The share of English sentences whose translation is nearest to them."""
    english = embed([pair.english for pair in pairs])
    indonesian = embed([pair.indonesian for pair in pairs])
    return float((ranks(english @ indonesian.T, range(len(pairs))) <= 1).mean())


def words(embed: Embed, pairs: Sequence[WordPair], among: Iterable[str]) -> dict[str, float]:
    """Each English word against its translation and the other Indonesian words."""
    candidates = list(dict.fromkeys([*(right for _, right in pairs), *among]))
    english = embed([left for left, _ in pairs])
    places = ranks(english @ embed(candidates).T, range(len(pairs)))
    return {
        "word R@1": float((places <= 1).mean()),
        "word R@10": float((places <= 10).mean()),
        "word mean reciprocal rank": float((1 / places).mean()),
    }


def common_words(pairs: Iterable[Pair]) -> list[str]:
    """The Indonesian content words that many sentences hold."""
    seen = Counter(word for pair in pairs for word, _ in content_words(pair.indonesian, "id"))
    return [word for word, count in seen.items() if count >= COMMON and word.isalpha()]


def dev_scores(embed: Embed, folder: Path, pairs: Parallel) -> dict[str, float]:
    """What a recipe is chosen by."""
    held_out = word_pairs.read(folder, pairs.train).held_out
    return {
        **retrieval(embed, _by_set(reading.dev(folder))),
        "translation R@1": translation(embed, pairs.dev),
        **words(embed, held_out, common_words(pairs.train)),
    }


def test_scores(embed: Embed, folder: Path, pairs: Parallel) -> dict[str, float]:
    """What is measured once, of what is shipped; IDK-MRC's validation passages are there too."""
    return {
        **retrieval(embed, _by_set(reading.test(folder)), reading.dev(folder).idk_mrc),
        "translation R@1": translation(embed, pairs.test),
    }


def _by_set(questions: reading.Questions) -> dict[str, Sequence[Question]]:
    return {"IDK-MRC": questions.idk_mrc, "FacQA": questions.facqa}


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Score models on held-out data.")
    parser.add_argument("models", type=Path, nargs="+")
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--test", action="store_true")
    return parser.parse_args()


def main(models: Iterable[Path], data: Path, *, test: bool) -> None:
    """A line a figure and model."""
    pairs = parallel.read(data)
    for model in models:
        scores = (test_scores if test else dev_scores)(StaticEmbedder(model).embed, data, pairs)
        for name, score in scores.items():
            sys.stdout.write(f"{model.name}\t{name}\t{score:.3f}\n")


if __name__ == "__main__":
    given = _arguments()
    main(given.models, given.data, test=given.test)
