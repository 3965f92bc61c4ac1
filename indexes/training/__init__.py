"""The recipes of what is shipped; none of them runs with the product.

    python -m indexes.training.background    in how many sentences a stem stands: lexicon/
    python -m indexes.training.capitals      words written with a capital: lexicon/
    python -m indexes.training.translations  translations of stems: lexicon/
    python -m indexes.training.embedding     the embedding model and its card: model/
    python -m indexes.training.scores        how well embedding models find what is held out

`pip install 'kutip[train]'` brings the teacher that the embedding model learns from.
"""
