"""Kutip beside its peers on public data: the figures of the retrieval experiments.

python -m tests.evaluation.contest --data DATA [--split valid|test] [--most N] [--without NAME]
"""

import argparse
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np
from rich.console import Console

from indexes.training.reading_comprehension import Question
from tests.evaluation import peers
from tests.evaluation.contenders import Choice, Contender, Kutip
from tests.evaluation.corpus import Corpus, Task, read, several
from tests.evaluation.sheets import contest_sheet

Row = dict[str, float]
Rows = dict[str, Row]


def place(found: Sequence[str], gold: str) -> float:
    """Where the right text stands, from 1; infinite where it is not among the found."""
    return found.index(gold) + 1 if gold in found else np.inf


def recalls(places: Sequence[float], *, unit: str, at: Sequence[int]) -> Row:
    """The shares of the questions whose text is among so many first ones."""
    table = np.array(places)
    return {f"{unit} R@{limit}": float((table <= limit).mean()) for limit in at}


def auc(strong: Sequence[float], weak: Sequence[float]) -> float:
    """The chance that one of the strong is above one of the weak; equals count half."""
    table = np.array(strong)[:, None] - np.array(weak)[None, :]
    return float((table > 0).mean() + (table == 0).mean() / 2)


def searching(contender: Contender, questions: Sequence[Question]) -> Row:
    """Sentences and passages found in the whole corpus."""
    gold = [(each.text, each.sentences[each.answer], each.passage) for each in questions]
    sentences = [place(contender.sentences(text), sentence) for text, sentence, _ in gold]
    passages = [place(contender.passages(text), passage) for text, _, passage in gold]
    return {
        **recalls(sentences, unit="sentence", at=(1, 5, 10)),
        "MRR@10": float((1 / np.array(sentences)).mean()),
        **recalls(passages, unit="passage", at=(1, 10)),
    }


def choosing(contender: Contender, questions: Sequence[Question]) -> float | None:
    """How often the right sentence of the given passage comes first, where there are several."""
    right = []
    for each in several(questions):
        choice = contender.within(each.text, each.passage)
        if choice is None:
            return None
        right.append(choice.sentence == each.sentences[each.answer])
    return float(np.mean(right))


def refusing(contender: Contender, task: Task, wrong: Sequence[str]) -> Row:
    """How well strength tells what a passage answers from what it, or the nearest, does not."""
    own = _strengths(contender, [(each.text, each.passage) for each in task.idk_mrc])
    vain = _strengths(contender, [(each.text, each.passage) for each in task.vain])
    other = list(zip((each.text for each in task.idk_mrc), wrong, strict=bool(wrong)))
    row = {"AUC": auc(own, vain)}
    return row | {"AUC nearest wrong": auc(own, _strengths(contender, other))} if wrong else row


def contest(task: Task, chosen: Sequence[str]) -> Iterator[tuple[str, Rows]]:
    """The tables, each a row a contender."""
    tables: dict[str, Rows] = {}
    wrong = _nearest_wrong(task)
    with Kutip.open(task.corpus) as kutip:
        for name, contender in [("Kutip", kutip), *peers.peers(task.corpus, chosen)]:
            for title, row in _figures(contender, task, wrong):
                tables.setdefault(title, {})[name] = row
    title = f"IDK-MRC: answerable or not ({len(task.idk_mrc)} and {len(task.vain)})"
    # whoever is below this has shown nothing on this set: typing alone tells as much
    tables.setdefault(title, {})["control: how it is typed"] = {
        "AUC": auc(task.control.answerable, task.control.vain)
    }
    yield from tables.items()
    yield f"English to Indonesian news ({len(task.pairs)} pairs)", dict(_crossing(task, chosen))


def _figures(contender: Contender, task: Task, wrong: Sequence[str]) -> Iterator[tuple[str, Row]]:
    choice: Row = {}
    for name, questions in (("IDK-MRC", task.idk_mrc), ("FacQA", task.facqa)):
        yield f"{name}: the whole corpus ({len(questions)})", searching(contender, questions)
        share = choosing(contender, questions)
        if share is not None:
            choice[f"{name} ({len(several(questions))})"] = share
    if choice:
        yield "Top-1 sentence of the given passage, where it has several", choice
        title = f"IDK-MRC: answerable or not ({len(task.idk_mrc)} and {len(task.vain)})"
        yield title, refusing(contender, task, wrong)


def _crossing(task: Task, chosen: Sequence[str]) -> Iterator[tuple[str, Row]]:
    corpus = Corpus.of(pair.indonesian for pair in task.pairs)
    with Kutip.open(corpus) as kutip:
        for name, contender in [("Kutip", kutip), *peers.peers(corpus, chosen)]:
            places = [place(contender.passages(p.english), p.indonesian) for p in task.pairs]
            yield name, recalls(places, unit="translation", at=(1, 10))


def _strengths(contender: Contender, asked: Sequence[tuple[str, str]]) -> list[float]:
    choices = (contender.within(question, passage) for question, passage in asked)
    return [(choice or Choice("", 0.0)).strength for choice in choices]


def _nearest_wrong(task: Task) -> list[str]:
    """For each question of IDK-MRC the passage that shares most words and is not its own."""
    if peers.missing(peers.STEMMED):
        return []
    search = peers.nearest(task.corpus)
    return [
        next(passage for passage in search.passages(each.text) if passage != each.passage)
        for each in task.idk_mrc
    ]


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the tables; the peers that are not installed are named."""
    given = _given(arguments)
    console = Console(width=200 if given.markdown else 120)
    chosen = [name for name in peers.NEEDS if not name.startswith(tuple(given.without))]
    for name in chosen:
        if lacking := peers.missing(name):
            sys.stderr.write(f"Left out: {name}. No {', '.join(lacking)}; {peers.INSTALL[name]}\n")
    tables: Mapping[str, Rows] = dict(contest(read(given.data, given.split, given.most), chosen))
    for title, rows in tables.items():
        sheet = contest_sheet(f"{given.split}, {title}", rows, markdown=given.markdown)
        console.print(sheet)
    if given.json:
        given.json.write_text(json.dumps(tables, indent=1, ensure_ascii=False) + "\n", "utf-8")
    return 0


def _given(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.evaluation.contest", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder with qa/ and parallel/")
    parser.add_argument("--split", choices=("valid", "test"), default="valid")
    parser.add_argument("--most", type=int, help="only so many questions of each set, to try")
    parser.add_argument("--without", action="append", default=[], help="peers left out, by name")
    parser.add_argument("--json", type=Path, help="write all figures here")
    parser.add_argument("--markdown", action="store_true", help="tables as Markdown")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
