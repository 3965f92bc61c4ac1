"""The words of a question, and what an article in the other language would say for them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from indexes.terms import Term
from indexes.thesaurus import synonyms
from indexes.translation import translations
from retrieval.kind import Kind
from retrieval.question import Question
from retrieval.speech import only_asks

CARRIED = 0.5  # of their idf is what words from earlier in a conversation count


def expanded(question: Question) -> Question:
    """The question with the translations of its words, and the words that it carries along."""
    carried = (replace(term, idf=CARRIED * term.idf) for term in question.carried)
    terms = _once([*_telling(question), *carried])
    terms = [_translated(term, question.language) for term in terms]
    return replace(question, terms=tuple(_with_synonyms(terms, question.language)))


def _telling(question: Question) -> tuple[Term, ...]:
    """The terms, without those that only ask who says what."""
    if question.kind not in (Kind.WHO_SAID, Kind.WHAT_SAID):
        return question.terms
    return tuple(t for t in question.terms if not only_asks(t.word)) or question.terms


def _once(terms: Iterable[Term]) -> list[Term]:
    """Each word once, as it stands first."""
    by_word: dict[str, Term] = {}
    for term in terms:
        by_word.setdefault(term.word, term)
    return list(by_word.values())


def _translated(term: Term, language: str) -> Term:
    found = (each.stem for each in translations(term.stems[0], language))
    return replace(term, translations=tuple(s for s in found if s not in term.stems))


def _with_synonyms(terms: Sequence[Term], language: str) -> Iterator[Term]:
    """Each word with what else is said for it, or for the phrase that it stands in."""
    said = [term.stems[0] for term in terms]
    for at, term in enumerate(terms):
        phrases = ((said[at],), tuple(said[max(at - 1, 0) : at + 1]), tuple(said[at : at + 2]))
        found = dict.fromkeys(
            other for each in dict.fromkeys(phrases) for other in synonyms(each, language)
        )
        yield replace(term, synonyms=tuple(found))
