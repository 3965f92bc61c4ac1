"""What a question asks was done with the words: denied, confirmed, asked for; by its own verb."""

import re
from functools import cache

from indexes.quotes.quote import QuoteClass
from retrieval.kind import lexicon


def asked_doing(text: str) -> frozenset[QuoteClass]:
    """The classes of quotes that a question asks for; none where it only asks who said so."""
    plain = text.lower()
    return frozenset(each for each, pattern in _patterns() if pattern.search(plain))


def only_does(word: str) -> bool:
    """Whether a word of a question says no more than what was done."""
    return any(pattern.match(word) for _, pattern in _patterns())


def asks_several(text: str) -> bool:
    """Whether everybody is wanted who speaks about a matter."""
    return bool(re.search(rf"\b(?:{'|'.join(lexicon()['roll']['several'])})\b", text.lower()))


@cache
def _patterns() -> tuple[tuple[QuoteClass, re.Pattern[str]], ...]:
    return tuple(
        (QuoteClass(name), re.compile(rf"\b(?:{'|'.join(words)})"))
        for name, words in lexicon()["doing"].items()
    )
