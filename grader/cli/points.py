"""``grader points``: expected points drafted from sources, and a second look at those in a file."""

from __future__ import annotations

import os
from pathlib import Path

import click

from grader.drafting import Source, draft, review, to_yaml
from grader.errors import InputError, OutputError
from grader.facts.question import copied_question
from grader.files import shown, write
from grader.readers import read
from grader.report.numbers import count
from grader.rubric import PointSet, load_either, point_lines


@click.group("points")
def command() -> None:
    """Draft expected points from model answers, and check a file of them."""


@command.command("draft")
@click.argument(
    "sources", nargs=-1, required=True, type=click.Path(path_type=Path, readable=False), metavar="SOURCE..."
)
@click.option("--question", default="", metavar="TEXT", help="The question (else the first “Q.” line in the sources).")
@click.option(
    "-o",
    "--out",
    type=click.Path(path_type=Path, readable=False),
    metavar="FILE",
    help="Where to write (else to the screen).",
)
@click.option("--force", is_flag=True, help="Write over a file that is there.")
def draft_(sources: tuple[Path, ...], question: str, out: Path | None, force: bool) -> None:
    """Propose expected points from model answers, outlines and readings.

    Takes headings and the sentences that argue, puts together what several sources say, and writes a points file with
    comments on where each comes from. It is a draft to edit before it is used with 'grader mark --points'.
    """
    if out is not None:
        _check_place(out, sources, force)
    essays = [Source(shown(path), read(path)) for path in dict.fromkeys(sources)]
    question = " ".join(question.split()) or next(filter(None, (copied_question(one.essay) for one in essays)), "")
    if not question:
        raise click.UsageError("no question: give it with --question, or put it into a source's first line (“Q. ...”)")
    found = draft(essays, shown(question))
    if not found.points:
        raise InputError(
            "no heading and no sentence that makes a claim in these sources; add a model answer or an outline"
        )
    text = to_yaml(found)
    if out is None:
        click.echo(text, nl=False)
    else:
        write(out, text.encode())
    said = f"{count(len(found.points), 'point')} from {count(len(essays), 'source')}"
    left = f"; {len(found.left_out)} left out" if found.left_out else ""
    place = f" in {shown(out)}" if out is not None else ""
    click.echo(f"  {said}{left}{place}. A draft: edit it, then run 'grader points check'.", err=True)


def _check_place(out: Path, sources: tuple[Path, ...], force: bool) -> None:
    """Refuses a place that holds something or can hold nothing.

    Raises:
        OutputError: it is a folder or in none that can be written in, one of the sources, or a file that is not to be
            written over.
    """
    label = shown(out)
    if out.is_dir():
        raise OutputError(f"{label}: a folder; give -o the name of a file")
    if any(os.path.abspath(out) == os.path.abspath(path) or _same(out, path) for path in sources):
        raise OutputError(f"{label}: one of the sources; give -o another name")
    folder = out.parent
    if not folder.is_dir():
        raise OutputError(f"{label}: there is no folder {shown(folder)}; make it, or give -o another place")
    if not os.access(folder, os.W_OK | os.X_OK):
        raise OutputError(f"{label}: nothing can be written in {shown(folder)}; give -o another place")
    if os.path.lexists(out) and not force:
        raise OutputError(f"{label}: there is such a file; give -o another name, or write over it with --force")


def _same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except (OSError, ValueError):
        return False


@command.command("check")
@click.argument("name", metavar="FILE")
def check(name: str) -> None:
    """Look over the points of a points file or rubric: doubles, vague and overfull points, aliases that mislead.

    What is found is advice; every point in it can be marked by.
    """
    found = load_either(name)
    expected, question = (found, found.question) if isinstance(found, PointSet) else (found.points, found.question)
    kind = "a points file" if isinstance(found, PointSet) else "a rubric"
    if not expected.points:
        click.echo(f"  {name}: a rubric without expected points; there is nothing to look over.")
        return
    remarks = review(expected, point_lines(name), question)
    for remark in remarks:
        click.echo(f"  note: line {remark.line}: point {remark.point!r} {remark.what}; {remark.todo}")
    said = count(len(remarks), "note") if remarks else "nothing to mend"
    click.echo(f"  {name}: {kind}, {count(len(expected.points), 'expected point')}, {said}.")
