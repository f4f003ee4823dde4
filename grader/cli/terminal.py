"""What the commands print: calm, aligned, coloured only on a terminal."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Sequence
from pathlib import Path
from statistics import median

import click

from grader.outcome import Row
from grader.report.numbers import marks, worth
from grader.result import CriterionResult, Result

_BAR = 20


def summary(result: Result, report: Path) -> str:
    """One essay's outcome in a dozen lines."""
    essay = result.essay
    lines = ["", click.style(f"  {essay.name}", bold=True) + f"   {essay.words:,} words   {result.rubric.title}"]
    if result.marks is not None and result.range is not None:
        low, high = result.range
        total = click.style(f"{marks(result.marks)} of {marks(result.out_of)}", bold=True)
        lines.append(f"  {total}   {result.band}   likely {marks(low)} to {marks(high)}   provisional")
    else:
        lines.append(
            f"  {marks(result.subtotal)} of {marks(result.out_of)} so far; part of the marks is still to be given"
        )
    lines += ["", *map(_criterion, result.criteria)]
    if result.actions:
        lines += ["", "  What to do next"]
        for number, action in enumerate(result.actions, 1):
            where = f"  (line {', '.join(str(place.line) for place in action.where)})" if action.where else ""
            lines.append(f"  {number}. {action.what}, worth about {worth(action.worth)}{where}")
    notes = [flag.say for flag in result.flags]
    lines += ["", *(f"  {note}" for note in _wrapped(notes)), *([""] if notes else []), f"  Report: {report}", ""]
    return "\n".join(lines)


def _criterion(one: CriterionResult) -> str:
    title = one.title if len(one.title) <= 26 else one.title[:25] + "…"
    if one.marks is None:
        return f"  {title:<26} {'':<{_BAR}}    –     of {marks(one.out_of):<4} {one.state}"
    share = one.marks / one.out_of if one.out_of else 0.0
    full = round(share * _BAR)
    bar = _block("█") * full + _block("░") * (_BAR - full)
    level = one.level.title if one.level else ""
    return f"  {title:<26} {bar} {marks(one.marks):>5} of {marks(one.out_of):<4} {level}"


def _block(char: str) -> str:
    """The bar's character, or a plain one where the terminal cannot write it."""
    try:
        char.encode(sys.stdout.encoding or "ascii")
    except UnicodeEncodeError:
        return {"█": "#", "░": "."}[char]
    return char


def _wrapped(notes: Sequence[str]) -> list[str]:
    from textwrap import wrap

    width = min(shutil.get_terminal_size().columns, 100) - 4
    return [line for note in notes for line in wrap(note, width, subsequent_indent="  ")]


def class_summary(rows: Sequence[Row], index: Path) -> str:
    """A folder's outcome: every script with its marks, then where the list is."""
    width = max((len(row.name) for row in rows), default=0)
    lines = ["", *(f"  {row.name:<{width}}  {_listed(row)}" for row in rows)]
    given = [row for row in rows if row.marks is not None]
    lines += ["", f"  {len(given)} of {len(rows)} marked{_middle(given)}", f"  List: {index}", ""]
    return "\n".join(lines)


def _listed(row: Row) -> str:
    if row.marks is not None:
        return f"{marks(row.marks):>5} of {marks(row.out_of):<4} {row.band}"
    if row.result is None or row.result.refused:
        return "    – not marked"
    return f"{marks(row.result.subtotal):>5} of {marks(row.out_of):<4} so far; part of the marks is still to be given"


def _middle(given: Sequence[Row]) -> str:
    """The median, where all marks are out of the same total: half of 10 is not half of 20."""
    totals = sorted({row.out_of for row in given})
    if not totals:
        return ""
    if len(totals) > 1:
        return f"; no median, for they are out of different totals ({', '.join(map(marks, totals))})"
    return f", median {marks(median(row.marks for row in given if row.marks is not None))}"


class Progress:
    """A line on stderr that counts files, on a terminal only."""

    def __init__(self, total: int) -> None:
        self.total = total
        self.done = 0
        self.shown = sys.stderr.isatty()
        self._show("")

    def step(self, name: str) -> None:
        """One file more is done."""
        self.done += 1
        self._show(name)

    def _show(self, name: str) -> None:
        if self.shown:
            line = f"  {self.done} of {self.total}  {name}"[: shutil.get_terminal_size().columns - 1]
            click.echo(f"\r\033[K{line}", err=True, nl=False)

    def end(self) -> None:
        """Takes the line away."""
        if self.shown:
            click.echo("\r\033[K", err=True, nl=False)
