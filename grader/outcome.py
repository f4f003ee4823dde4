"""One file's outcome in a class list: a marked script, or the reason why there is none."""

from __future__ import annotations

from dataclasses import dataclass, field

from grader.candidate import Candidate, Writer
from grader.result import CriterionResult, Result


@dataclass(frozen=True, slots=True)
class Row:
    """One file's outcome: a marked script, or why there is none (``error``, without the file's name).

    ``report`` is the report's file name. ``candidate`` is listed with the script, and empty where marking is blind;
    ``writer`` is for the key and for remarks on the class list, and for no list or report.
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
    candidate: Candidate = field(default_factory=Candidate)
    writer: Writer = field(default_factory=Writer, repr=False)
    result: Result | None = field(default=None, repr=False)
