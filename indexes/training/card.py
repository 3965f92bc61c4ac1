"""A model as a folder: weights in sentence-transformers' format, their sums, their card."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from string import Template
from textwrap import fill, indent

from sentence_transformers import SentenceTransformer
from sentence_transformers.base.modules import Normalize
from sentence_transformers.sentence_transformer.modules import StaticEmbedding
from tokenizers import Tokenizer
from torch import Tensor

CARD, SUMS = "README.md", "SHA256SUMS"
TEMPLATE = Path(__file__).with_name("card.md")
FINDINGS = Path(__file__).with_name("findings.md")


@dataclass(frozen=True, slots=True)
class DataSet:
    """A row of the card: a set, how many pairs of it were used, and its licence."""

    name: str
    pairs: int
    licence: str

    def __str__(self) -> str:
        return f"| {self.name} | {self.pairs:,} | {self.licence} |"


@dataclass(frozen=True, slots=True)
class Facts:
    """What a card says of one model; a score on test data is there once it was measured."""

    command: str
    recipe: str
    data: Sequence[DataSet]
    development: Mapping[str, float]
    test: Mapping[str, float]


def save(folder: Path, tokenizer: Tokenizer, rows: Tensor) -> None:
    """Write the weights in float16 and their sums."""
    embedding = StaticEmbedding(tokenizer, embedding_weights=rows.numpy())
    model = SentenceTransformer(modules=[embedding, Normalize()], device="cpu").half()
    model.save(str(folder), create_model_card=False)
    files = sorted(
        file for file in folder.rglob("*") if file.is_file() and file.name not in (CARD, SUMS)
    )
    (folder / SUMS).write_text(
        "".join(f"{_sum(file)}  {file.relative_to(folder)}\n" for file in files), "utf-8"
    )


def write(folder: Path, facts: Facts) -> None:
    """Write the card of a saved model."""
    dimension, pieces = _shape(folder)
    text = Template(TEMPLATE.read_text("utf-8")).substitute(
        name=folder.name,
        pieces=f"{pieces:,}",
        dimension=dimension,
        megabytes=f"{sum(file.stat().st_size for file in folder.rglob('*')) / 1e6:.1f}",
        command=facts.command,
        recipe=indent(fill(facts.recipe, 96), "    "),
        data="\n".join(map(str, facts.data)),
        scores="\n".join(
            _row(name, score, facts.test) for name, score in facts.development.items()
        ),
        findings=FINDINGS.read_text("utf-8").strip(),
    )
    (folder / CARD).write_text(text, "utf-8")


def _row(name: str, score: float, test: Mapping[str, float]) -> str:
    measured = f"{test[name]:.3f}" if name in test else ""
    return f"| {name} | {score:.3f} | {measured} |"


def _shape(folder: Path) -> tuple[int, int]:
    from safetensors import safe_open

    with safe_open(folder / "model.safetensors", "numpy") as weights:
        pieces, dimension = weights.get_slice("embedding.weight").get_shape()
    return dimension, pieces


def _sum(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()
