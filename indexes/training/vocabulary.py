"""The word pieces of the embedding model: lower case, no accents."""

from collections.abc import Iterable

from tokenizers import Tokenizer, models, normalizers, pre_tokenizers, trainers

SPECIAL = ["[PAD]", "[UNK]"]
LONGEST_WORD = 60  # characters; a longer one is unknown


def learn(texts: Iterable[str], *, pieces: int) -> Tokenizer:
    """A WordPiece tokenizer of at most so many pieces, numbered in the order of the alphabet."""
    tokenizer = Tokenizer(_model({}))
    tokenizer.normalizer = normalizers.Sequence(
        [normalizers.NFKD(), normalizers.StripAccents(), normalizers.Lowercase()]
    )
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    trainer = trainers.WordPieceTrainer(
        vocab_size=pieces,
        special_tokens=SPECIAL,
        min_frequency=2,
        show_progress=False,
    )
    tokenizer.train_from_iterator(texts, trainer)
    # the trainer numbers them as they come, differently in each run
    ordered = [*SPECIAL, *sorted(tokenizer.get_vocab().keys() - set(SPECIAL))]
    tokenizer.model = _model({piece: number for number, piece in enumerate(ordered)})
    return tokenizer


def _model(pieces: dict[str, int]) -> models.WordPiece:
    return models.WordPiece(pieces, unk_token=SPECIAL[1], max_input_chars_per_word=LONGEST_WORD)
