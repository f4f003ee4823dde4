"""``grader mark``: one essay, or every essay in a folder."""

from __future__ import annotations

from pathlib import Path

import click

from grader import engines
from grader.batch import FORMATS, Job, essays_in, mark_file, mark_files
from grader.cli import terminal
from grader.errors import InputError
from grader.files import make_folder, write
from grader.outcome import Row
from grader.rubric import default_id, load_points, load_rubric


def _formats(ctx: click.Context, param: click.Parameter, value: str) -> tuple[str, ...]:
    chosen = tuple(dict.fromkeys(part.strip().lower() for part in value.split(",") if part.strip()))
    if not chosen or any(part not in FORMATS for part in chosen):
        raise click.BadParameter(f"{value!r}: give {' or '.join(FORMATS)}, or both with a comma")
    return chosen


@click.command("mark")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="ESSAY|FOLDER...")
@click.option(
    "--rubric",
    "rubric_name",
    default=default_id(),
    show_default=True,
    metavar="ID|FILE",
    help="The rubric: a shipped id or a YAML file.",
)
@click.option(
    "--question",
    default="",
    metavar="TEXT",
    help="The question asked (else the points file's, the rubric's, or the essay's “Q.” line).",
)
@click.option(
    "--points", "points_file", type=click.Path(path_type=Path), metavar="FILE", help="Expected points (YAML)."
)
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    default=Path("reports"),
    show_default=True,
    metavar="DIR",
    help="Where to write.",
)
@click.option(
    "--format",
    "formats",
    default=",".join(FORMATS),
    show_default=True,
    callback=_formats,
    metavar="LIST",
    help="What to write: html, json.",
)
@click.option(
    "--engine", default="auto", show_default=True, type=click.Choice(engines.NAMES), help="The language engine."
)
@click.option("--open", "open_report", is_flag=True, help="Open the report in the browser.")
@click.pass_context
def command(
    ctx: click.Context,
    paths: tuple[Path, ...],
    rubric_name: str,
    question: str,
    points_file: Path | None,
    out: Path,
    formats: tuple[str, ...],
    engine: str,
    open_report: bool,
) -> None:
    """Mark an essay (.txt, .md), or every essay in a folder.

    Writes a report (HTML) and the result (JSON) for each; for a folder also index.html and class.csv.
    """
    rubric = load_rubric(rubric_name)
    points = load_points(points_file) if points_file else None
    missing = [path for path in paths if not path.exists()]
    if missing:
        raise InputError(f"{missing[0]}: no such file or folder; check the name")
    make_folder(out)
    job = Job(rubric, out, formats, question, points, engines.make(engine, rubric.language))
    single = len(paths) == 1 and not paths[0].is_dir()
    opened = _one(ctx, paths[0], job) if single else _many(ctx, paths, job)
    if open_report and opened:
        click.launch(str(opened.resolve()))


def _one(ctx: click.Context, path: Path, job: Job) -> Path | None:
    done = mark_file(path, path.stem, job)
    if done.result is None:
        raise InputError(done.error)
    report = job.out / done.report
    if done.error:
        click.echo(f"grader: {path}: not marked. {done.error} What was seen is in {report}", err=True)
        ctx.exit(1)
    click.echo(terminal.summary(done.result, report))
    return report


def _many(ctx: click.Context, paths: tuple[Path, ...], job: Job) -> Path | None:
    files = [file for path in paths for file in (essays_in(path) if path.is_dir() else [path])]
    rows: list[Row] = []
    interrupted = False
    progress = terminal.Progress(len(files))
    try:
        for done in mark_files(files, job):
            rows.append(done)
            progress.step(done.name)
    except KeyboardInterrupt:
        interrupted = True
    progress.end()
    index = _write_lists(rows, paths, job, interrupted)
    click.echo(terminal.class_summary(rows, index))
    for failed in (done for done in rows if done.marks is None):
        click.echo(f"grader: {failed.error or failed.name + ': not all criteria could be marked'}", err=True)
    if interrupted:
        click.echo(
            f"grader: stopped after {len(rows)} of {len(files)}; what was written so far is whole, in {job.out}",
            err=True,
        )
        ctx.exit(130)
    if any(done.marks is None for done in rows):
        ctx.exit(1)
    return index


def _write_lists(rows: list[Row], paths: tuple[Path, ...], job: Job, interrupted: bool) -> Path:
    from grader.exports.classlist import to_csv
    from grader.report import render_index

    name = paths[0].resolve().name if len(paths) == 1 else f"{len(rows)} scripts"
    index = job.out / "index.html"
    write(index, render_index(rows, rubric=job.rubric.title, folder=name, interrupted=interrupted).encode())
    write(
        job.out / "class.csv", ("\ufeff" + to_csv(rows)).encode()
    )  # the byte order mark: spreadsheets then read UTF-8
    return index
