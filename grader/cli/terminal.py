"""What the commands print: calm, aligned, coloured only on a terminal."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Sequence
from pathlib import Path
from statistics import median

import click

from grader.outcome import Row
from grader.report import total
from grader.report.numbers import count, cut, marks, worth
from grader.report.words import STATES
from grader.result import Action, CriterionResult, Result

_BAR = 20
_TITLE = 26
_NAME = 48  # longer names are cut: a table that wraps cannot be read


def summary(result: Result, report: Path) -> str:
    """One essay's outcome in a dozen lines."""
    essay = result.essay
    name = click.style(f"  {cut(essay.name, _NAME)}", bold=True)
    lines = ["", f"{name}   {count(essay.words, 'word')}   {cut(result.rubric.title, _NAME)}", _outcome(result)]
    lines += ["", *map(_criterion, result.criteria), *_sum(result)]
    if result.actions:
        lines += ["", "  What to do next"]
        for number, action in enumerate(result.actions, 1):
            lines.append(f"  {number}. {action.what}, worth about {worth(action.worth)}{_where(action)}")
    notes = [flag.say for flag in result.flags]
    lines += ["", *(f"  {note}" for note in _wrapped(notes)), *([""] if notes else []), f"  Report: {report}", ""]
    return "\n".join(lines)


def _outcome(result: Result) -> str:
    if result.refused:
        return "  not marked"
    if result.marks is None or result.range is None:
        return f"  {marks(result.subtotal)} of {marks(result.out_of)} so far; part of the marks is still to be given"
    low, high = result.range
    total = click.style(f"{marks(result.marks)} of {marks(result.out_of)}", bold=True)
    return f"  {total}   {result.band}   likely {marks(low)} to {marks(high)}   provisional"


def _criterion(one: CriterionResult) -> str:
    title = cut(one.title, _TITLE)
    if one.marks is None:
        return f"  {title:<{_TITLE}} {'':<{_BAR}}    –     of {marks(one.out_of):<4} {STATES[one.state]}"
    share = one.marks / one.out_of if one.out_of else 0.0
    full = round(share * _BAR)
    bar = _block("█") * full + _block("░") * (_BAR - full)
    level = (one.level.title if one.level else "") + (f" (capped: {one.capped_by})" if one.capped_by else "")
    return f"  {title:<{_TITLE}} {bar} {marks(one.marks):>5} of {marks(one.out_of):<4} {level}"


def _sum(result: Result) -> list[str]:
    """What leads from the criteria's marks to the total, so that the screen adds up."""
    wide = _TITLE + 1 + _BAR
    return [f"  {cut(step.label, wide):<{wide}} {step.marks.replace('−', '-'):>5}" for step in total.steps(result)]


def _where(action: Action) -> str:
    if not action.where:
        return ""
    lines = [str(place.line) for place in action.where]
    return f"  (line{'s' * (len(lines) > 1)} {', '.join(lines)})"


def _block(char: str) -> str:
    """The bar's character, or a plain one where the terminal cannot write it."""
    try:
        char.encode((sys.stdout and sys.stdout.encoding) or "ascii")
    except UnicodeEncodeError:
        return {"█": "#", "░": "."}[char]
    return char


def _wrapped(notes: Sequence[str]) -> list[str]:
    from textwrap import wrap

    width = min(shutil.get_terminal_size().columns, 100) - 4
    return [line for note in notes for line in wrap(note, width, subsequent_indent="  ")]


def class_summary(rows: Sequence[Row], index: Path) -> str:
    """A folder's outcome: every script with its marks, then where the list is."""
    width = min(_NAME, max((len(row.name) for row in rows), default=0))
    lines = ["", *(f"  {cut(row.name, width):<{width}}  {_listed(row)}" for row in rows)]
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
        self.shown = bool(sys.stderr and sys.stderr.isatty())
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
