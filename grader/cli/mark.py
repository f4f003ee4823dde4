"""``grader mark``: one essay, or every essay in a folder."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

import click

from grader import engines
from grader.batch import FORMATS, Job, Script, find, mark_file, mark_files
from grader.cli import complain, terminal
from grader.errors import OutputError
from grader.files import make_folder, shown, write
from grader.outcome import Row
from grader.ownwords import read_words, user_words
from grader.rubric import default_id, load_points, load_rubric
from grader.sources import read_sources


def _formats(ctx: click.Context, param: click.Parameter, value: str) -> tuple[str, ...]:
    chosen = tuple(dict.fromkeys(part.strip().lower() for part in value.split(",") if part.strip()))
    if not chosen or any(part not in FORMATS for part in chosen):
        raise click.BadParameter(f"{value!r}: give {' or '.join(FORMATS)}, or both with a comma")
    return chosen


def _question(ctx: click.Context, param: click.Parameter, value: str) -> str:
    try:
        value.encode()
    except UnicodeEncodeError:
        raise click.BadParameter("not text in the terminal's encoding; put it into the essay's “Q.” line") from None
    return value


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
    callback=_question,
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
@click.option(
    "--words", "words_file", type=click.Path(path_type=Path), metavar="FILE", help="Words that are right, one a line."
)
@click.option(
    "--sources",
    "source_files",
    multiple=True,
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="A text to hold the answers against (a model answer, a reading); may be given several times. "
    "Prose in its words is shown and earns nothing.",
)
@click.option(
    "--language",
    type=click.Choice(engines.LANGUAGES),
    help="The spelling that is suggested (else the rubric's).",
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
    words_file: Path | None,
    source_files: tuple[Path, ...],
    language: str | None,
    open_report: bool,
) -> None:
    """Mark an essay, or every essay in a folder.

    Reads .txt, .md, .docx, .odt, .rtf, .html and .pdf. Writes a report (HTML) and the result (JSON) for each; for a folder also index.html and class.csv.

    Exit codes, for one file and for many: 0 all marked; 1 a file could not be read, marked or written; 2 the call, the
    rubric or the output folder is wrong; 130 stopped by Ctrl-C.
    """
    rubric = load_rubric(rubric_name)
    points = load_points(points_file) if points_file else None
    words = user_words() | (read_words(words_file) if words_file else frozenset())
    sources = read_sources(source_files)
    scripts, notes = find(paths, out)
    if all(script.error for script in scripts):
        for script in scripts:
            complain(script.error)
        ctx.exit(1)
    make_folder(out)
    engines.make(engine, language or rubric.language)  # an engine that cannot run is said before anything is marked
    job = Job(rubric, out, formats, question, points, engine, words, language or "", sources)
    for note in notes:
        complain(f"note: {note}")
    single = len(paths) == 1 and not os.path.isdir(paths[0])
    code, opened = _one(scripts[0], job) if single else _many(scripts, _title(paths, scripts), job)
    for reason in engines.given_up():
        complain(f"note: {reason}; what came after was marked without it")
    if open_report and opened:
        click.launch(str(opened.resolve()))
    ctx.exit(code)


def _one(script: Script, job: Job) -> tuple[int, Path | None]:
    """Marks one essay; gives the exit code and the report."""
    done = mark_file(script, job)
    report = job.out / done.report if done.report else None
    if done.result and report and not done.result.refused:
        click.echo(terminal.summary(done.result, report))
    failure = _failure(script, done, report)
    if failure:
        complain(failure)
    return int(bool(failure)), report


def _many(scripts: Sequence[Script], title: str, job: Job) -> tuple[int, Path | None]:
    """Marks every essay and writes the list; gives the exit code and the list."""
    rows, interrupted = _marked(scripts, job)
    index = job.out / "index.html"
    failures = [_failure(script, row, job.out / row.report) for script, row in zip(scripts, rows, strict=False)]
    if rows:  # where nothing was done, an earlier list stays
        failures += _write_lists(rows, title, job, interrupted)
        click.echo(terminal.class_summary(rows, index))
    for failure in filter(None, failures):
        complain(failure)
    if interrupted:
        complain(f"stopped after {len(rows)} of {len(scripts)}; what was written so far is whole, in {job.out}")
        return 130, None
    return int(any(failures)), index if index.exists() else None


def _marked(scripts: Sequence[Script], job: Job) -> tuple[list[Row], bool]:
    """The rows of what was marked, and whether it was stopped before the end."""
    rows: list[Row] = []
    progress = terminal.Progress(len(scripts))
    try:
        for done in mark_files(scripts, job):
            rows.append(done)
            progress.step(done.name)
    except KeyboardInterrupt:
        return rows, True
    finally:
        progress.end()
    return rows, False


def _failure(script: Script, row: Row, report: Path | None) -> str:
    """Why a script is not marked, in the same words for one and for many; empty when it is."""
    if row.result is None:
        return f"{shown(script.path)}: {row.error}"
    if row.result.refused:
        return f"{shown(script.path)}: not marked. {row.error} What was seen is in {report}"
    if row.result.needs_a_person:
        return f"{shown(script.path)}: not all of it could be marked. {row.result.needs_a_person[0]}"
    return ""


def _title(paths: Sequence[Path], scripts: Sequence[Script]) -> str:
    return shown(paths[0].resolve().name) if len(paths) == 1 else f"{len(scripts)} scripts"


def _write_lists(rows: Sequence[Row], title: str, job: Job, interrupted: bool) -> list[str]:
    """Writes the index and the class list; gives what could not be written, for the reports themselves stand."""
    from grader.exports.classlist import to_csv
    from grader.report import render_index

    page = render_index(rows, rubric=job.rubric.title, folder=title, interrupted=interrupted)
    table = to_csv(rows)
    failures = []
    for name, text in (("index.html", page), ("class.csv", "\ufeff" + table)):  # by its mark spreadsheets know UTF-8
        try:
            write(job.out / name, text.encode())
        except OutputError as error:
            failures.append(str(error))
    return failures
