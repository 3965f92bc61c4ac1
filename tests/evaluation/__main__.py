"""Prints the quality of sentence splitting and of answering on the project's own texts.

python -m tests.evaluation
"""

import json
import sys
import tempfile
from collections import defaultdict
from contextlib import closing
from pathlib import Path

from rich.console import Console
from rich.table import Table

from indexes.indexing import Indexing
from indexes.serving import ServedIndex
from indexes.settings import IndexSettings
from retrieval.answer import Answer
from retrieval.answering import Answerer
from tests.evaluation import splitting

HERE = Path(__file__).parent


def right(answer: Answer, gold: str | None) -> bool:
    """The first citation holds the evidence; without any to be had, the question is refused."""
    if gold is None:
        return answer.refused
    return bool(answer.citations) and gold in answer.citations[0].text


def answering() -> Table:
    """Right answers by kind of question, over the articles of the tests."""
    rows = [json.loads(line) for line in (HERE / "questions.jsonl").read_text("utf-8").splitlines()]
    kinds: defaultdict[str, list[bool]] = defaultdict(list)
    with tempfile.TemporaryDirectory() as folder:
        settings = IndexSettings(folder=Path(folder) / "index")
        Indexing(settings).add([HERE.parent / "articles"])
        with closing(ServedIndex(settings)) as library:
            answerer = Answerer(library)
            for row in rows:
                kinds[row["kind"]].append(right(answerer.answer(row["question"]), row["gold"]))
    table = Table("kind", "questions", "right", "share", title="Answering", title_justify="left")
    kinds["all"] = [verdict for verdicts in kinds.values() for verdict in verdicts]
    for kind, verdicts in kinds.items():
        share = sum(verdicts) / len(verdicts)
        table.add_row(kind, str(len(verdicts)), str(sum(verdicts)), f"{share:.2f}")
    return table


def main() -> int:
    """Print both tables."""
    Console().print("Splitting")
    splitting.main()
    Console().print(answering())
    return 0


if __name__ == "__main__":
    sys.exit(main())
