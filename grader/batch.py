"""Marking many files: one function over each, its outcome as data; one bad file stops nothing."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from grader import readers
from grader.errors import GraderError, InputError
from grader.files import output_names, shown, write
from grader.marking import mark
from grader.model import Source
from grader.outcome import Row
from grader.readers.preflight.kinds import is_own_page
from grader.result import Result, to_json
from grader.rubric import PointSet, Rubric

if TYPE_CHECKING:
    from grader.engines import Engine

FORMATS = ("html", "json")

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
    """What is the same for every file: rubric, question, points, engine, words, sources, and where and what to write."""

    rubric: Rubric
    out: Path
    formats: tuple[str, ...] = FORMATS
    question: str = ""
    points: PointSet | None = None
    engine: Engine | str | None = None
    words: frozenset[str] = frozenset()
    language: str = ""
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True)
class Script:
    """One file to mark: ``name`` is how it is listed, ``output`` what its files are called.

    ``error`` is set for what is not even tried: a folder without essays, a link that leads out of its folder.
    """

    path: Path
    name: str
    output: str
    error: str = ""


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
    notes = [f"folders not looked into: {_names(inside)}; name them to mark what they hold"] if inside else []
    notes += [f"left out, not essays by their names: {_names(others)}"] if others else []
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


def _names(paths: Sequence[Path]) -> str:
    more = f" and {len(paths) - 5} more" if len(paths) > 5 else ""
    return ", ".join(shown(path.name) for path in paths[:5]) + more


def mark_files(scripts: Sequence[Script], job: Job) -> Iterator[Row]:
    """Marks each file in order and writes its outputs; a file that fails gives a row that says why."""
    for script in scripts:
        yield mark_file(script, job)


def mark_file(script: Script, job: Job) -> Row:
    """One file from reading to writing, its failures as data: they befall this file alone."""
    if script.error:
        return Row(script.name, error=_unlabelled(script.error, script.path))
    try:
        result = mark(
            readers.read(script.path),
            job.rubric,
            question=job.question,
            points=job.points,
            engine=job.engine,
            words=job.words,
            language=job.language,
            sources=job.sources,
        )
        report = write_outputs(result, script.output, job.out, job.formats)
    except GraderError as error:
        return Row(script.name, error=_unlabelled(str(error), script.path))
    except Exception as error:  # no other file's result is harmed by a fault of ours in this one
        fault = shown(f"could not be marked ({type(error).__name__}: {error}); please report this")
        return Row(script.name, error=fault)
    return row(script.name, result, report)


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
