"""Which expected points would win most: marks by the check's own arithmetic, and a line on how to make such a point.

The lines are data (lexicon/advice.yaml), chosen by the name of the point's group. They hold no content: what is to be
said of the point, and whether it is true, only the writer can know.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from grader.facts.credit import credit, share_earned
from grader.facts.points import Coverage
from grader.lexicon import compile_phrases, load
from grader.scoring import Score, marks_for

CHECK = "coverage.expected-points"


def worths(score: Score, found: Sequence[Coverage], quotas: Mapping[str, int]) -> tuple[float, ...]:
    """For each point the marks that it would add if it alone were carried in full; 0 where no marks are given for it."""
    rules = [
        rule
        for one in score.criteria
        for rule in (one.rules if one.state == "marked" else ())
        if rule.rule.check == CHECK and rule.marks is not None
    ]
    return tuple(
        round(sum(marks_for(rule, share_earned(found, quotas, i)) - (rule.marks or 0.0) for rule in rules), 2)
        if rules
        else 0.0
        for i in range(len(found))
    )


def guidance(one: Coverage) -> str:
    """One line on how to win the point; "" where it is carried in full, or denied: nobody is told what to think."""
    if one.denied or credit(one.point, one.state) == 1:
        return ""
    lines = load("advice")["points"]
    if one.state != "missing":
        return str(lines[one.state])
    name = one.point.group.replace("_", " ").replace("-", " ")
    return str(next((kind["say"] for kind in lines["kinds"] if _is_of(name, kind["groups"])), lines["missing"]))


def _is_of(name: str, phrases: Sequence[str]) -> bool:
    return bool(compile_phrases(tuple(phrases)).search(name))
