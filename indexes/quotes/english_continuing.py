"""A stretch between marks that goes on from the English quote before it."""

from collections.abc import Sequence
from dataclasses import replace

from indexes.quotes.english_draft import EnglishDraft
from indexes.quotes.english_stretch import sentence_stop, whole
from indexes.quotes.marks import Marked
from indexes.quotes.words import Words

HEADING = 5  # words
CROWDED = 0.6  # share of capitals in a heading
MARKS = "“”\"‘’'"
FAR = 17  # words of a cue, of who said it and of what he is


def continuing(
    words: Words,
    bounds: Sequence[tuple[int, int]],
    before: EnglishDraft | None,
    pair: tuple[Marked, Marked],
) -> EnglishDraft | None:
    """The second of two stretches, where it goes on from a quote that the first one is."""
    last, stretch = pair
    if before is None or before.end != last.end:
        return None
    if _resumes(words, before, stretch):
        rule = "direct-resumed"
    elif _follows(words.text, bounds, before, pair):
        rule = "direct-continued"
    else:
        return None
    first = before.continues or before
    return replace(before, start=stretch.start, end=stretch.end, rule=rule, continues=first)


def _resumes(words: Words, before: EnglishDraft, stretch: Marked) -> bool:
    """“…,” said Tolliver, “and …”: only the cue and who said it stand between."""
    between = words.between(before.end, stretch.start)
    inside = before.end <= before.cue[0] < stretch.start
    if not inside or len(between) > FAR or between[-1].text != ",":
        return False
    worded = any(w.text[0].isalnum() for w in words.between(stretch.start, stretch.end))
    stop = words.at(stretch.start)
    return worded and sentence_stop(words, words.at(before.end), stop) == stop


def _follows(
    text: str,
    bounds: Sequence[tuple[int, int]],
    before: EnglishDraft,
    pair: tuple[Marked, Marked],
) -> bool:
    """“…,” Tolliver said. “…”; “… (paragraph) “…: sentences of their own, one after another."""
    last, stretch = pair
    if not whole(text, stretch):
        return False
    between = text[before.end : stretch.start]
    if last.open:
        return not between.strip()
    if "\n" in between and not _alone(text, stretch):
        return False
    sentences = sum(before.end < start <= stretch.start for start, _ in bounds)
    return (bool(between.strip()) and sentences <= 1) or not between.strip()


def _alone(text: str, stretch: Marked) -> bool:
    """Whether a stretch is a paragraph of its own, and no heading between marks."""
    line = text.rfind("\n", 0, stretch.start) + 1, text.find("\n", stretch.end)
    rest = text[stretch.end : line[1] if line[1] >= 0 else len(text)]
    inner = text[stretch.start : stretch.end].split()
    capitals = sum(word.strip(MARKS)[:1].isupper() for word in inner)
    whole_line = not text[line[0] : stretch.start].strip() and not rest.strip()
    return whole_line and len(inner) > HEADING and capitals < CROWDED * len(inner)
