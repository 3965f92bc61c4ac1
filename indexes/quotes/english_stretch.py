"""What a stretch between marks is by itself: a sentence, and how it begins and ends."""

from indexes.quotes.marks import Marked
from indexes.quotes.words import Words

SHORT = 4  # letters of an abbreviation with a dot


def begins(text: str, stretch: Marked) -> bool:
    """Whether no other words of its sentence stand before a stretch."""
    ahead = text[max(0, stretch.start - 40) : stretch.start].rstrip(" \xa0('‘[")
    return not ahead or ahead[-1] in '.!?:\n”"—–-…*•'


def closed(text: str, stretch: Marked) -> bool:
    """Whether a stretch ends as words do before who said them."""
    inner = text[stretch.start : stretch.end].rstrip("“”\"„«»‘’'`")
    after = text[stretch.end : stretch.end + 1]
    return inner[-1:] in ",?!—–-…" or after == ","


def whole(text: str, stretch: Marked) -> bool:
    """Whether a stretch is one or more sentences of its own."""
    inner = text[stretch.start : stretch.end].strip("“”\"„«»‘’'` ")
    if len(inner.split()) < 2:
        return False
    ahead = text[max(0, stretch.start - 2) : stretch.start].strip(" \xa0")
    begins = not ahead or ahead[-1:] in '.!?:\n”"—'
    return begins and (stretch.open or inner[-1:] in ".!?,…" or inner[-1:] in "—-")


def sentence_stop(words: Words, first: int, highest: int) -> int:
    """Where a sentence that begins at a word ends: at a mark, a dot, or a given word."""
    for number in range(first, highest):
        text = words[number].text
        if text in "!?;:" or text in '“”"':
            return number
        if text == "." and not _abbreviates(words, number, first, highest):
            return number
    return highest


def _abbreviates(words: Words, number: int, first: int, highest: int) -> bool:
    """Whether a dot is of a short word with a capital, or of the last one in brackets."""
    if number <= first or number + 1 >= highest:
        return False
    before = words[number - 1]
    return before.capital and (len(before.text) <= SHORT or words[number + 1].text == ")")
