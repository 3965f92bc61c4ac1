"""Texts to vectors: the shipped static model in a few lines, any other by sentence-transformers."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from indexes.errors import ModelMissing
from indexes.settings import SHIPPED_MODEL

Vectors = NDArray[np.float32]
SHIPPED_FOLDER = Path(__file__).parent / "model"
BATCH = 1024  # texts tokenized at a time; bounds the memory, not the speed


@dataclass(frozen=True, slots=True)
class ModelIdentity:
    """The model that built an index; `revision` is a hash of its weights."""

    name: str
    revision: str
    dimension: int

    def __str__(self) -> str:
        return f"{self.name} ({self.revision}, {self.dimension} dimensions)"


class Embedder(Protocol):
    """Turns texts into vectors of length one; a text without tokens is the zero vector."""

    identity: ModelIdentity

    def embed(self, texts: Sequence[str]) -> Vectors:
        """Float32 of shape (texts, dimension)."""


class StaticEmbedder:
    """A sentence-transformers StaticEmbedding folder, read without torch: mean of rows, L2 norm.

    Equal to the sentence-transformers path by test, but for texts without tokens, which are NaN
    there. `embed` gives float32 of shape (texts, dimension).
    """

    def __init__(self, folder: Path) -> None:
        from safetensors.numpy import load
        from tokenizers import Tokenizer

        try:
            weights = (folder / "model.safetensors").read_bytes()
            self._rows: NDArray[np.float16] = load(weights)["embedding.weight"]
            self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        except Exception as error:  # tokenizers raises nothing narrower than Exception
            raise ModelMissing(
                f"The embedding model in {folder} cannot be read ({error}). Install kutip again"
            ) from error
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        revision = hashlib.sha256(weights).hexdigest()[:12]
        self.identity = ModelIdentity(folder.name, revision, self._rows.shape[1])

    def embed(self, texts: Sequence[str]) -> Vectors:
        """Vectors of length one, row by row."""
        batches = (texts[at : at + BATCH] for at in range(0, len(texts), BATCH))
        empty = np.zeros((0, self.identity.dimension), dtype=np.float32)
        return np.concatenate([empty, *map(self._embed_batch, batches)])

    def _embed_batch(self, texts: Sequence[str]) -> Vectors:
        encoded = self._tokenizer.encode_batch(list(texts), add_special_tokens=False)
        lengths = np.array([len(text.ids) for text in encoded])
        vectors = np.zeros((len(texts), self.identity.dimension), dtype=np.float32)
        filled = lengths > 0
        if filled.any():
            ids = np.concatenate([text.ids for text in encoded if text.ids])
            starts = np.cumsum(lengths[filled]) - lengths[filled]
            vectors[filled] = np.add.reduceat(self._rows[ids].astype(np.float32), starts, axis=0)
        return _normalised(vectors)


class SentenceTransformersEmbedder:
    """Any model that sentence-transformers loads, by name or folder; its import takes seconds."""

    def __init__(self, name: str) -> None:
        from sentence_transformers import SentenceTransformer

        try:
            self._model = SentenceTransformer(name, device="cpu", trust_remote_code=False)
        except Exception as error:  # hub, file and configuration errors share no base class
            reason = str(error).splitlines()[0] if str(error) else type(error).__name__
            raise ModelMissing(
                f"INDEXES_MODEL={name} cannot be loaded ({reason}). "
                "Give a sentence-transformers name or folder, or leave it out"
            ) from error
        dimension = self._model.get_embedding_dimension()
        self.identity = ModelIdentity(name, self._revision(), dimension or 0)

    def embed(self, texts: Sequence[str]) -> Vectors:
        """Vectors of length one, row by row; what the model gives for no tokens becomes zero."""
        vectors = self._model.encode(list(texts), convert_to_numpy=True, show_progress_bar=False)
        return _normalised(np.nan_to_num(np.asarray(vectors, dtype=np.float32)))

    def _revision(self) -> str:
        """A hash of the weights themselves: a name alone can come to mean another model."""
        digest = hashlib.sha256()
        for name, weights in self._model.state_dict().items():
            digest.update(name.encode())
            digest.update(weights.cpu().contiguous().float().numpy().tobytes())
        return digest.hexdigest()[:12]


def open_embedder(model: str) -> Embedder:
    """The embedder that the setting INDEXES_MODEL names."""
    if model == SHIPPED_MODEL:
        folder = max(path for path in SHIPPED_FOLDER.iterdir() if path.is_dir())
        return StaticEmbedder(folder)
    if _is_static(Path(model)):
        return StaticEmbedder(Path(model))
    return SentenceTransformersEmbedder(model)


def _is_static(folder: Path) -> bool:
    """Whether the light reader gives what sentence-transformers would give for this folder."""
    try:
        modules = json.loads((folder / "modules.json").read_text("utf-8"))
    except (OSError, ValueError):
        return False
    kinds = [module["type"].rsplit(".", 1)[-1] for module in modules]
    return kinds == ["StaticEmbedding", "Normalize"]


def _normalised(vectors: Vectors) -> Vectors:
    """Rows of length one; zero rows stay zero."""
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    normalised: Vectors = np.divide(vectors, lengths, out=np.zeros_like(vectors), where=lengths > 0)
    return normalised
