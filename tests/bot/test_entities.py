"""Whatever an article holds, each entity covers exactly what it marks, in UTF-16 units."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from telegram import MessageEntity

from bot.receipts import passage
from bot.reply import Quote, Reply, Tone, Words, reply_to
from bot.telegram.rendering import Post, render
from retrieval.answer import Answer, Citation, Status
from retrieval.span import Span
from tests.bot.bot_api import check
from tests.bot.newsroom import ARTICLE, Newsroom, sentences

PIECES = [
    "harga", "Rp 14.500", "🌾", "👩‍👩‍👧", "🇮🇩", "سلام", "שלום", "“kami”", "«ya»", "e\u0301", "𝕂",
    "\u200f", "*_`[", "<b>", "[1]", "naik", "\ufeffx",
]  # fmt: skip
WORDS = st.lists(st.sampled_from(PIECES), min_size=1, max_size=12).map(" ".join)
TEXTS = st.lists(WORDS, min_size=1, max_size=6).map(lambda all: "".join(f"Kata {w}. " for w in all))


def covered(post: Post, entity: MessageEntity) -> str:
    raw = post.text.encode("utf-16-le")
    return raw[2 * entity.offset :][: 2 * entity.length].decode("utf-16-le")


def answer_over(text: str, data: st.DataObject) -> Answer:
    """An answer that cites some sentences of a text, each with something short in it."""
    article = replace(ARTICLE, text=text, url="https://example.org/a")
    chosen = data.draw(st.lists(st.sampled_from(sentences(article)), min_size=1, max_size=3))
    citations = []
    for number, sentence in enumerate(dict.fromkeys(chosen), start=1):
        start = data.draw(st.integers(0, len(sentence.text) - 1))
        end = data.draw(st.integers(start + 1, len(sentence.text)))
        short = Span.of(sentence.text, start, end)
        citations.append(replace(Citation.of(number, article, [sentence]), short=short))
    plain = Newsroom(ARTICLE).answer("Berapa kilogram?")
    status = data.draw(st.sampled_from([Status.ANSWERED, Status.UNCERTAIN]))
    return replace(plain, status=status, citations=tuple(citations))


@given(TEXTS, st.data())
@settings(deadline=None, max_examples=200)
def test_each_entity_of_an_answer_covers_what_it_marks(text: str, data: st.DataObject) -> None:
    answer = answer_over(text, data)
    reply = reply_to(answer)
    (post,) = render(reply)
    check(post.text, [{"offset": e.offset, "length": e.length} for e in post.entities])
    marked = [(entity.type, covered(post, entity)) for entity in post.entities]
    quotes = [block for block in reply.blocks if isinstance(block, Quote)]
    assert [t for kind, t in marked if kind == "text_link"] == [f"[{q.number}]" for q in quotes]
    shorts = [c.short.text.strip() for c in answer.citations if c.short and c.short.text.strip()]
    assert [t.strip() for kind, t in marked if kind == "bold"] == shorts
    assert [t for kind, t in marked if kind == "expandable_blockquote"] == [reply.blocks[-1].text]
    assert [t for kind, t in marked if kind == "date_time"] == ["2026-02-03"] * len(quotes)
    hedges = [b.text for b in reply.blocks if isinstance(b, Words) and b.tone is Tone.DOUBT]
    assert [t for kind, t in marked if kind == "italic"] == hedges
    for citation in answer.citations:
        assert f"{citation.text} [{citation.number}]" in post.text


@given(TEXTS, st.data())
@settings(deadline=None, max_examples=100)
def test_the_cited_sentence_is_what_is_bold_among_its_neighbours(
    text: str, data: st.DataObject
) -> None:
    newsroom = Newsroom(replace(ARTICLE, text=text))
    (article,) = newsroom.articles
    sentence = data.draw(st.sampled_from(sentences(article)))
    with newsroom.reading() as index:
        block = passage(index, Citation.of(1, article, [sentence]))
    (post,) = render(Reply((Words("🌾"), block)))
    (bold,) = post.entities
    assert covered(post, bold) == sentence.text
    assert block.text in article.text
