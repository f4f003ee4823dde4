"""Marking many files: one function over each, its outcome as data; one bad file stops nothing."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from grader import readers
from grader.blind import blind, covered
from grader.candidate import Candidate, Writer, differ, from_path, from_text, settled
from grader.errors import GraderError, InputError, OutputError
from grader.files import output_names, shown, write
from grader.marking import mark
from grader.model import Essay, Source
from grader.outcome import Row
from grader.readers.preflight.kinds import is_own_page
from grader.result import Result, to_json
from grader.roster import Entry, Roster, by_candidate, by_file
from grader.rubric import PointSet, Rubric

if TYPE_CHECKING:
    from grader.engines import Engine

FORMATS = ("html", "json")

LISTS = ("index.html", "class.csv")  # what is written for a folder beside its reports
# What lies beside essays and is none: our own outputs, rubrics and points, lists.
_BESIDE = (".html", ".json", ".csv", ".yaml", ".yml")
_LISTED_FLAGS = (
    "needs-a-person",
    "tutor",
    "capped",
    "not-judged",
    "other-question",
    "points-listed",
    "not-own-words",
)  # said in the class list


@dataclass(frozen=True, slots=True)
class Job:
    """What is the same for every file: rubric, question, points, engine, words, sources, the class list, whether nobody is
    to know who wrote what, and where and what to write."""

    rubric: Rubric
    out: Path
    formats: tuple[str, ...] = FORMATS
    question: str = ""
    points: PointSet | None = None
    engine: Engine | str | None = None
    words: frozenset[str] = frozenset()
    language: str = ""
    sources: tuple[Source, ...] = ()
    roster: Roster | None = None
    anonymous: bool = False


@dataclass(frozen=True, slots=True)
class Script:
    """One file to mark: ``name`` is how it is listed, ``output`` what its files are called.

    ``error`` is set for what is not even tried: a folder without essays, a link that leads out of its folder. ``entry`` is
    its row of the class list, where the list names the file.
    """

    path: Path
    name: str
    output: str
    error: str = ""
    entry: Entry | None = None


def find(paths: Sequence[Path], out: Path) -> tuple[list[Script], list[str]]:
    """The scripts that files and folders hold, each once; and notes on what was left out of the folders."""
    files: dict[str, Path] = {}
    errors: dict[str, str] = {}
    notes: list[str] = []
    named = {os.path.abspath(path) for path in paths}
    for path in paths:
        found = [path]
        if os.path.isdir(path):
            try:
                found, note = essays_in(path, out)
                notes += note
            except InputError as error:
                errors[os.path.abspath(path)] = str(error)
        for file in found:
            key = os.path.abspath(file)
            files.setdefault(key, file)
            if key not in named and _leads_out(file, path):
                errors[key] = "a link to a file outside its folder; name the link itself, or put the file in its place"
    names = Counter(file.name for file in files.values())
    read = [file for file in files.values() if file.suffix.lower() in readers.FORMATS]
    outputs = dict(zip(read, output_names(read), strict=True))  # a document beside its text must not change its name
    scripts = [
        Script(file, shown(file.name if names[file.name] == 1 else file), outputs.get(file, ""), errors.get(key, ""))
        for key, file in files.items()
    ]
    return scripts, notes


def keep_inputs(scripts: Sequence[Script], job: Job, others: Iterable[Path], lists: bool) -> None:
    """Refuses a run that would write over what it reads.

    Args:
        scripts: what is to be marked, under the names of their outputs.
        job: where and what is written.
        others: further files that are read: class list, points, sources.
        lists: whether the lists of a folder are written too.

    Raises:
        OutputError: a report or list would take the place of one of these files.
    """
    written = [job.out / f"{script.output}.{kind}" for script in scripts for kind in job.formats if not script.error]
    written += [job.out / name for name in LISTS] if lists else []
    taken = {_place(path): path for path in written}
    for path in (*(script.path for script in scripts), *others):
        if _place(path) in taken:
            raise OutputError(
                f"{shown(path)}: would be written over by what marking writes; choose another folder with --out"
            )


def earlier(out: Path, scripts: Sequence[Script]) -> list[Path]:
    """The reports in the output folder that are of none of these scripts: an earlier run left them."""
    mine = {script.output for script in scripts} | {Path(name).stem for name in LISTS}
    return sorted(path for path in out.glob("*.html") if path.stem not in mine and _is_own_page(path))


def _place(path: Path) -> str:
    return os.path.normcase(os.path.realpath(path))


def essays_in(folder: Path, out: Path | None = None) -> tuple[list[Path], list[str]]:
    """The files of a folder that are essays by their names, and notes on what was left out.

    Documents of a kind that is not read are among the files: each shall be listed with its reason. Hidden files and
    what marking itself writes are passed over.

    Args:
        folder: where to look; not in the folders inside.
        out: where the reports go, which needs no note.

    Raises:
        InputError: the folder cannot be listed or holds no such file.
    """
    label = shown(folder)
    try:
        entries = sorted(path for path in folder.iterdir() if not path.name.startswith((".", "~$")))
    except OSError as error:
        raise InputError(f"{label}: cannot be listed ({error.strerror}); check its permissions") from None
    folders = {path for path in entries if os.path.isdir(path)}
    essays = [path for path in entries if path not in folders and _may_be_essay(path)]
    passed = {*folders, *essays}
    others = [path for path in entries if path not in passed and path.suffix.lower() not in _BESIDE]
    inside = [path for path in sorted(folders) if out is None or os.path.realpath(path) != os.path.realpath(out)]
    notes = [f"folders not looked into: {few(inside)}; name them to mark what they hold"] if inside else []
    notes += [f"left out, not essays by their names: {few(others)}"] if others else []
    if not essays:
        looked = f"no essays in it (looked for {', '.join(sorted(readers.FORMATS))})"
        raise InputError(f"{label}: {'; '.join([looked, *notes])}")
    return essays, [f"{label}: {note}" for note in notes]


def _may_be_essay(path: Path) -> bool:
    known = path.suffix.lower() in (*readers.FORMATS, *readers.UNREAD)
    return known and path.stem.lower() != "readme" and not _is_own_page(path)


def _is_own_page(path: Path) -> bool:
    """Whether a web page is a report or list that marking wrote."""
    if path.suffix.lower() != ".html" or not os.path.isfile(path):
        return False
    try:
        with path.open("rb") as file:
            return is_own_page(file.read(1_000))
    except OSError:  # its reading says why
        return False


def _leads_out(file: Path, folder: Path) -> bool:
    """Whether a link leads out of the folder it was found in: handed-in archives may hold one to anything on this disk."""
    return os.path.islink(file) and not Path(os.path.realpath(file)).is_relative_to(os.path.realpath(folder))


def few(paths: Sequence[Path]) -> str:
    """The names of the first five, and how many more there are."""
    more = f" and {len(paths) - 5} more" if len(paths) > 5 else ""
    return ", ".join(shown(path.name) for path in paths[:5]) + more


def mark_files(scripts: Sequence[Script], job: Job) -> Iterator[Row]:
    """Marks each file in order and writes its outputs; a file that fails gives a row that says why."""
    for script in scripts:
        yield mark_file(script, job)


def listed(scripts: Sequence[Script], roster: Roster) -> tuple[list[Script], list[str]]:
    """The scripts with their rows of the class list, as far as it names their files; and what it leaves unclear."""
    found, notes = by_file(roster, [script.path for script in scripts])
    return [replace(script, entry=found.get(script.path)) for script in scripts], notes


def renamed(scripts: Sequence[Script], names: Mapping[Path, str]) -> list[Script]:
    """The scripts under other names, in the order of these; their outputs are called so too."""
    by_path = {script.path: script for script in scripts}
    return [replace(by_path[path], name=name, output=name) for path, name in names.items()]


def mark_file(script: Script, job: Job) -> Row:
    """One file from reading to writing, its failures as data: they befall this file alone."""
    writer = _writer(script, job)

    def failed(error: str) -> Row:
        if job.anonymous:
            for name in (shown(script.path), shown(script.path.name)):
                error = error.replace(name, script.name)
            error = covered(error, writer.said)
        return Row(script.name, error=error, candidate=_to_list(writer, job), writer=writer)

    if script.error:
        return failed(_unlabelled(script.error, script.path))
    try:
        essay = readers.read(script.path)
        writer = _writer(script, job, essay)
        result = mark(
            blind(essay, writer.said, script.name) if job.anonymous else essay,
            job.rubric,
            question=job.question,
            points=job.points,
            engine=job.engine,
            words=job.words,
            language=job.language,
            sources=job.sources,
            candidate=_to_list(writer, job),
        )
        report = write_outputs(result, script.output, job.out, job.formats)
    except GraderError as error:
        return failed(_unlabelled(str(error), script.path))
    except Exception as error:  # no other file's result is harmed by a fault of ours in this one
        fault = shown(f"could not be marked ({type(error).__name__}: {error}); please report this")
        return failed(fault)
    return replace(row(script.name, result, report), candidate=_to_list(writer, job), writer=writer)


def _writer(script: Script, job: Job, essay: Essay | None = None) -> Writer:
    """Who wrote a script, by the class list, the text if it could be read, and the file's name."""
    own = [one for one in (*(from_text(essay.text) if essay else ()), from_path(script.path)) if one]
    entry = script.entry
    if entry is None and job.roster:
        entry = by_candidate(job.roster, own, script.path.stem)
    said = [entry.candidate, *own] if entry else own
    torn = entry is not None and any(differ(entry.candidate, one) for one in own)
    return Writer(settled(said), tuple(said), entry.row if entry else None, torn)


def _to_list(writer: Writer, job: Job) -> Candidate:
    return Candidate() if job.anonymous else writer.candidate


def _unlabelled(error: str, path: Path) -> str:
    """The error without the script's path before it; an error in writing names the report and is left as it is."""
    return error.removeprefix(f"{shown(path)}: ")


def row(name: str, result: Result, report: str) -> Row:
    """A result as a row of the list."""
    return Row(
        name=name,
        error=result.refused or "",
        report=report,
        words=result.essay.words,
        marks=result.marks,
        out_of=result.out_of,
        range=result.range,
        band=result.band or "",
        criteria=tuple(result.criteria),
        flags=tuple(flag.say for flag in result.flags if flag.id in _LISTED_FLAGS),
        result=result,
    )


def write_outputs(result: Result, name: str, out: Path, formats: Iterable[str]) -> str:
    """Writes a result in each format asked for; gives the name of the file to open first.

    All are made before the first is written, so that a failure or an interrupt leaves no new report beside an old result.
    """
    made = [(f"{name}.{kind}", _made(result, kind)) for kind in formats]
    for file, data in made:
        write(out / file, data)
    return made[0][0]


def _made(result: Result, kind: str) -> bytes:
    if kind == "json":
        return to_json(result)
    from grader.report import render

    return render(result).encode()
