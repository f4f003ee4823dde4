"""The command line: one file a command, loaded when it is called, so that ``--help`` is quick.

Errors of the user's making end in one sentence on stderr: exit code 2 for usage, rubric and output folder, 1 for a file that
could not be read, marked or written, 130 for an interrupt.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from importlib import import_module
from typing import Any

import click

import grader
from grader.errors import GraderError, InputError, WriteError
from grader.files import shown

_COMMANDS = {
    "mark": "Mark an essay, or every essay in a folder.",
    "report": "Render a result (.json) again as a report.",
    "rubric": "List, show and check rubrics.",
    "points": "Draft expected points from model answers, and check a file of them.",
    "doctor": "Say what is installed and what is missing.",
}

_LONGEST = 800


class _Lazy(click.Group):
    """Commands by name, imported on first use; their one-line help is known beforehand."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        if name not in _COMMANDS:
            return None
        command: click.Command = import_module(f"grader.cli.{name}").command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        from difflib import get_close_matches

        name = args[0]
        if name not in _COMMANDS:
            near = get_close_matches(name, _COMMANDS, n=1)
            hint = f" Did you mean {near[0]!r}?" if near else f" Commands: {', '.join(_COMMANDS)}."
            ctx.fail(f"no command {name!r}.{hint}")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(_COMMANDS.items()))

    def main(self, *args: Any, **extra: Any) -> Any:
        """Runs a command; what a terminal or pipe cannot write becomes "?" there and stops nothing."""
        for stream in (sys.stdout, sys.stderr):
            if hasattr(stream, "reconfigure"):
                stream.reconfigure(errors="replace")
        try:
            return super().main(*args, **extra)
        except OSError as error:  # a full disk behind ">", or the folder one stands in is gone
            with suppress(OSError):
                complain(
                    f"the system refused ({error.strerror}); check the folder you are in and where the output goes"
                )
            with suppress(OSError, ValueError, AttributeError):  # what is left unwritten must not fail again at the end
                os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            sys.exit(1)

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except (InputError, WriteError) as error:
            complain(str(error))
            ctx.exit(1)
        except GraderError as error:
            complain(str(error))
            ctx.exit(2)
        except KeyboardInterrupt:
            complain("stopped")
            ctx.exit(130)


def complain(message: str) -> None:
    """One line on stderr, whatever the message quotes: the middle of a very long one is left out."""
    if len(message) > _LONGEST:
        message = f"{message[: _LONGEST // 2]} … {message[-_LONGEST // 2 :]}"
    click.echo(f"grader: {shown(message)}", err=True)


@click.group(cls=_Lazy, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(grader.__version__, prog_name="grader")
def main() -> None:
    """Marks exam essays by a rubric file, offline, and says what to do next.

    \b
    grader mark answer.md            one answer; the report goes to reports/
    grader mark scripts/             every answer in a folder

    Exit codes: 0 done; 1 a file could not be read, marked or written; 2 the call, the rubric or the output folder is
    wrong; 130 stopped by Ctrl-C.
    """
