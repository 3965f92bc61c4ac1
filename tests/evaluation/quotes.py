"""Prints how well quotes and their speakers are found.

python -m tests.evaluation.quotes [GOLD.jsonl …] [--direct | --all-types] [--predictions FILE]
    [--write FILE] [--errors N] [--json]

Without a file: the sets of the project. A line of GOLD has `quotes`, `ignore`, and either `text`
and `id`, or `article`, a file in `articles/` beside it. Predictions are lines `{"id", "quotes"}`.
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from rich.console import Console
from rich.table import Table

from indexes.article import Article
from indexes.language import detect
from indexes.quotes.quote import QuoteType
from indexes.quotes.reading import read_quotes
from indexes.splitting import split
from tests.evaluation.attribution import Judged, Sheet, Tally, tally
from tests.evaluation.speakers import Record

HERE = Path(__file__).parent
UNREAD = "heldout"  # its errors are never shown
RESAMPLES = 1000
SEED = 1
SCORES = {
    "span, exact": "exact",
    "span": "overlap",
    "end to end": "speaker",
    "end to end, full name": "speaker_canonical",
}
SHARES = {
    "speaker, of the spans found": ("speaker", "overlap"),
    "full name": ("canonical", "canonical_n"),
    "named speakers right": ("named_right", "named"),
    "named speakers right, of all named": ("named_right", "pred_named"),
    **{f"{each}, found with its speaker": (f"right:{each}", f"gold:{each}") for each in QuoteType},
    "type": ("type", "type_n"),
    "cue": ("cue", "cue_n"),
    "via": ("via", "via_n"),
    "addressee": ("addressee", "addressee_n"),
}
BARS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 0.97, 0.99)


def sheets(file: Path) -> Iterator[Sheet]:
    """The annotated articles of a file, in its order."""
    for line in filter(None, file.read_text("utf-8").split("\n")):
        row = json.loads(line)
        name = row.get("article") or row["id"]
        text = row["text"] if "text" in row else _text(file.parent / "articles", name)
        language = row.get("language") or detect(text)
        yield Sheet(name, text, row["quotes"], row.get("ignore", ()), language)


def read(sheet: Sheet) -> list[Record]:
    """What Kutip finds in an article."""
    article = Article(sheet.name, "", sheet.text, sheet.language, None, None, None, "")
    bounds = enumerate(split(sheet.text), start=1)
    found = read_quotes(article, [article.sentence(number, each) for number, each in bounds])
    return [quote.record for quote in found]


def f1(counts: Counter[str], name: str) -> tuple[float, float, float]:
    """Precision, recall and F1 of what is right among the predicted and the annotated."""
    right, gold, given = counts[name], counts["gold"], counts["pred"]
    precision = right / given if given else float(not gold)
    recall = right / gold if gold else float(not given)
    return precision, recall, 2 * right / (gold + given) if gold + given else 1.0


def interval(tallies: Sequence[Tally], name: str) -> tuple[float, float]:
    """Between which figures 95 % of the F1 of resampled articles lie."""
    table = np.array([[t.counts[name], t.counts["gold"] + t.counts["pred"]] for t in tallies])
    picked = np.random.default_rng(SEED).integers(0, len(table), size=(RESAMPLES, len(table)))
    sums = table[picked].sum(axis=1)
    low, high = np.percentile(2 * sums[:, 0] / np.maximum(sums[:, 1], 1), [2.5, 97.5])
    return float(low), float(high)


def curve(judged: Iterable[Judged], gold: int) -> list[tuple[float, float, float]]:
    """Confidence, the share of the annotated quotes named from it up, and how many are right."""
    known, rows = list(judged), []
    for bar in BARS:
        some = [each.right for each in known if each.confidence >= bar]
        if some:
            rows.append((bar, len(some) / gold, sum(some) / len(some)))
    return rows


def figures(tallies: Sequence[Tally]) -> dict[str, Any]:
    """All figures of a set, for programs."""
    counts = sum((each.counts for each in tallies), Counter[str]())
    scores = {
        name: dict(zip(("p", "r", "f1"), f1(counts, key), strict=True))
        | {"right": counts[key], "interval": interval(tallies, key)}
        for name, key in SCORES.items()
    }
    shares = {
        name: {"share": counts[right] / counts[of], "n": counts[of]}
        for name, (right, of) in SHARES.items()
        if counts[of]
    }
    judged = [one for each in tallies for one in each.judged]
    return {
        "articles": len(tallies),
        "gold": counts["gold"],
        "predicted": counts["pred"],
        "scores": scores,
        "shares": shares,
        "curve": curve(judged, counts["gold"] or 1),
    }


def print_figures(console: Console, name: str, found: dict[str, Any]) -> None:
    """The figures of a set as tables."""
    size = f"{found['articles']} articles, {found['gold']} quotes, {found['predicted']} found"
    table = Table("", "P", "R", "F1", "95 %", title=f"{name}: {size}")
    for label, score in found["scores"].items():
        low, high = score["interval"]
        shown = (f"{100 * score[key]:.1f}" for key in ("p", "r", "f1"))
        table.add_row(label, *shown, f"{100 * low:.1f}-{100 * high:.1f}")
    console.print(table)
    for label, part in found["shares"].items():
        console.print(f"{label}: {100 * part['share']:.1f} % of {part['n']}")
    bars = Table("confidence from", "named, of all quotes", "right, of the named")
    for bar, covered, right in found["curve"]:
        bars.add_row(f"{bar:.2f}", f"{100 * covered:.1f}", f"{100 * right:.1f}")
    console.print(bars)


def main() -> int:
    """Print what was asked for."""
    given = _given()
    console = Console(width=100)
    for file in given.gold or sorted(HERE.glob("*/quotes.jsonl")):
        known = list(sheets(file))
        predicted = _predictions(given.predictions) if given.predictions else {}
        found = {s.name: predicted.get(s.name, []) if predicted else read(s) for s in known}
        if given.write:
            _write(given.write, found)
        types = {quote.get("type") or "direct" for sheet in known for quote in sheet.quotes}
        direct = given.direct or (types == {"direct"} and not given.all_types)
        counted = [(sheet, tally(sheet, found[sheet.name], direct=direct)) for sheet in known]
        _report(console, file, counted, as_json=given.json)
        if given.errors and file.parent.name != UNREAD:
            wrong = [f"{sheet.name}: {error}" for sheet, each in counted for error in each.errors]
            console.print("\n".join(wrong[: given.errors]), markup=False, highlight=False)
    return 0


def _report(
    console: Console, file: Path, counted: Sequence[tuple[Sheet, Tally]], *, as_json: bool
) -> None:
    """The whole set, and each of its languages if there are two."""
    name = file.parent.name if file.name == "quotes.jsonl" else file.stem
    languages = sorted({sheet.language for sheet, _ in counted})
    parts = [(name, [each for _, each in counted])]
    if len(languages) > 1:
        parts += [
            (f"{name}, {one}", [t for s, t in counted if s.language == one]) for one in languages
        ]
    for label, tallies in parts:
        if as_json:
            sys.stdout.write(json.dumps({"set": label, **figures(tallies)}) + "\n")
        else:
            print_figures(console, label, figures(tallies))


def _given() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m tests.evaluation.quotes",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("gold", nargs="*", type=Path, help="annotated articles")
    types = parser.add_mutually_exclusive_group()
    types.add_argument("--direct", action="store_true", help="direct quotes alone")
    types.add_argument("--all-types", action="store_true", help="all, though only direct are given")
    parser.add_argument("--predictions", type=Path, help="those of another system")
    parser.add_argument("--write", type=Path, help="write what was predicted there")
    parser.add_argument("--errors", type=int, default=0, help="show so many, but never of heldout")
    parser.add_argument("--json", action="store_true", help="print a JSON object a set")
    return parser.parse_args()


def _predictions(file: Path) -> dict[str, list[Record]]:
    rows = (json.loads(line) for line in file.read_text("utf-8").split("\n") if line)
    return {row["id"]: row["quotes"] for row in rows}


def _write(file: Path, found: Mapping[str, Sequence[Record]]) -> None:
    rows = ({"id": name, "quotes": quotes} for name, quotes in found.items())
    file.write_text("".join(json.dumps(r, ensure_ascii=False) + "\n" for r in rows), "utf-8")


def _text(folder: Path, name: str) -> str:
    (file,) = (f for f in folder.glob(f"{name}.*") if f.suffix in (".txt", ".md"))
    return file.read_text("utf-8")


if __name__ == "__main__":
    sys.exit(main())
