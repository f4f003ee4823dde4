"""How the total came about, step by step: what the page and the terminal show under the criteria."""

from __future__ import annotations

from dataclasses import dataclass

from grader.report.numbers import count, marks
from grader.result import PenaltyRecord, Result


@dataclass(frozen=True, slots=True)
class Step:
    """One line of the sum: ``marks`` is what stands there ("7.06", "−0.5"); ``last`` marks the total."""

    label: str
    marks: str
    last: bool = False


def steps(result: Result) -> list[Step]:
    """The sum of the criteria, what is taken off it, the cap and the rounding; nothing for a refused answer."""
    if result.refused:
        return []
    if result.marks is None:
        return [Step("Sum so far", marks(result.subtotal)), *map(_penalty, result.penalties)]
    return [
        Step("Sum of the criteria", marks(result.subtotal)),
        *map(_penalty, result.penalties),
        Step(_last(result), marks(result.marks), last=True),
    ]


def penalty_text(penalty: PenaltyRecord) -> str:
    """Why marks are taken off; the penalty's name where the rubric gives no words."""
    return penalty.say or penalty.id.replace("-", " ").capitalize() + "."


def taken_off(penalty: PenaltyRecord) -> str:
    """ "1 mark is taken off.", "0.5 marks are taken off." """
    return f"{count(penalty.marks, 'mark')} {'is' if penalty.marks == 1 else 'are'} taken off."


def _penalty(penalty: PenaltyRecord) -> Step:
    return Step(penalty_text(penalty).rstrip("."), f"−{marks(penalty.marks)}")


def _last(result: Result) -> str:
    """What was done to the sum at the end: a cap, the floor at 0, the rounding."""
    left = round(result.subtotal - sum(penalty.marks for penalty in result.penalties), 2)
    done = [f"capped ({result.capped_by})"] if result.capped_by else ["never below 0"] if left < 0 else []
    if not done and left != result.marks:
        done = [f"rounded to the nearest {marks(result.rubric.round_to)}"]
    return f"Total, {done[0]}" if done else "Total"
