"""``grader mark``: one essay, or every essay in a folder."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

import click

from grader import engines
from grader.batch import (
    FORMATS,
    LISTS,
    Job,
    Script,
    earlier,
    few,
    find,
    keep_inputs,
    listed,
    mark_file,
    mark_files,
    renamed,
)
from grader.cli import complain, terminal
from grader.errors import OutputError
from grader.files import make_folder, shown, write
from grader.key import Key, make_key, others
from grader.outcome import Row
from grader.ownwords import read_words, user_words
from grader.roster import Roster, read_roster, remarks
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
        raise click.BadParameter("not text in the terminal's encoding; put it into the essay's first line") from None
    return value


@click.command("mark")
@click.argument(
    "paths", nargs=-1, required=True, type=click.Path(path_type=Path, readable=False), metavar="ESSAY|FOLDER..."
)
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
    help="The question asked (else the points file's, the rubric's, or the essay's first line).",
)
@click.option(
    "--points",
    "points_file",
    type=click.Path(path_type=Path, readable=False),
    metavar="FILE",
    help="Expected points (YAML).",
)
@click.option(
    "--out",
    type=click.Path(path_type=Path, readable=False),
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
    "--words",
    "words_file",
    type=click.Path(path_type=Path, readable=False),
    metavar="FILE",
    help="Words that are right, one a line.",
)
@click.option(
    "--sources",
    "source_files",
    multiple=True,
    type=click.Path(path_type=Path, readable=False),
    metavar="FILE",
    help="A text to hold the answers against (a model answer, a reading); may be given several times. "
    "Prose in its words is shown and earns nothing.",
)
@click.option(
    "--language",
    type=click.Choice(engines.LANGUAGES),
    help="The spelling that is suggested (else the rubric's).",
)
@click.option(
    "--roster",
    "roster_file",
    type=click.Path(path_type=Path, readable=False),
    metavar="FILE",
    help="The class list (CSV): columns headed file, name, id, or the like.",
)
@click.option(
    "--anonymous",
    is_flag=True,
    help="Blind marking: scripts are numbered and names kept out of all reports; key.csv leads back.",
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
    roster_file: Path | None,
    anonymous: bool,
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
    roster = read_roster(roster_file) if roster_file else None
    scripts, notes = find(paths, out)
    if all(script.error for script in scripts):
        for script in scripts:
            complain(script.error)
        ctx.exit(1)
    make_folder(out)
    engines.make(engine, language or rubric.language)  # an engine that cannot run is said before anything is marked
    job = Job(rubric, out, formats, question, points, engine, words, language or "", sources, roster, anonymous)
    if roster:
        scripts, unclear = listed(scripts, roster)
        notes += [*roster.notes, *unclear]
    single = len(paths) == 1 and not os.path.isdir(paths[0])
    read = [path for path in (points_file, words_file, roster_file, *source_files) if path]
    key = make_key([script.path for script in scripts], out) if anonymous else None
    if key:
        scripts = renamed(scripts, key.scripts)
    keep_inputs(scripts, job, read, lists=not single)
    if key:
        key.save({})  # before any report, so that none is ever without its way back
        if there := others(out):
            notes.append(
                f"{shown(out)} also holds {_reports(there)} not numbered, which may name candidates; give blind reports a folder of their own with --out"
            )
    if not single and not key and (left := earlier(out, scripts)):
        notes.append(
            f"{shown(out)} also holds {_reports(len(left))} of an earlier run and not in this list ({few(left)}); a folder of its own for each class, with --out, keeps them apart"
        )
    for note in notes:
        complain(f"note: {note}")
    title = "" if anonymous else _title(paths, scripts)
    code, opened, rows = _one(scripts[0], job) if single else _many(scripts, title or _number(scripts), job)
    for reason in engines.given_up():
        complain(f"note: {reason}; what came after was marked without it")
    for note in _said_of_candidates(rows, roster, anonymous) if code != 130 else ():
        complain(f"note: {note}")
    if key:
        code = _kept(key, rows) or code
    if open_report and opened:
        click.launch(str(opened.resolve()))
    ctx.exit(code)


def _one(script: Script, job: Job) -> tuple[int, Path | None, list[Row]]:
    """Marks one essay; gives the exit code, the report and its row."""
    done = mark_file(script, job)
    report = job.out / done.report if done.report else None
    if done.result and report and not done.result.refused:
        click.echo(terminal.summary(done.result, report))
    failure = _failure(script, done, job)
    if failure:
        complain(failure)
    return int(bool(failure)), report, [done]


def _many(scripts: Sequence[Script], title: str, job: Job) -> tuple[int, Path | None, list[Row]]:
    """Marks every essay and writes the list; gives the exit code, the list and its rows."""
    rows, interrupted = _marked(scripts, job)
    index = job.out / LISTS[0]
    failures = [_failure(script, row, job) for script, row in zip(scripts, rows, strict=False)]
    if rows:  # where nothing was done, an earlier list stays
        failures += _write_lists(rows, title, job, interrupted)
        click.echo(terminal.class_summary(rows, index))
    for failure in filter(None, failures):
        complain(failure)
    if interrupted:
        complain(f"stopped after {len(rows)} of {len(scripts)}; what was written so far is whole, in {job.out}")
        return 130, None, rows
    return int(any(failures)), index if index.exists() else None, rows


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


def _failure(script: Script, row: Row, job: Job) -> str:
    """Why a script is not marked, in the same words for one and for many; empty when it is."""
    label, report = _label(script, job), job.out / row.report if row.report else None
    if row.result is None:
        there = job.out / f"{script.output}.html"
        stale = f"; {there} is of an earlier run" if script.output and there.exists() else ""
        return f"{label}: {row.error}{stale}"
    if row.result.refused:
        return f"{label}: not marked. {row.error} What was seen is in {report}"
    if row.result.needs_a_person:
        return f"{label}: not all of it could be marked. {row.result.needs_a_person[0]}"
    return ""


def _label(script: Script, job: Job) -> str:
    return script.name if job.anonymous else shown(script.path)


def _title(paths: Sequence[Path], scripts: Sequence[Script]) -> str:
    return shown(paths[0].resolve().name) if len(paths) == 1 else _number(scripts)


def _number(scripts: Sequence[Script]) -> str:
    return f"{len(scripts)} script{'s' * (len(scripts) != 1)}"


def _reports(number: int) -> str:
    return f"{number} reports that are" if number != 1 else "1 report that is"


def _said_of_candidates(rows: Sequence[Row], roster: Roster | None, anonymous: bool) -> list[str]:
    """What a tutor should know of names: where the class list and the scripts do not fit, and what could not be covered."""
    found = []
    if roster:
        torn = [row.name for row in rows if row.writer.torn]
        found += remarks(roster, {row.name: row.writer.row for row in rows}, torn)
    unknown = [row.name for row in rows if row.result and not row.writer.candidate.name]
    if anonymous and unknown:
        few = ", ".join(unknown[:5]) + (f" and {len(unknown) - 5} more" if len(unknown) > 5 else "")
        found.append(
            f"no name is known for {few}; a name in the text there stands as it was written, so look before you pass it on"
        )
    return found


def _kept(key: Key, rows: Sequence[Row]) -> int:
    """Completes the key and says where it is; gives the exit code."""
    try:
        key.save({row.name: row.writer.candidate for row in rows})
    except OutputError as error:  # what was written at the start still leads from each script to its file
        complain(str(error))
        return 1
    click.echo(f"  Key: {key.path} says which script is whose; keep it from those who mark")
    return 0


def _write_lists(rows: Sequence[Row], title: str, job: Job, interrupted: bool) -> list[str]:
    """Writes the index and the class list; gives what could not be written, for the reports themselves stand."""
    from grader.exports.classlist import to_csv
    from grader.report import render_index

    page = render_index(rows, rubric=job.rubric.title, folder=title, interrupted=interrupted)
    table = to_csv(rows)
    failures = []
    for name, text in zip(LISTS, (page, "\ufeff" + table), strict=True):  # by its mark spreadsheets know UTF-8
        try:
            write(job.out / name, text.encode())
        except OutputError as error:
            failures.append(str(error))
    return failures
