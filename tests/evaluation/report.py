"""Every figure of the project's own sets, with intervals, curves, and what went wrong.

python -m tests.evaluation.report [--set NAME] [--json FILE] [--errors FILE] [--markdown]
"""

import argparse
import json
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from rich.console import Console

from tests.evaluation.asking import Verdict, ask, library
from tests.evaluation.figures import figures
from tests.evaluation.questions import SETS, read
from tests.evaluation.sheets import sheets

SEALED = "heldout"  # nobody tunes to what is wrong there


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the tables and write the files that were asked for."""
    given = _given(arguments)
    names = SETS if given.set == "all" else (given.set,)
    if given.errors and SEALED in names:
        sys.stderr.write(f"The errors of {SEALED} are not shown. Name another set: --set NAME\n")
        return 2
    verdicts = measured(names)
    found = {name: figures(some) for name, some in verdicts.items()}
    console = Console(width=100) if given.markdown else Console()
    for name, each in found.items():
        for table in sheets(name, each, markdown=given.markdown):
            console.print(table)
    if given.json:
        records = {name: each.record() for name, each in found.items()}
        given.json.write_text(json.dumps(records, indent=1, ensure_ascii=False) + "\n", "utf-8")
    if given.errors:
        rows = (json.dumps(row, ensure_ascii=False) for row in errors(verdicts))
        given.errors.write_text("".join(f"{row}\n" for row in rows), "utf-8")
    broken = [name for name, each in found.items() if not each.verbatim]
    for name in broken:
        sys.stderr.write(f"A citation in {name} is not in its file word for word.\n")
    return 1 if broken else 0


def measured(names: Iterable[str]) -> dict[str, list[Verdict]]:
    """The verdicts on some sets, all asked of one index."""
    with tempfile.TemporaryDirectory() as folder, library(Path(folder) / "index") as served:
        return {name: list(ask(served, read(name))) for name in names}


def errors(verdicts: dict[str, list[Verdict]]) -> Iterator[dict[str, Any]]:
    """What went wrong, but for the sealed set."""
    for name, some in verdicts.items():
        if name != SEALED:
            yield from (_error(name, each) for each in some if not each.right)


def _error(name: str, verdict: Verdict) -> dict[str, Any]:
    asked, answer = verdict.asked, verdict.answer
    return {
        "set": name,
        "id": asked.id,
        "kind": asked.kind,
        "question": asked.question,
        "after": asked.followup_of,
        "wanted": list(asked.gold),
        "status": answer.status,
        "reason": answer.reason,
        "confidence": round(answer.confidence, 4),
        "cited": [[each.article.id, each.text] for each in answer.citations],
        "hits": list(verdict.hits),
    }


def _given(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.evaluation.report", description=__doc__)
    parser.add_argument("--set", choices=(*SETS, "all"), default="all", help="only this set")
    parser.add_argument("--json", type=Path, help="write all figures here")
    parser.add_argument("--errors", type=Path, help="write what went wrong here, a line each")
    parser.add_argument("--markdown", action="store_true", help="tables as Markdown")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
