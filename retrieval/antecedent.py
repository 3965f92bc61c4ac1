"""Who is meant by the pronoun of a sentence, where the sentences before leave no doubt."""

import re
from collections.abc import Iterator, Sequence

from indexes.article import Article, Sentence
from indexes.names import Name, NameKind, names, same_person
from retrieval.pronoun import Pronoun, pronoun, pronoun_patterns

FARTHEST = 6  # sentences back
REACH = 40_000  # characters back in which names are looked for
NEAR = 120  # characters on either side of a name that are looked at
OPENING = 4  # words, ended by a comma, that may stand before the subject of a sentence
MARK = re.compile(r"[“”\"\n]")
WORD = re.compile(r"\w+")


def antecedent(
    article: Article, sentences_before: Sequence[Sentence], sentence: Sentence
) -> Name | None:
    """The one meant, as the article names it in full before; None where that is not clear."""
    word = pronoun(sentence.text)
    if word is None or word.plural:
        return None
    text = _looked_at(article.text, sentence.start)
    quoted = list(_quoted(article.text, sentence.start + word.start))
    if _within(sentence.start + word.start, quoted):
        return None
    found = names(text, article.language)
    unquoted = [name for name in found if not _within(name.start, quoted)]
    meant = _meant(text, unquoted, sentences_before[-FARTHEST:], word)
    if meant is None or not _fits(text, meant, word):
        return None
    return _in_full(found, meant)


def _looked_at(text: str, end: int) -> str:
    """The text up to there; what is far back is blank, so that every offset stays."""
    begin = max(0, end - REACH)
    return "\n" * begin + text[begin:end]


def _meant(
    text: str, found: Sequence[Name], before: Sequence[Sentence], word: Pronoun
) -> Name | None:
    """The one who speaks, or else acts, in the nearest sentence that has such a one."""
    for sentence in reversed(before):
        here = [n for n in found if sentence.start <= n.start < sentence.end]
        people = [n for n in here if n.kind is NameKind.PERSON]
        speakers = list(_speakers(text, here, sentence))
        if speakers:
            return _only(speakers)
        subject = [n for n in here if _opens(text, n, sentence)]
        if subject or not pronoun(sentence.text):
            if subject and _only(people) and not word.speaking:
                return _only(subject)
            if people or subject or pronoun_patterns().anonymous.search(sentence.text):
                return None
    return None


def _only(those: Sequence[Name]) -> Name | None:
    """The one person that all of them name; None where they name several, or no person."""
    longest = max(those, key=lambda name: len(name.text), default=None)
    if longest is None or any(not same_person(name.text, longest.text) for name in those):
        return None
    return longest if longest.kind is NameKind.PERSON else None


def _speakers(text: str, here: Sequence[Name], sentence: Sentence) -> Iterator[Name]:
    """The names beside a word of saying; not those in what is told of the speaker before it."""
    patterns = pronoun_patterns()
    told = 0
    for name in here:
        before = text[max(sentence.start, name.titled - NEAR) : name.titled]
        after = patterns.verb_after.match(text, name.end, min(sentence.end, name.end + NEAR))
        if name.start >= told and (after or patterns.cue_before.search(before)):
            yield name
            told = after.end() if after else told


def _opens(text: str, name: Name, sentence: Sentence) -> bool:
    """Whether the sentence begins with the name, or with a few words and a comma before it."""
    opening = text[sentence.start : name.titled].rstrip()
    return not opening or (opening.endswith(",") and len(opening.split()) <= OPENING)


def _fits(text: str, name: Name, word: Pronoun) -> bool:
    """Whether the titles of a name do not speak against the pronoun."""
    strange = pronoun_patterns().strange_titles.get(word.text.lower(), frozenset())
    return strange.isdisjoint(WORD.findall(text[name.titled : name.start].lower()))


def _in_full(found: Sequence[Name], name: Name) -> Name | None:
    """The longest form of the name so far; None where two people share it."""
    own = (NameKind.PERSON, NameKind.UNKNOWN)
    forms = [n for n in found if n.kind in own and same_person(name.text, n.text)]
    longest = max(forms, key=lambda form: len(form.text.split()), default=name)
    return longest if all(same_person(form.text, longest.text) for form in forms) else None


def _quoted(text: str, end: int) -> Iterator[tuple[int, int]]:
    """What stands between quotation marks up to there, each paragraph for itself."""
    start = None
    for match in MARK.finditer(text, 0, end):
        if start is not None and match[0] != "“":
            yield start, match.end()
            start = None
        elif start is None and match[0] != "\n":
            start = match.start()
    if start is not None:
        yield start, end + 1


def _within(place: int, quoted: Sequence[tuple[int, int]]) -> bool:
    return any(start <= place < end for start, end in quoted)
