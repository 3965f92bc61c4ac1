"""Figures as tables to be read, or as Markdown to be pasted into a page."""

from collections.abc import Iterator, Mapping, Sequence

from rich import box
from rich.table import Table

from tests.evaluation.figures import Figures, Sections, Share


def sheets(name: str, found: Figures, *, markdown: bool = False) -> Iterator[Table]:
    """Three tables of a set: what is right, the refusal curve, the reliability."""
    style = box.MARKDOWN if markdown else box.SIMPLE_HEAD
    yield _sections(Table(title=f"Right answers: {name}", title_justify="left", box=style), found)
    yield _curve(Table(title=f"Refusal curve: {name}", title_justify="left", box=style), found)
    yield _bins(Table(title=f"Reliability: {name}", title_justify="left", box=style), found)


def contest_sheet(
    title: str, rows: Mapping[str, Mapping[str, float]], *, markdown: bool = False
) -> Table:
    """A row a system, a column a figure; a system that lacks a figure has a dash."""
    table = Table(
        title=title, title_justify="left", box=box.MARKDOWN if markdown else box.SIMPLE_HEAD
    )
    names: Sequence[str] = list(dict.fromkeys(name for row in rows.values() for name in row))
    table.add_column("system")
    for name in names:
        table.add_column(name, justify="right")
    for system, row in rows.items():
        table.add_row(system, *(f"{row[name]:.3f}" if name in row else "–" for name in names))
    return table


def _sections(table: Table, found: Figures) -> Table:
    for column in ("", "n", "right", "share", "95 %"):
        table.add_column(column, justify="left" if not column else "right")
    for title, group, share in _rows(found.sections):
        name = group if title in ("all", "kind") else f"{title}: {group}"
        spread = f"{share.low:.2f}–{share.high:.2f}"
        table.add_row(name, str(share.n), str(share.right), f"{share.share:.3f}", spread)
    return table


def _rows(sections: Sections) -> Iterator[tuple[str, str, Share]]:
    for title, groups in sections.items():
        yield from ((title, group, share) for group, share in groups.items() if share.n)


def _curve(table: Table, found: Figures) -> Table:
    for column in ("threshold", "answerable kept", "unanswerable refused", "off-topic refused"):
        table.add_column(column, justify="right")
    for level in found.curve:
        kept, refused = level.answerable_kept, level.unanswerable_refused
        shares = (kept, refused, level.off_topic_refused)
        table.add_row(f"{level.threshold:.1f}", *(f"{share:.2f}" for share in shares))
    return table


def _bins(table: Table, found: Figures) -> Table:
    for column in ("confidence", "n", "mean", "answerable", "answered", "first right"):
        table.add_column(column, justify="right")
    for each in found.reliability:
        table.add_row(
            f"{each.low:.1f}–{each.high:.1f}",
            str(each.n),
            f"{each.confidence:.2f}",
            f"{each.answerable:.2f}",
            str(each.answered),
            f"{each.right:.2f}" if each.answered else "–",
        )
    return table
