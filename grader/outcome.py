"""One file's outcome in a class list: a marked script, or the reason why there is none."""

from __future__ import annotations

from dataclasses import dataclass, field

from grader.result import CriterionResult, Result


@dataclass(frozen=True, slots=True)
class Row:
    """One file's outcome: a marked script, or why there is none (``error``, without the file's name).

    ``report`` is the report's file name.
    """

    name: str
    error: str = ""
    report: str = ""
    words: int = 0
    marks: float | None = None
    out_of: float = 0.0
    range: tuple[float, float] | None = None
    band: str = ""
    criteria: tuple[CriterionResult, ...] = ()
    flags: tuple[str, ...] = ()
    result: Result | None = field(default=None, repr=False)
