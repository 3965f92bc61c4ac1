"""A made-up article, and conversations about it in which every citation is given by its number."""

from dataclasses import replace

from indexes.article import Article, Bounds, Sentence
from indexes.terms import terms
from retrieval.answer import Answer, Citation, Reason, Status
from retrieval.conversation import Turn, resolve
from retrieval.question import Question, parse

LINES = (
    "PT Sagara Baja menutup pabriknya di Kota Palindo mulai 1 Juni, kata direktur Bram Silalahi.",
    "Penutupan itu membuat 860 pekerja kehilangan pekerjaan.",
    "Bram beralasan harga listrik naik dua kali lipat dalam setahun.",
    "Ketua Serikat Buruh Palindo, Yohana Tamaela, menolak penutupan itu.",
    "“Pesangon belum dibayar satu rupiah pun,” kata Yohana kepada Kabar Palindo.",
    "Mayor Theo Lindqvist called the closure a disaster.",
)
ARTICLE = Article("pabrik", "Pabrik", "\n".join(LINES), "id", None, None, None, "0" * 64)


def sentence(number: int) -> Sentence:
    """A sentence of the article, by its number from 1."""
    start = ARTICLE.text.index(LINES[number - 1])
    return ARTICLE.sentence(number, Bounds(start, start + len(LINES[number - 1]), number))


def answer(question: Question, *cited: int) -> Answer:
    """An answer that cites these sentences; a refusal where there are none."""
    citations = tuple(
        replace(
            Citation.of(number, ARTICLE, [sentence(each)]),
            before=sentence(each - 1) if each > 1 else None,
        )
        for number, each in enumerate(cited, start=1)
    )
    if not citations:
        refused = (Status.REFUSED, Reason.NOT_STATED)
        return Answer(question, *refused, "Artikel tidak menyebutkan.", (), "test", "v1")
    text = citations[0].text
    return Answer(question, Status.ANSWERED, None, text, citations, "test", "v1")


def said(message: str, *cited: int, last: Turn | None = None) -> Turn:
    """The turn that a question makes, asked after the last one."""
    return Turn.after(last, answer(resolve(parse(message), last), *cited))


def holds(question: Question, words: str, *, lent: bool = True) -> bool:
    """Whether all these words are asked for, or else, where that counts, lent."""
    among = question.terms + (question.carried if lent else ())
    stems = {stem for term in among for stem in term.stems}
    return all(not stems.isdisjoint(term.stems) for term in terms(words, question.language))
