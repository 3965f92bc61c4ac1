"""The shipped embedding model: distilled from a teacher, then taught to find what belongs together.

python -m indexes.training.embedding --data FOLDER --out FOLDER [--seed N]
    [--leave-out SET ...] [--questions half0|half1|all|none] [--kept FILE]
"""

import argparse
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import Tensor

from indexes.embedding import StaticEmbedder
from indexes.training import (
    card,
    crossing,
    distillation,
    material,
    parallel,
    ranking,
    scores,
    teacher,
    vocabulary,
)
from indexes.training import reading_comprehension as reading
from indexes.training.bags import Bags
from indexes.training.material import Material
from indexes.training.ranking import Pace, Task
from indexes.training.rows import Rows, Step


@dataclass(frozen=True, slots=True)
class Recipe:
    """How a model is made.

    `spread` is of the random rows that it begins with; `runs` of the ranking begin with the same
    distilled rows, and their mean is the model (Wortsman et al., ICML 2022).
    """

    pieces: int
    dimension: int
    dimensions: tuple[int, ...]
    spread: float
    dropout: float
    distil_epochs: int
    distil_rate: float
    runs: int
    epochs: int
    rate: float
    sentences: Pace
    questions: Pace
    crossed: Pace
    aligned: Pace
    lemmas: Pace
    synonyms: Pace


RECIPE = Recipe(  # chosen on development data; findings.md says what else was tried
    pieces=32_000,
    dimension=256,
    dimensions=(256, 128),
    spread=0.05,
    dropout=0.1,
    distil_epochs=4,
    distil_rate=5e-3,
    runs=3,
    epochs=4,
    rate=3e-3,
    sentences=Pace(1024),
    questions=Pace(512),
    crossed=Pace(512, rounds=0.5),
    aligned=Pace(1024, weight=0.3),
    lemmas=Pace(1024, weight=0.3, rounds=0.15),
    synonyms=Pace(1024, weight=0.3, rounds=0.03),
)


def train(
    material: Material, tokenizer: Tokenizer, targets: Tensor, *, recipe: Recipe, seed: int
) -> Tensor:
    """A row for each piece; `targets` has a teacher's vector for each sentence pair."""
    torch.manual_seed(seed)
    random.seed(seed)
    rows = Rows(_first_rows(material, tokenizer, recipe))
    sides = (
        Bags.of([pair.english for pair in material.pairs], tokenizer),
        Bags.of([pair.indonesian for pair in material.pairs], tokenizer),
    )
    steps = distillation.steps(
        sides,
        distillation.reduced(targets, recipe.dimension),
        batch=recipe.sentences.batch,
        epochs=recipe.distil_epochs,
    )
    rows.learn(steps, rate=recipe.distil_rate, dropout=recipe.dropout)
    tasks = _tasks(material, tokenizer, recipe)
    ranked = [_ranked(rows.table, tasks, recipe) for _ in range(recipe.runs)]
    return torch.stack(ranked).mean(0)


def _first_rows(material: Material, tokenizer: Tokenizer, recipe: Recipe) -> Tensor:
    texts = Bags.of(material.texts(), tokenizer)
    size = tokenizer.get_vocab_size()
    seen = texts.frequency(size)
    rarity = torch.log(1 + (len(texts) - seen + 0.5) / (seen + 0.5))
    return torch.randn(size, recipe.dimension) * recipe.spread * (rarity / rarity.mean())[:, None]


def _tasks(material: Material, tokenizer: Tokenizer, recipe: Recipe) -> list[Task]:
    """Translations, words, and questions with their passages and sentences, in both languages."""
    words, questions = material.words, material.questions.every()
    crossed = crossing.in_english(questions, words.aligned)
    kinds: list[tuple[Sequence[tuple[str, str]], Pace]] = [
        ([(pair.english, pair.indonesian) for pair in material.pairs], recipe.sentences),
        ([(each.text, each.passage) for each in questions], recipe.questions),
        ([(each.text, each.passage) for each in crossed], recipe.crossed),
        (words.aligned, recipe.aligned),
        (words.lemmas, recipe.lemmas),
        (words.synonyms, recipe.synonyms),
    ]
    tasks = [Task.of(pairs, tokenizer, pace) for pairs, pace in kinds if pairs and pace.rounds]
    for asked, pace in ((questions, recipe.questions), (crossed, recipe.crossed)):
        if asked and pace.rounds:
            answers = [(each.text, each.sentences[each.answer]) for each in asked]
            others = [each.other_sentences() for each in asked]
            tasks.append(Task.of(answers, tokenizer, pace, others))
    return tasks


def _ranked(table: Tensor, tasks: Sequence[Task], recipe: Recipe) -> Tensor:
    """The table after some epochs of all tasks, mixed batch by batch."""
    steps: list[Callable[[], Step]] = []
    for _ in range(recipe.epochs):
        epoch = [
            partial(ranking.step, task, rows, recipe.dimensions)
            for task in tasks
            for rows in task.batches()
        ]
        random.shuffle(epoch)
        steps += epoch
    rows = Rows(table.clone())
    rows.learn(steps, rate=recipe.rate, dropout=recipe.dropout)
    return rows.table


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Train the embedding model.")
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--leave-out", nargs="*", choices=parallel.SETS, default=())
    parser.add_argument("--questions", choices=reading.HALVES, default="all")
    parser.add_argument("--kept", type=Path, default=Path("build/teacher.npz"))
    parser.add_argument("--test", action="store_true", help="once, for what is shipped")
    return parser.parse_args()


def _command(given: argparse.Namespace) -> str:
    left_out = " ".join(["", "--leave-out", *given.leave_out]) if given.leave_out else ""
    asked = f"--seed {given.seed} --questions {given.questions}{left_out}"
    return f"python -m indexes.training.embedding --data FOLDER --out FOLDER {asked}"


def main(given: argparse.Namespace) -> None:
    """Train, save, and write the card with the scores."""
    read = material.read(given.data, leave_out=given.leave_out, questions=given.questions)
    english = [pair.english for pair in read.pairs]
    targets = teacher.targets(english, teacher.shipped_teacher(), given.kept)
    wanted = torch.from_numpy(targets).float()
    tokenizer = vocabulary.learn(read.texts(), pieces=RECIPE.pieces)
    rows = train(read, tokenizer, wanted, recipe=RECIPE, seed=given.seed)
    card.save(given.out, tokenizer, rows)
    embed, pairs = StaticEmbedder(given.out).embed, parallel.read(given.data)
    facts = card.Facts(
        command=_command(given),
        recipe=str(RECIPE),
        data=read.data_sets(),
        development=scores.dev_scores(embed, given.data, pairs),
        test=scores.test_scores(embed, given.data, pairs) if given.test else {},
    )
    card.write(given.out, facts)


if __name__ == "__main__":
    main(_arguments())
