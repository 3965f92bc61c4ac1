"""What a question lends to the next: its content words, without a subject that is replaced."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from indexes.name_words import name_words
from indexes.names import Name, NameKind, names
from indexes.terms import Term
from retrieval.pointers import Message, Shape, lexicon, verbal
from retrieval.question import Question

FADING = 0.5  # what was lent to a question weighs half as much when it lends it again
ACTORS = {NameKind.PERSON, NameKind.ORGANISATION, NameKind.UNKNOWN}


def lent(question: Question) -> tuple[Term, ...]:
    """Its content words, then fainter those that were lent to it."""
    weak = lexicon().words["light"]
    own = tuple(term for term in question.terms if term.word not in weak)
    faint = [replace(term, idf=FADING * term.idf) for term in question.carried]
    return unlike(own, ()) + unlike(faint, own)


def left_over(message: Message, before: Question) -> tuple[Term, ...]:
    """What is lent when a message may name another subject: not the one it replaces."""
    replaced = set(_replaced(message, before))
    return tuple(term for term in lent(before) if term.word not in replaced)


def unlike(terms: Sequence[Term], others: Sequence[Term]) -> tuple[Term, ...]:
    """Each of the terms once, without those that share a stem with the others."""
    known = {stem for term in others for stem in term.stems}
    found = []
    for term in terms:
        if known.isdisjoint(term.stems):
            found.append(term)
            known.update(term.stems)
    return tuple(found)


def _replaced(message: Message, before: Question) -> list[str]:
    """The words of the subject that a message such as "kalau jagung?" puts another for."""
    switched = message.shape in (Shape.SWITCH, Shape.FRAGMENT)
    linked = message.shape is Shape.LINKED and not message.asking
    if message.named and (switched or linked):
        return _replaced_name(message.named[0], before)
    if switched and message.strong:
        return _replaced_noun({term.word for term in message.strong}, before)
    return []


def _replaced_name(new: Name, before: Question) -> list[str]:
    """The first name of the kind of the new one, or of a kind that it may have."""
    known = names(before.searched, before.language)
    unlike_new = [each for each in known if each.text.lower() not in new.text.lower()]
    for suits in (_same, _perhaps, _actors):
        for each in unlike_new:
            if suits(each.kind, new.kind):
                asked_who = lexicon().words["who"] & set(before.text.lower().split())
                start = each.start if asked_who else each.titled
                return before.searched[start : each.end].lower().split()
    return []


def _same(one: NameKind, other: NameKind) -> bool:
    return one is other


def _perhaps(one: NameKind, other: NameKind) -> bool:
    return NameKind.UNKNOWN in (one, other)


def _actors(one: NameKind, other: NameKind) -> bool:
    return {one, other} <= ACTORS


def _replaced_noun(new: AbstractSet[str], before: Question) -> list[str]:
    """A noun of the same sort: people for people, else the first that is not one of them."""
    named = {word for name in names(before.searched, before.language) for word in _words(name)}
    weak = lexicon().words["light"] | lexicon().words["relational"] | named
    nouns = [t.word for t in before.terms if t.word not in weak and not verbal(t.word)]
    titles = name_words().titles
    people = bool(new & titles)
    return [noun for noun in nouns if (noun in titles) is people][:1]


def _words(name: Name) -> list[str]:
    return name.text.lower().split()
