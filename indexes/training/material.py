"""Everything a model is trained on, and what its card says of it."""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from indexes.training import parallel, word_pairs
from indexes.training import reading_comprehension as reading
from indexes.training.card import DataSet
from indexes.training.parallel import Pair
from indexes.training.reading_comprehension import Questions
from indexes.training.word_pairs import WordPairs

PARALLEL = {
    "smeru": "SMERU: reports (Indonesian-English-Bilingual-Corpus)",
    "ausaid": "AusAID: reports (the same)",
    "bbc": "BBC: news (the same)",
    "odb": "ODB: devotional (the same)",
    "panl": "PANL-BPPT: news (PAN Localization)",
    "mt": "indonesian-mt-data: news, general, religious",
}


@dataclass(frozen=True, slots=True)
class Material:
    """Sentence pairs, questions and word pairs."""

    pairs: tuple[Pair, ...]
    questions: Questions
    words: WordPairs

    def texts(self) -> list[str]:
        """The texts that the word pieces are learned from."""
        questions = self.questions.every()
        return [
            *(text for pair in self.pairs for text in (pair.english, pair.indonesian)),
            *dict.fromkeys(question.passage for question in questions),
            *(question.text for question in questions),
        ]

    def data_sets(self) -> list[DataSet]:
        """The rows of the card."""
        by_set = Counter(pair.set_name for pair in self.pairs)
        return [
            *(DataSet(PARALLEL[name], count, "not stated") for name, count in by_set.items()),
            DataSet("IDK-MRC train", len(self.questions.idk_mrc), "CC BY-SA 4.0"),
            DataSet("FacQA train, without valid and test", len(self.questions.facqa), "MIT"),
            DataSet("words aligned in the parallel texts", len(self.words.aligned), "as these"),
            DataSet("Wordnet: id–en lemmas", len(self.words.lemmas), "MIT; CC BY-SA"),
            DataSet("Wordnet: Indonesian synonyms", len(self.words.synonyms), "MIT"),
        ]


def read(folder: Path, *, leave_out: Collection[str], questions: str) -> Material:
    """The material of a data folder."""
    pairs = parallel.read(folder, leave_out=leave_out).train
    return Material(pairs, reading.train(folder, questions), word_pairs.read(folder, pairs))
