"""Predicted quotes against annotated ones: matched by words, then judged by speaker and the rest.

A span is the set of the word tokens it covers, so that marks and blanks never matter.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from tests.evaluation.speakers import (
    Place,
    Record,
    canonical_counts,
    canonical_right,
    share,
    speaker_right,
    words,
)

SAME = 0.8  # intersection over union from which two spans are one
COVERED = 0.5  # of a prediction within an ignored stretch makes it none
MARKS = frozenset('"″“”„«»‟')
NYA = re.compile(r"(?<=.)nya$")


@dataclass(frozen=True)
class Sheet:
    """An annotated article; `quotes` and `ignore` are records with spans of its `text`."""

    name: str
    text: str
    quotes: Sequence[Record]
    ignore: Sequence[Record] = ()
    language: str = "id"

    @cached_property
    def _tokens(self) -> tuple[list[int], list[int]]:
        found = [match.span() for match in re.finditer(r"\w+", self.text)]
        return [start for start, _ in found], [end for _, end in found]

    def place(self, span: Record | None) -> Place:
        """The numbers of the word tokens that a span touches; none where it has no offsets."""
        if not isinstance(span, dict) or span.get("start") is None:
            return frozenset()
        starts, ends = self._tokens
        first = bisect_right(ends, span["start"])
        last = first
        while last < len(starts) and starts[last] < span["end"]:
            last += 1
        return frozenset(range(first, last))

    def marked(self, span: Record) -> bool:
        """Whether a double quotation mark stands at either end."""
        near = (self.text[max(0, place - 2) : place + 2] for place in (span["start"], span["end"]))
        return any(MARKS & set(some) for some in near)


@dataclass(frozen=True, slots=True)
class Judged:
    """A prediction that names a speaker and is one of the annotated quotes."""

    confidence: float
    right: bool


@dataclass(frozen=True)
class Tally:
    """What was counted in an article: `gold`, `pred`, `overlap`, `exact`, `speaker` and so on."""

    counts: Counter[str] = field(default_factory=Counter)
    judged: list[Judged] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)


def tally(sheet: Sheet, predicted: Sequence[Record], *, direct: bool) -> Tally:
    """One article counted; with `direct` all that has no quotation marks is left aside."""
    gold = [q for q in sheet.quotes if not direct or (q.get("type") or "direct") == "direct"]
    pieces = [
        (whole, piece)
        for whole, record in enumerate(predicted)
        for piece in _pieces(record)
        if not direct or (record.get("type", "direct") != "indirect" and sheet.marked(piece))
    ]
    wanted = [[sheet.place(span) for span in (quote, *quote.get("alts", ()))] for quote in gold]
    given = [sheet.place(piece) for _, piece in pieces]
    pairs = matched(wanted, given)
    result = Tally()
    left = _left(sheet, wanted, given, [whole for whole, _ in pieces], pairs)
    result.counts.update(gold=len(gold), pred=len(pairs) + len(left), overlap=len(pairs))
    for number, quote in enumerate(gold):
        result.counts[f"gold:{quote.get('type') or 'direct'}"] += 1
        if number not in pairs:
            result.errors.append(f"missed: {quote['text'][:90]}")
            continue
        piece = pieces[pairs[number]][1]
        result.counts["exact"] += given[pairs[number]] in wanted[number]
        _judge(sheet, quote, piece, result)
    result.errors.extend(f"none: {_shown(sheet, pieces[at][1])}" for at in left)
    result.counts["pred_named"] = sum(_named(pieces[at][1]) for at in (*pairs.values(), *left))
    return result


def matched(wanted: Sequence[Sequence[Place]], given: Sequence[Place]) -> dict[int, int]:
    """Annotated to predicted, one to one, the most alike first; any of the forms counts."""
    alike = sorted(
        (-max(share(form, other) for form in forms), number, at)
        for number, forms in enumerate(wanted)
        for at, other in enumerate(given)
    )
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for likeness, number, at in alike:
        if -likeness >= SAME and number not in pairs and at not in taken:
            pairs[number] = at
            taken.add(at)
    return pairs


def _left(
    sheet: Sheet,
    wanted: Sequence[Sequence[Place]],
    given: Sequence[Place],
    wholes: Sequence[int],
    pairs: dict[int, int],
) -> list[int]:
    """Predictions that are wrong: neither matched, nor the other half of one, nor ignored."""
    ignored = [sheet.place(span) for span in sheet.ignore]
    found = {wholes[at] for at in pairs.values()}
    covered = [form for number in pairs for form in wanted[number]]

    def pardoned(at: int) -> bool:
        own = given[at]
        if wholes.count(wholes[at]) > 1 and wholes[at] in found and any(own <= f for f in covered):
            return True
        return any(form and len(form & own) >= COVERED * max(1, len(own)) for form in ignored)

    unmatched = set(range(len(given))) - set(pairs.values())
    return [at for at in sorted(unmatched) if not pardoned(at)]


def _judge(sheet: Sheet, gold: Record, given: Record, result: Tally) -> None:
    spans = (sheet.place(gold.get("speaker")), sheet.place(given.get("speaker")))
    right, counts = speaker_right(gold, given, spans), result.counts
    counts["speaker"] += right
    counts[f"right:{gold.get('type') or 'direct'}"] += right
    full = canonical_right(gold, given)
    if canonical_counts(gold):
        counts["canonical_n"] += 1
        counts["canonical"] += full
    counts["speaker_canonical"] += full if canonical_counts(gold) else right
    if _named(given):
        counts["named"] += 1
        counts["named_right"] += right
        result.judged.append(Judged(float(given.get("confidence") or 0), right))
    if not right:
        result.errors.append(
            f"{gold.get('canonical')} is no {given.get('canonical')}: {_shown(sheet, given)}"
        )
    for name, same in _details(sheet, gold, given):
        counts[f"{name}_n"] += 1
        counts[name] += same


def _details(sheet: Sheet, gold: Record, given: Record) -> Iterator[tuple[str, bool]]:
    """What is annotated besides, and whether it was met."""
    if gold.get("cue"):
        own, other = (_cue(each.get("cue")) for each in (gold, given))
        both = sheet.place(gold["cue"]) & sheet.place(given.get("cue"))
        yield "cue", own == other or bool(both)
    if gold.get("addressee"):
        yield (
            "addressee",
            bool(words(_text(gold["addressee"])) & words(_text(given.get("addressee")))),
        )
    if gold.get("via"):
        media = words(" ".join(_text(medium) or "" for medium in given.get("via") or ()))
        forms = (words(_text(m)) | words(m.get("canonical")) for m in gold["via"])
        yield "via", all(form & media for form in forms)
    if gold.get("type"):
        yield "type", gold["type"] == given.get("type")


def _pieces(record: Record) -> list[Record]:
    """A quote in parts counts by each of them; one of them is enough."""
    parts = record.get("parts") or (record,)
    return [{**record, "start": part["start"], "end": part["end"]} for part in parts]


def _named(record: Record) -> bool:
    return record.get("canonical") is not None


def _cue(cue: Record | str | None) -> str | None:
    return NYA.sub("", (_text(cue) or "").casefold().strip()) or None


def _text(span: Record | str | None) -> str | None:
    return span.get("text") if isinstance(span, dict) else span


def _shown(sheet: Sheet, span: Record) -> str:
    return " ".join(sheet.text[span["start"] : span["end"]].split())[:90]
