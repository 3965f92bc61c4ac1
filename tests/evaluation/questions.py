"""The sets of questions, each beside its articles: what is asked, and what would answer it."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
SETS = ("development", "heldout", "later", "first")
FOLDERS = (
    HERE / "development" / "articles",
    HERE / "heldout" / "articles",
    HERE / "later" / "articles",
    HERE.parent / "articles",  # those of the first set
    ROOT / "articles",
)


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with the sentences that answer it: any of them, or `every` one.

    `followup_of` is asked before it in the same conversation; `articles` are all that the
    sentences may stand in, where more than one tells.
    """

    id: str
    language: str
    kind: str
    question: str
    gold: tuple[str, ...]
    every: bool
    answerable: bool
    followup_of: str | None
    article: str | None
    articles: tuple[str, ...] = ()

    @classmethod
    def of(cls, row: dict[str, Any]) -> Self:
        """The question in a row of a file."""
        return cls(
            id=row["id"],
            language=row["language"],
            kind=row["kind"],
            question=row["question"],
            gold=tuple(row["gold"] or ()),
            every=bool(row.get("all")),
            answerable=row["answerable"],
            followup_of=row["followup_of"],
            article=row["article"],
            articles=tuple(row.get("articles") or ()),
        )

    @property
    def told_by(self) -> frozenset[str]:
        """The articles that a right citation may come from; none means any."""
        return frozenset(filter(None, (self.article, *self.articles)))

    @property
    def refusable(self) -> bool:
        """Whether only a refusal is right: the articles do not tell, and nothing to correct."""
        return not self.answerable and self.kind != "false-premise"


def read(name: str) -> list[Asked]:
    """The questions of a set, in the order of its file."""
    return read_file(HERE / name / "questions.jsonl")


def read_file(path: Path) -> list[Asked]:
    """The questions of a file; an error where ids repeat or a parent is not among them."""
    lines = path.read_text("utf-8").splitlines()
    found = [Asked.of(json.loads(line)) for line in lines if line.strip()]
    ids = {each.id for each in found}
    if len(ids) < len(found):
        raise ValueError(f"{path}: two questions have the same id")
    if lost := [each.id for each in found if each.followup_of and each.followup_of not in ids]:
        raise ValueError(f"{path}: what comes before is missing: {', '.join(lost)}")
    return found
