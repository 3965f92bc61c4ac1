"""Windows of whole sentences."""

from hypothesis import given
from hypothesis import strategies as st

from indexes.article import Article, Bounds, Sentence
from indexes.passages import WORDS, passages


def article_of(lengths: list[int]) -> tuple[Article, list[Sentence]]:
    """An article whose sentences have these numbers of words."""
    texts = [" ".join(["kata"] * length) + "." for length in lengths]
    article = Article("a", "A", " ".join(texts), "id", None, None, None, "0")
    starts = [sum(len(text) + 1 for text in texts[:number]) for number in range(len(texts))]
    bounds = [
        Bounds(start, start + len(text), 1) for start, text in zip(starts, texts, strict=True)
    ]
    return article, [article.sentence(n, b) for n, b in enumerate(bounds, start=1)]


lengths = st.lists(st.integers(1, 150), max_size=40)


@given(lengths)
def test_every_sentence_stands_in_a_passage(lengths: list[int]) -> None:
    found = passages(*article_of(lengths))
    held = {number for window in found for number in range(window.first, window.last + 1)}
    assert held == set(range(1, len(lengths) + 1))


@given(lengths)
def test_a_passage_is_whole_sentences_of_its_article(lengths: list[int]) -> None:
    article, sentences = article_of(lengths)
    for window in passages(article, sentences):
        assert window.start == sentences[window.first - 1].start
        assert window.end == sentences[window.last - 1].end
        assert window.text == article.text[window.start : window.end]


@given(lengths)
def test_only_a_single_long_sentence_makes_a_long_passage(lengths: list[int]) -> None:
    for window in passages(*article_of(lengths)):
        assert window.first == window.last or len(window.text.split()) <= WORDS


@given(lengths)
def test_no_passage_lies_inside_another(lengths: list[int]) -> None:
    found = passages(*article_of(lengths))
    ends = [window.last for window in found]
    assert ends == sorted(set(ends))


def test_no_sentences_make_no_passages() -> None:
    assert passages(*article_of([])) == []
