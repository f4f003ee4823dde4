"""grader: marks exam essays by a rubric file, offline, and says what to do next.

    from grader import mark, load_rubric, render

    result = mark("answer.md", "css-current-affairs")
    print(result.marks, "of", result.out_of)
    Path("answer.html").write_text(render(result), encoding="utf-8")

The names below are the public interface; each is loaded on first use, so that importing the package costs little.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

__all__ = [
    "EngineError",
    "Essay",
    "GraderError",
    "InputError",
    "Result",
    "Rubric",
    "RubricError",
    "SourceError",
    "WordsError",
    "load_points",
    "load_rubric",
    "mark",
    "read",
    "render",
]

if TYPE_CHECKING:
    from grader.errors import EngineError, GraderError, InputError, RubricError, SourceError, WordsError
    from grader.marking import mark
    from grader.model import Essay
    from grader.readers import read
    from grader.report import render
    from grader.result import Result
    from grader.rubric import Rubric, load_points, load_rubric

_HOMES = {
    "EngineError": "grader.errors",
    "Essay": "grader.model",
    "GraderError": "grader.errors",
    "InputError": "grader.errors",
    "Result": "grader.result",
    "Rubric": "grader.rubric",
    "RubricError": "grader.errors",
    "SourceError": "grader.errors",
    "WordsError": "grader.errors",
    "load_points": "grader.rubric",
    "load_rubric": "grader.rubric",
    "mark": "grader.marking",
    "read": "grader.readers",
    "render": "grader.report",
}


def __getattr__(name: str) -> Any:
    from importlib import import_module

    if name not in _HOMES:
        raise AttributeError(f"module 'grader' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
