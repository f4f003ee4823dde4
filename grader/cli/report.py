"""``grader report``: a result rendered again, without marking again."""

from __future__ import annotations

from pathlib import Path

import click

from grader.errors import GraderError, InputError
from grader.files import make_folder, output_names, read, shown, write
from grader.report import render
from grader.result import from_json

MAX_BYTES = 100_000_000  # a result of the longest essay that is marked has less than a tenth of this


@click.command("report")
@click.argument("result_file", type=click.Path(path_type=Path, readable=False), metavar="RESULT.json")
@click.option(
    "--out",
    type=click.Path(path_type=Path, readable=False),
    metavar="DIR",
    help="Where to write (else beside the result).",
)
@click.option("--open", "open_report", is_flag=True, help="Open the report in the browser.")
def command(result_file: Path, out: Path | None, open_report: bool) -> None:
    """Render a result (.json) again as a report."""
    html = _rendered(result_file)
    folder = out or result_file.parent
    make_folder(folder)
    report = folder / f"{output_names([result_file])[0]}.html"
    if report.exists() and report.samefile(result_file):
        raise InputError(f"{report}: the report would take the result's own place; give the result a name in .json")
    write(report, html)
    click.echo(f"  Report: {report}")
    if open_report:
        click.launch(str(report.resolve()))


def _rendered(path: Path) -> bytes:
    """The report of a result.

    Raises:
        InputError: the file cannot be read or is not a sound result.
    """
    label = shown(path)
    try:
        return render(from_json(read(path, MAX_BYTES, "a result"), label)).encode()
    except GraderError:
        raise
    except Exception as error:  # right in form, wrong in content: a place outside the text, a number past all bounds
        raise InputError(
            f"{label}: a grader result with something amiss ({type(error).__name__}); mark the essay again"
        ) from None
