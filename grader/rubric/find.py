"""Where rubrics are: a path is a path, a bare word is the id of a shipped rubric."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

from grader.errors import RubricError
from grader.rubric.yamlfile import quote, suggest


def default_id() -> str:
    """The rubric used when none is named."""
    return "css-current-affairs"


@cache
def folder() -> Path:
    """The shipped rubrics: inside the installed package, or beside it in a checkout."""
    package = Path(__file__).parent.parent
    inside = package / "rubrics"
    return inside if inside.is_dir() else package.parent / "rubrics"


def shipped() -> dict[str, Path]:
    """Shipped rubrics by id (the file's stem)."""
    return {path.stem: path for path in sorted(folder().glob("*.yaml"))}


def find(name: str) -> Path:
    """The file of a rubric given by id or path.

    Raises:
        RubricError: there is no such rubric.
    """
    known = shipped()
    if name in known:
        return known[name]
    path = Path(name)
    if path.suffix.lower() in (".yaml", ".yml") or os.path.exists(path):  # unlike Path.exists, it bears any name
        return path
    raise RubricError(
        f"no rubric called {quote(name)}{suggest(name, tuple(known))} (shipped: {', '.join(known)}; or give a .yaml file)"
    )
