"""The content words of a question, each with what an article may write for it.

A short name is searched for as the words of the long one, each of which the short one meets too:
so "korut" finds "Korea Utara", and "Korea Utara" finds "Korut". The chat's verbs get their stems.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache

from indexes.misspelling import known
from indexes.terms import Term, background, terms
from indexes.words import words
from retrieval.spelling import Wording, spellings

FAMILIAR = 5  # sentences of the background in which a stem must stand to explain a chat form


@dataclass(frozen=True, slots=True)
class ShortNames:
    """The long names of a language, each with its short ones, and the other way round."""

    shorts: Mapping[str, tuple[str, ...]]
    long: Mapping[str, str]


def searched_terms(wording: Wording, language: str) -> tuple[Term, ...]:
    """The terms to search for, in the order of the question, each word once."""
    said = tuple(_said(wording, language))
    spread = " ".join(long or word for word, long in said)
    found = {term.word: _explained(term, language) for term in terms(spread, language)}
    for short, long in said:
        if long:
            _weigh(found, terms(short, language), long)
    for long, shorts in short_names(language).shorts.items():
        if f" {long} " in f" {spread} ":
            for word in long.split():
                if word in found:
                    found[word] = _met_by(found[word], shorts)
    return tuple(_like(term) for term in found.values())


@cache
def short_names(language: str) -> ShortNames:
    """Those of `spellings.toml`."""
    table = {long: tuple(shorts) for long, shorts in spellings()["names"][language].items()}
    long = {short: name for name, shorts in table.items() for short in shorts}
    return ShortNames(table, long)


def _said(wording: Wording, language: str) -> Iterator[tuple[str, str]]:
    """Each word, with the long name if it is a short one.

    Where it may be a function word ("us"), it is a name in capitals or after "the".
    """
    function_words = words(language).function_words
    shouted = wording.text.isupper()
    before = ""
    for word in wording.words:
        long = short_names(language).long.get(word.word, "")
        capital = wording.shown(word).isupper() and not shouted
        named = capital or before == "the" or word.word not in function_words
        yield word.word, long if named else ""
        before = word.word


def _weigh(found: dict[str, Term], short: Iterable[Term], long: str) -> None:
    """Let the words of a long name together weigh no more than the short one that was asked for."""
    own = sum(term.idf for term in short)
    parts = [word for word in long.split() if word in found]
    whole = sum(found[word].idf for word in parts)
    for word in parts:
        if 0 < own < whole:
            found[word] = replace(found[word], idf=found[word].idf * own / whole)


def _met_by(term: Term, others: Iterable[str]) -> Term:
    """The term, met by these words as well."""
    stems = [*term.stems, *(stem for word in others for stem in _stems(word))]
    return replace(term, stems=tuple(dict.fromkeys(stems)))


@cache
def _stems(word: str) -> tuple[str, ...]:
    return tuple(stem for term in terms(word, "id") for stem in term.stems)


def _like(term: Term) -> Term:
    """The term, met by the words that say the same, and as rare as the commonest of them."""
    group = _same().get(term.word) or _same().get(term.stems[0])
    if group is None:
        return term
    rarity = min(other.idf for word in group for other in terms(word, "id"))
    return replace(_met_by(term, group), idf=min(term.idf, rarity))


@cache
def _same() -> Mapping[str, tuple[str, ...]]:
    groups = spellings()["same"]["groups"]
    return {word: tuple(group) for group in groups for word in group}


def _explained(term: Term, language: str) -> Term:
    """The term, with the best known stem that a chat form such as "nyuruh" may stand for."""
    forms = spellings()["forms"].get(language)
    if forms is None or any(map(known, term.stems)):
        return term
    frequency = background(language).frequency
    candidates = {
        stem
        for first, begun in forms["beginnings"]
        for last, ended in forms["endings"]
        if term.word.startswith(first) and term.word.endswith(last)
        for stem in _stems(f"{begun}{term.word.removeprefix(first).removesuffix(last)}{ended}")
    }
    best = max(sorted(candidates), key=lambda stem: frequency.get(stem, 0), default="")
    if frequency.get(best, 0) < FAMILIAR:
        return term
    return replace(term, stems=(best, *term.stems), idf=background(language).idf(best))
