"""The command line: one file a command, loaded when it is called, so that ``--help`` is quick.

Errors of the user's making end in one sentence on stderr: exit code 2 for usage, rubric and output, 1 for a file that could not
be marked.
"""

from __future__ import annotations

from importlib import import_module

import click

import grader
from grader.errors import GraderError, InputError

_COMMANDS = {
    "mark": "Mark an essay, or every essay in a folder.",
    "report": "Render a result (.json) again as a report.",
    "rubric": "List, show and check rubrics.",
    "doctor": "Say what is installed and what is missing.",
}


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

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except InputError as error:
            click.echo(f"grader: {error}", err=True)
            ctx.exit(1)
        except GraderError as error:
            click.echo(f"grader: {error}", err=True)
            ctx.exit(2)


@click.group(cls=_Lazy, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(grader.__version__, prog_name="grader")
def main() -> None:
    """Marks exam essays by a rubric file, offline, and says what to do next.

    \b
    grader mark answer.md            one answer; the report goes to reports/
    grader mark scripts/             every answer in a folder
    """
