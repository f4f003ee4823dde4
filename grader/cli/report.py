"""``grader report``: a result rendered again, without marking again."""

from __future__ import annotations

from pathlib import Path

import click

from grader.errors import InputError
from grader.files import make_folder, write
from grader.report import render
from grader.result import from_json


@click.command("report")
@click.argument("result_file", type=click.Path(path_type=Path), metavar="RESULT.json")
@click.option("--out", type=click.Path(path_type=Path), metavar="DIR", help="Where to write (else beside the result).")
@click.option("--open", "open_report", is_flag=True, help="Open the report in the browser.")
def command(result_file: Path, out: Path | None, open_report: bool) -> None:
    """Render a result (.json) again as a report."""
    try:
        data = result_file.read_bytes()
    except FileNotFoundError:
        raise InputError(f"{result_file}: no such file; check the name") from None
    except OSError as error:
        raise InputError(f"{result_file}: cannot be read ({error.strerror})") from None
    html = render(from_json(data, str(result_file)))
    folder = out or result_file.parent
    make_folder(folder)
    report = folder / f"{result_file.stem}.html"
    write(report, html.encode())
    click.echo(f"  Report: {report}")
    if open_report:
        click.launch(str(report.resolve()))
