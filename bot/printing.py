"""The report of the bot, for people and for programs."""

import json

import typer

from bot.report import Report


def print_report(report: Report, *, as_json: bool) -> None:
    """Lines for people, or one JSON object."""
    if as_json:
        typer.echo(json.dumps(report.record(), ensure_ascii=False, indent=1))
        return
    typer.echo("\n".join(lines(report)))


def lines(report: Report) -> list[str]:
    """The report, a fact a line."""
    since = report.since.strftime("%Y-%m-%d %H:%M UTC")
    told = [f"{report.questions} questions since {since}, {report.refusals} refused"]
    told += [
        f"{outcome.number:8}  {outcome.status}{f': {outcome.reason}' if outcome.reason else ''}"
        for outcome in report.outcomes
    ]
    told.append(f"Thumbs up {report.up}, down {report.down}")
    told.append(f"Found in {report.p50:.3f} s (median), {report.p95:.3f} s (p95)")
    if report.nearest:
        told.append("Refused questions came nearest to:")
        told += [f"{nearest.number:8}  {nearest.article}" for nearest in report.nearest]
    if report.refused:
        told.append("Refused questions, the newest first:")
        told += [f"  {' '.join(question.split())}" for question in report.refused]
    return told
