"""Marking many files: one function over each, its outcome as data; one bad file stops nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from grader import readers
from grader.errors import GraderError, InputError, OutputError
from grader.files import write
from grader.marking import mark
from grader.outcome import Row
from grader.result import Result, to_json
from grader.rubric import PointSet, Rubric

if TYPE_CHECKING:
    from grader.engines import Engine

FORMATS = ("html", "json")


@dataclass(frozen=True, slots=True)
class Job:
    """What is the same for every file: rubric, question, points, engine, and where and what to write."""

    rubric: Rubric
    out: Path
    formats: tuple[str, ...] = FORMATS
    question: str = ""
    points: PointSet | None = None
    engine: Engine | None = None


def essays_in(folder: Path) -> list[Path]:
    """The files of a folder that a reader knows, by name; hidden files and README files are left out.

    Raises:
        InputError: the folder cannot be listed or holds no such file.
    """
    try:
        files = sorted(path for path in folder.iterdir() if path.is_file())
    except OSError as error:
        raise InputError(f"{folder}: cannot be listed ({error.strerror})") from None
    known = [
        path
        for path in files
        if path.suffix.lower() in readers.FORMATS and not path.name.startswith(".") and path.stem.lower() != "readme"
    ]
    if not known:
        raise InputError(f"{folder}: no essays in it (looked for {', '.join(sorted(readers.FORMATS))})")
    return known


def output_names(paths: Sequence[Path]) -> list[str]:
    """A name for each file's outputs: its stem, or its whole name where two files share a stem."""
    stems = [path.stem.lower() for path in paths]
    return [path.stem if stems.count(path.stem.lower()) == 1 else path.name for path in paths]


def mark_files(paths: Sequence[Path], job: Job) -> Iterator[Row]:
    """Marks each file in order and writes its outputs; a file that fails gives a row that says why."""
    for path, name in zip(paths, output_names(paths), strict=True):
        yield mark_file(path, name, job)


def mark_file(path: Path, name: str, job: Job) -> Row:
    """One file from reading to writing.

    Raises:
        OutputError: its outputs cannot be written; that would befall every file, so it is not a row.
    """
    try:
        result = mark(readers.read(path), job.rubric, question=job.question, points=job.points, engine=job.engine)
        report = write_outputs(result, name, job.out, job.formats)
    except OutputError:
        raise
    except GraderError as error:
        return Row(path.name, error=str(error))
    except Exception as error:  # no other file's result is harmed by a fault of ours in this one
        return Row(
            path.name, error=f"{path}: could not be marked ({type(error).__name__}: {error}); please report this"
        )
    return row(path.name, result, report)


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
        flags=tuple(
            flag.say for flag in result.flags if flag.id in ("needs-a-person", "tutor", "capped", "not-judged")
        ),
        result=result,
    )


def write_outputs(result: Result, name: str, out: Path, formats: Iterable[str]) -> str:
    """Writes a result in each format asked for; gives the name of the file to open first."""
    first = ""
    for kind in formats:
        if kind == "html":
            from grader.report import render

            write(out / f"{name}.html", render(result).encode())
        else:
            write(out / f"{name}.json", to_json(result))
        first = first or f"{name}.{kind}"
    return first
