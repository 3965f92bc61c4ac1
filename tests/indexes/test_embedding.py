"""The light reader of the shipped model gives what sentence-transformers gives."""

import hashlib
from pathlib import Path

import numpy as np
import pytest

from indexes.embedding import SHIPPED_FOLDER, SentenceTransformersEmbedder, open_embedder
from indexes.errors import ModelMissing
from indexes.settings import SHIPPED_MODEL

SHIPPED = max(path for path in SHIPPED_FOLDER.iterdir() if path.is_dir())
TEXTS = [
    "Harga beras medium naik menjadi Rp 14.750 per kilogram.",
    "The night ferry will sail again from 4 May.",
    "Gempa 😀 di Flores ‮ ok",
    "漢字 ꧋ xyzzyqwv",
    "kata " * 700,
    "É",
]


def test_the_light_reader_equals_sentence_transformers() -> None:
    light = open_embedder(SHIPPED_MODEL)
    heavy = SentenceTransformersEmbedder(str(SHIPPED))
    assert light.identity.dimension == heavy.identity.dimension
    np.testing.assert_allclose(light.embed(TEXTS), heavy.embed(TEXTS), atol=2e-3)
    assert not light.embed([""]).any() and not heavy.embed([""]).any()


def test_vectors_have_length_one_and_no_tokens_are_the_zero_vector() -> None:
    lengths = np.linalg.norm(open_embedder(SHIPPED_MODEL).embed([*TEXTS, "", " \n"]), axis=1)
    np.testing.assert_allclose(lengths, [1] * len(TEXTS) + [0, 0], atol=1e-6)


def test_no_texts_make_no_vectors() -> None:
    embedder = open_embedder(SHIPPED_MODEL)
    assert embedder.embed([]).shape == (0, embedder.identity.dimension)


def test_the_translation_is_nearer_than_another_sentence() -> None:
    indonesian, english, other = open_embedder(SHIPPED_MODEL).embed(
        ["Gempa mengguncang pulau itu.", "An earthquake shook the island.", "Harga beras naik."]
    )
    assert indonesian @ english > indonesian @ other


def test_a_folder_of_a_static_model_is_read_lightly_and_keeps_its_revision() -> None:
    assert open_embedder(str(SHIPPED)).identity == open_embedder(SHIPPED_MODEL).identity


def test_an_unknown_model_is_one_line_that_names_the_setting() -> None:
    with pytest.raises(ModelMissing, match=r"^INDEXES_MODEL=no/such-folder cannot be loaded"):
        open_embedder("no/such-folder")


def test_the_shipped_weights_are_the_ones_the_card_describes() -> None:
    for line in (SHIPPED / "SHA256SUMS").read_text("utf-8").splitlines():
        digest, name = line.split()
        assert hashlib.sha256((SHIPPED / name).read_bytes()).hexdigest() == digest, name


def test_the_shipped_model_is_small() -> None:
    assert sum(file.stat().st_size for file in Path(SHIPPED).rglob("*")) < 20_000_000
