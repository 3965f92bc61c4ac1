"""Whose words a question asks for, as the question writes the name."""

from collections.abc import Iterator, Sequence

from indexes.name_words import name_words, ordinary
from retrieval.kind import Asked, lexicon
from retrieval.spelling import WORD, Spelled, Wording

POSSESSIVE = ("'s", "’s")


def speaker(wording: Wording, asked: Asked, language: str) -> str | None:
    """The name at the place that was asked about; None where it is nobody's."""
    words = tuple(_named(wording, asked))
    if asked.open and not _complete(wording, words):
        words = tuple(_opening(wording, words, language))
    if not words:
        return None
    table = lexicon()["speaker"]
    if " ".join(word.plain for word in words) in table["nobody"]:
        return None
    name = wording.text[words[0].start : words[-1].end]
    return name[:-2] if name.endswith(POSSESSIVE) else name


def _named(wording: Wording, asked: Asked) -> Iterator[Spelled]:
    """From the place on, without articles, up to the first word that no name holds."""
    table = lexicon()["speaker"]
    found = list(wording.written(asked.start, asked.end))
    while found and found[0].plain in table["articles"]:
        del found[0]
    for number, word in enumerate(found):
        before = wording.text[found[number - 1].end : word.start] if number else ""
        if word.plain in table["ends"] or any(mark in before for mark in ",;:?!"):
            return
        yield word


def _complete(wording: Wording, words: Sequence[Spelled]) -> bool:
    """Whether the name is cut off by a comma, or by words that go on about something."""
    after = wording.text[words[-1].end :] if words else ","
    return after.startswith(",") or len(WORD.findall(after)) > 1


def _opening(wording: Wording, words: Sequence[Spelled], language: str) -> Iterator[Spelled]:
    """The capitals that the words begin with, or else titles and what is no ordinary word."""
    capitals = wording.shown(words[0])[0].isupper()
    before = ""
    for word in words:
        goes_on = wording.shown(word)[0].isupper() if capitals else _of_name(word, before, language)
        if before and not goes_on:
            return
        yield word
        before = word.plain


def _of_name(word: Spelled, before: str, language: str) -> bool:
    lexicon = name_words()
    if word.plain in lexicon.titles or before in lexicon.offices:
        return True
    return not word.plain.endswith("nya") and not ordinary(word.plain, language)
