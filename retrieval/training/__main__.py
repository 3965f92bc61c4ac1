"""Train the ranker and the gate, and write them to `retrieval/model/`."""

import argparse
import tempfile
from collections.abc import Iterator
from pathlib import Path

from indexes.embedding import open_embedder
from retrieval.training.examples import examples
from retrieval.training.fitting import first, gate, ranker, told
from retrieval.training.groups import Group, groups
from retrieval.training.learning import save
from retrieval.training.news import absent, news

ROOT = Path(__file__).parents[2]
SETS = [ROOT / "tests/evaluation" / name for name in ("fitting", "development")]
OUT = ROOT / "retrieval/model"


def main() -> None:
    """Read the questions, fit on them, write the networks."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder with qa/")
    parser.add_argument("--half0", required=True, help="embedding trained on the even passages")
    parser.add_argument("--half1", required=True, help="embedding trained on the odd passages")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        found = [*_public(given.data, (given.half0, given.half1), place)]
        found += news(SETS, place / "news")
        found += absent(SETS, place / "absent")
    put_first = list(first(found))
    made = {"ranker": ranker(found), "gate": gate(put_first), "told": told(put_first)}
    for name, network in made.items():
        save(network, OUT / f"{name}.safetensors")


def _public(data: Path, models: tuple[str, str], folder: Path) -> Iterator[Group]:
    """The passages of a half with the model that was trained on the other: honest cosines."""
    train = examples(data, "train")
    for half, model in enumerate(reversed(models)):
        some = [example for example in train if example.half == half]
        yield from groups(some, open_embedder(model), folder / f"public{half}")


if __name__ == "__main__":
    main()
