"""Prints the quality of sentence splitting and of answering.

python -m tests.evaluation [--set NAME] [--questions FILE] [--errors] [--guard | --accept]
python -m tests.evaluation --data DATA [--split valid|test]
"""

import argparse
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from rich.console import Console

from tests.evaluation import contest, guard, splitting
from tests.evaluation.asking import Verdict, ask, library
from tests.evaluation.questions import SETS, read, read_file
from tests.evaluation.tables import by_kind, figures, refusal_curve, reliability


def main() -> int:
    """Print what was asked for; 1 where the guard found something worse."""
    if "--data" in sys.argv:
        return contest.main()
    given = _given()
    console = Console()
    if given.set is None and given.questions is None:
        console.print("Splitting")
        splitting.main()
    verdicts = _asked([given.set] if given.set else SETS, given.questions)
    for name, some in verdicts.items():
        console.print(by_kind(name, some))
        for label, figure in figures(some).items():
            console.print(f"{label}: {figure:.2f}")
        if given.errors and name != "heldout":
            _print_errors(console, some)
    every = [verdict for some in verdicts.values() for verdict in some]
    console.print(refusal_curve(every), reliability(every))
    if given.accept:
        guard.accept(verdicts)
    worse = list(guard.fallen(verdicts)) if given.guard else []
    for line in worse:
        console.print(f"Worse than tests/evaluation/baseline.json: {line}")
    return 1 if worse else 0


def _given() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.evaluation", description=__doc__)
    parser.add_argument("--set", choices=SETS, help="only this set")
    parser.add_argument("--questions", type=Path, help="a file in the same form, on articles here")
    parser.add_argument("--errors", action="store_true", help="what went wrong, but never heldout")
    parser.add_argument("--guard", action="store_true", help="fail where the baseline was better")
    parser.add_argument("--accept", action="store_true", help="make these figures the baseline")
    return parser.parse_args()


def _asked(names: Sequence[str], file: Path | None) -> dict[str, list[Verdict]]:
    sets = {file.stem: read_file(file)} if file else {name: read(name) for name in names}
    with tempfile.TemporaryDirectory() as folder, library(Path(folder) / "index") as served:
        return {name: list(ask(served, questions)) for name, questions in sets.items()}


def _print_errors(console: Console, verdicts: Sequence[Verdict]) -> None:
    for verdict in verdicts:
        if not verdict.right:
            cited = [citation.text for citation in verdict.answer.citations][:1]
            console.print(
                f"{verdict.asked.id} {verdict.asked.question}\n  wanted {verdict.asked.gold[:1]}"
                f"\n  got {verdict.answer.reason or cited}"
            )


if __name__ == "__main__":
    sys.exit(main())
