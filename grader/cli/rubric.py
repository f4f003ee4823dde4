"""``grader rubric``: list, show and check rubrics."""

from __future__ import annotations

import click

from grader.report.numbers import marks
from grader.rubric import Rubric, default_id, find, load_rubric, shipped
from grader.rubric.lint import lint


@click.group("rubric")
def command() -> None:
    """List, show and check rubrics."""


@command.command("list")
def list_() -> None:
    """The shipped rubrics."""
    for name in shipped():
        rubric = load_rubric(name)
        default = "  (default)" if name == default_id() else ""
        click.echo(f"  {name:<24} {marks(rubric.total):>4} marks  {rubric.title}{default}")


@command.command("show")
@click.argument("name", default=default_id(), metavar="[ID|FILE]")
@click.option("--yaml", "as_yaml", is_flag=True, help="Print the file itself, to start one of your own.")
def show(name: str, as_yaml: bool) -> None:
    """A rubric in plain words."""
    rubric = load_rubric(name)
    if as_yaml:
        click.echo(find(name).read_text("utf-8"), nl=False)
        return
    click.echo(_described(rubric))


@command.command("check")
@click.argument("name", metavar="ID|FILE")
def check(name: str) -> None:
    """Read a rubric strictly and say what could trip you up."""
    rubric = load_rubric(name)
    for warning in lint(rubric):
        click.echo(f"  note: {warning}")
    rules = sum(len(criterion.rules) for criterion in rubric.criteria)
    click.echo(
        f"  {name}: good. {len(rubric.criteria)} criteria, {rules} rules, {len(rubric.points.points)} expected points, {marks(rubric.total)} marks."
    )


def _described(rubric: Rubric) -> str:
    lines = [f"  {rubric.title}  ({rubric.id}, {rubric.status})", f"  {rubric.notice}" if rubric.notice else "", ""]
    for criterion in rubric.criteria:
        lines.append(
            f"  {criterion.title}: {marks(criterion.marks)} of {marks(rubric.total)}{' (the tutor gives these marks)' if criterion.judge == 'tutor' else ''}"
        )
        weights = sum(rule.weight for rule in criterion.rules)
        for rule in criterion.rules:
            low, high = rule.bands[0], rule.bands[-1]
            lines.append(
                f"      {100 * rule.weight / weights:3.0f}%  {rule.check}: from {low[0]:g} (share {low[1]:g}) to {high[0]:g} (share {high[1]:g})"
            )
    for gate in rubric.gates:
        lines.append(
            f"  Gate {gate.id}: when {gate.when.text}, {gate.effect.replace('-', ' ')}{f' {marks(gate.to)}' if gate.effect != 'refuse' else ''}."
        )
    for penalty in rubric.penalties:
        each = f" for every {penalty.per:g}% missed, {marks(penalty.max)} at most" if penalty.per else ""
        lines.append(f"  Penalty {penalty.id}: when {penalty.when.text}, {marks(penalty.marks)} off{each}.")
    return "\n".join(line for line in lines if line or line == "")
