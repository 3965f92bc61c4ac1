"""The recipe of the embedding model, on sentences of our own."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch

from indexes.embedding import StaticEmbedder
from indexes.training import card, vocabulary
from indexes.training.bags import Bags
from indexes.training.embedding import RECIPE, train
from indexes.training.material import Material
from indexes.training.parallel import Pair
from indexes.training.ranking import Pace, Task, step
from indexes.training.reading_comprehension import Question, Questions
from indexes.training.rows import Rows, Step
from indexes.training.word_pairs import WordPairs

WORDS = {
    "house": "rumah",
    "car": "mobil",
    "rice": "beras",
    "island": "pulau",
    "ferry": "kapal",
    "price": "harga",
    "school": "sekolah",
    "doctor": "dokter",
}
PAIRS = tuple(
    Pair("ours", f"The {one} and the {other}.", f"{WORDS[one]} dan {WORDS[other]}.")
    for one in WORDS
    for other in WORDS
    if one != other
)
PASSAGE = ("Harga beras naik.", "Kapal ke pulau itu berlayar lagi.")
QUESTIONS = Questions(
    (
        Question("Harga apa yang naik?", " ".join(PASSAGE), PASSAGE, 0),
        Question("Apa yang berlayar?", " ".join(PASSAGE), PASSAGE, 1),
    ),
    (),
)
MATERIAL = Material(PAIRS, QUESTIONS, WordPairs(tuple(WORDS.items()), (), (), ()))
TOKENIZER = vocabulary.learn(MATERIAL.texts(), pieces=200)
SMALL = replace(RECIPE, runs=2, dimension=16, dimensions=(16, 8), epochs=20)


def made(folder: Path) -> StaticEmbedder:
    targets = torch.nn.functional.normalize(torch.randn(len(PAIRS), 24), dim=1)
    rows = train(MATERIAL, TOKENIZER, targets, recipe=SMALL, seed=1)
    card.save(folder, TOKENIZER, rows)
    return StaticEmbedder(folder)


@pytest.fixture(scope="module", autouse=True)
def one_thread() -> Iterator[None]:
    """Two threads wait for each other on a busy machine, and small sums need but one."""
    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(threads)


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> StaticEmbedder:
    return made(tmp_path_factory.mktemp("models") / "small")


def test_a_few_pairs_make_a_model_in_which_translations_are_nearest(model: StaticEmbedder) -> None:
    similarity = model.embed(list(WORDS)) @ model.embed(list(WORDS.values())).T
    assert model.identity.dimension == SMALL.dimension
    assert (similarity.argmax(1) == np.arange(len(WORDS))).mean() > 0.8


def test_the_same_seed_makes_the_same_weights() -> None:
    targets = torch.eye(len(PAIRS))
    first, again, other = (
        train(MATERIAL, TOKENIZER, targets, recipe=SMALL, seed=seed) for seed in (2, 2, 3)
    )
    torch.testing.assert_close(first, again)
    assert not torch.allclose(first, other)


def test_the_card_names_the_data_and_the_scores(tmp_path: Path) -> None:
    folder = tmp_path / "kutip-small"
    card.save(folder, TOKENIZER, torch.randn(TOKENIZER.get_vocab_size(), SMALL.dimension))
    sets = [card.DataSet("ours", len(PAIRS), "MIT")]
    card.write(folder, card.Facts("python …", "epochs 20", sets, {"word R@1": 0.5}, {}))
    text = (folder / "README.md").read_text("utf-8")
    assert f"| ours | {len(PAIRS)} | MIT |" in text and "| word R@1 | 0.500 |" in text
    assert "$" not in text and "kutip-small" in text


def test_a_bag_holds_the_pieces_of_its_text() -> None:
    tokenizer = vocabulary.learn(["kapal ke pulau"] * 3, pieces=100)
    texts = ["kapal", "", "ke pulau"]
    bags = Bags.of(texts, tokenizer)
    taken = bags.take(torch.tensor([2, 0])).joined(bags.take(torch.tensor([1])))
    for number, text in enumerate(["ke pulau", "kapal", "[UNK]"]):
        pieces = taken.pieces[taken.starts[number] : taken.starts[number + 1]]
        assert pieces.tolist() == tokenizer.encode(text).ids


def test_thinned_bags_keep_their_texts_apart() -> None:
    bags = Bags(torch.arange(1000), torch.tensor([0, 400, 400, 1000]))
    thin = bags.thinned(0.5)
    assert 300 < len(thin.pieces) < 700
    assert thin.starts[1] == thin.starts[2] == (thin.pieces < 400).sum()


def test_a_step_of_adam_is_the_one_of_torch() -> None:
    table, wanted = torch.randn(6, 4), torch.randn(2, 4)
    bags = Bags(torch.tensor([0, 1, 1, 2]), torch.tensor([0, 2, 4]))
    ours = Rows(table.clone())
    ours.learn([lambda: Step(bags, lambda found: (found - wanted).square().sum())] * 3, rate=0.1)
    theirs = torch.nn.Parameter(table.clone())
    optimizer = torch.optim.SparseAdam([theirs], lr=0.1)
    for number in (1, 2, 3):
        optimizer.param_groups[0]["lr"] = 0.1 * min(number / 50, max(0.05, 1 - number / 3))
        found = torch.nn.functional.embedding_bag(
            bags.pieces, theirs, bags.starts[:-1], mode="sum", sparse=True
        )
        optimizer.zero_grad()
        (found - wanted).square().sum().backward()
        optimizer.step()
    torch.testing.assert_close(ours.table, theirs.detach())


def test_what_is_right_for_another_row_is_not_held_against_this_one() -> None:
    tokenizer = vocabulary.learn(["satu dua tiga"] * 3, pieces=100)
    pairs = [("satu", "tiga"), ("dua", "tiga"), ("satu", "dua")]
    task = Task.of(pairs, tokenizer, Pace())
    made = step(task, torch.arange(3), (4,))
    vectors = torch.nn.functional.normalize(torch.randn(6, 4), dim=1)
    assert made.loss(vectors) < step(
        Task.of([("satu", "tiga"), ("dua", "satu"), ("tiga", "dua")], tokenizer, Pace()),
        torch.arange(3),
        (4,),
    ).loss(vectors)


@pytest.mark.parametrize("share", [0.5, 1, 2.5])
def test_an_epoch_has_its_share_of_the_pairs(share: float) -> None:
    tokenizer = vocabulary.learn(["satu dua"] * 3, pieces=100)
    pairs = [(f"satu {number}", f"dua {number}") for number in range(40)]
    batches = Task.of(pairs, tokenizer, Pace(8, rounds=share)).batches()
    drawn = torch.cat(batches)
    assert len(drawn) == 40 * share and {len(batch) // 2 for batch in batches} <= {4, 5}
    assert drawn.bincount(minlength=40).max() <= -(-share // 1)
