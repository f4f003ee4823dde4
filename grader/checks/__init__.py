"""The checks: ``check(essay, context) -> Measurement``, one file each, whose path is its id.

``checks/structure/outline_match.py`` is ``structure.outline-match``. There is no registration: put a file here
and it runs, may be named in a rubric, and falls under the contract tests.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, cast

if TYPE_CHECKING:
    from grader.context import Context
    from grader.model import Essay, Measurement


class Check(Protocol):
    """What every module under ``checks/`` offers."""

    TITLE: str

    @staticmethod
    def check(essay: Essay, context: Context) -> Measurement: ...


@cache
def ids() -> tuple[str, ...]:
    """Ids of all checks, sorted. Reads file names only: nothing is imported."""
    root = Path(__file__).parent
    files = (path.relative_to(root).with_suffix("") for path in root.rglob("*.py") if path.name != "__init__.py")
    return tuple(sorted(".".join(path.parts).replace("_", "-") for path in files if len(path.parts) > 1))


def load(check_id: str) -> Check:
    """The check's module.

    Raises:
        KeyError: no check has this id.
    """
    if check_id not in ids():
        raise KeyError(check_id)
    return cast("Check", import_module(f"grader.checks.{check_id.replace('-', '_')}"))
