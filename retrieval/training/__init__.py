"""The recipe of `retrieval/model/`: the networks that rank sentences and those that decide.

    pip install -e '.[train]'
    python -m indexes.training.embedding --data DATA --questions half0 --out HALF0     (and half1)
    python -m retrieval.training --data DATA --half0 HALF0 --half1 HALF1

DATA holds IDK-MRC and FacQA (retrieval/model/README.md); the news questions are those of
`tests/evaluation/fitting` and `tests/evaluation/development`, which the project wrote itself.
"""
