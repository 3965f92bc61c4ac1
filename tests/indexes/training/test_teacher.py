"""The teacher's vectors are made once."""

import hashlib
from pathlib import Path

import numpy as np

from indexes.training import teacher


def test_texts_whose_vectors_are_kept_need_no_teacher(tmp_path: Path) -> None:
    vectors = np.eye(3, dtype=np.float16)
    texts = ["rice", "price", "island"]
    keys = [hashlib.sha256(text.encode()).hexdigest()[:32] for text in texts]
    np.savez(tmp_path / "teacher.npz", keys=np.array(keys), vectors=vectors)
    found = teacher.targets(texts[::-1], tmp_path / "absent", tmp_path / "teacher.npz")
    np.testing.assert_array_equal(found, vectors[::-1])


def test_no_texts_need_no_teacher(tmp_path: Path) -> None:
    assert len(teacher.targets([], tmp_path / "absent", tmp_path / "teacher.npz")) == 0
