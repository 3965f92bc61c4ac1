"""Several scores into one order."""

from hypothesis import given
from hypothesis import strategies as st

from indexes.article import Key
from retrieval.fusion import PASSAGE_WEIGHT, Ranking, fuse, shares, spread

A, B, C = Key("a", 1), Key("a", 2), Key("b", 1)
scores = st.dictionaries(st.sampled_from([A, B, C]), st.floats(0, 10))
rankings = st.lists(st.builds(Ranking, scores, scores, st.floats(0, 1)), min_size=1, max_size=3)


def test_scores_become_shares_of_the_whole() -> None:
    assert shares({A: 4.0, B: 1.0}, 8.0) == {A: 0.5, B: 0.125}
    assert shares({}, 0.0) == {}


def test_a_passage_lends_its_score_to_its_sentences_and_the_better_one_counts() -> None:
    windows = {Key("a", 1): range(1, 3), Key("a", 2): range(2, 4)}
    found = spread({Key("a", 1): 0.9, Key("a", 2): 0.5}, windows.__getitem__)
    assert found == {Key("a", 1): 0.9, Key("a", 2): 0.9, Key("a", 3): 0.5}


def test_both_rankings_and_their_passages_count() -> None:
    fused = fuse([Ranking({A: 1.0}, {A: 0.5}), Ranking({A: 0.2}, {})])
    assert fused == {A: (1.0 + PASSAGE_WEIGHT * 0.5 + 0.2) / 2}


def test_a_sentence_without_the_words_earns_nothing_from_them() -> None:
    assert fuse([Ranking({A: 1.0}, {}), Ranking({B: 0.6}, {})]) == {A: 0.5, B: 0.3}


def test_a_sentence_that_was_not_among_the_nearest_counts_as_the_last_of_them() -> None:
    fused = fuse([Ranking({A: 1.0}, {}), Ranking({B: 0.6}, {A: 0.5}, missing=0.4)])
    assert fused[A] == (1.0 + 0.4 + PASSAGE_WEIGHT * 0.5) / 2


@given(rankings)
def test_the_order_is_by_score_and_every_candidate_is_in_it(rankings: list[Ranking]) -> None:
    fused = fuse(rankings)
    assert list(fused.values()) == sorted(fused.values(), reverse=True)
    assert set(fused) == {key for r in rankings for key in (*r.sentences, *r.passages)}


@given(rankings)
def test_equal_scores_keep_one_order(rankings: list[Ranking]) -> None:
    turned = [
        Ranking(
            dict(reversed(list(r.sentences.items()))),
            dict(reversed(list(r.passages.items()))),
            r.missing,
        )
        for r in rankings
    ]
    assert list(fuse(rankings)) == list(fuse(turned))
