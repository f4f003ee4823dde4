"""How this answer is to give its sources: in its sentences, as in an exam, or by citations and a reference list."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from grader.context import Context
from grader.model import Essay


@dataclass(frozen=True, slots=True)
class Mode:
    """``kind``: "prose" (who says so stands in the sentence; no list is asked for) or "list"; ``by``: who decided."""

    kind: Literal["prose", "list"]
    by: Literal["rubric", "text"]


def mode(essay: Essay, context: Context) -> Mode:
    """What the rubric asks for; failing that, an answer with a reference list is coursework and any other an exam answer."""
    if context.task.references != "auto":
        return Mode(context.task.references, "rubric")
    return Mode("list" if essay.blocks_of("reference") else "prose", "text")
