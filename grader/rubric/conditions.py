"""The conditions of gates and penalties: ``NAME OP VALUE``, joined by ``and`` or ``or``. Never executed as code.

Names are check ids ("coverage.question-relevance"), ``text.words`` and the like, or ``task.words.min`` and the
like. ``and`` binds tighter than ``or``; there are no brackets.
"""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

_OPERATORS: dict[str, Callable[[float, float], bool]] = {
    "<=": operator.le,
    ">=": operator.ge,
    "==": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    ">": operator.gt,
}
_COMPARISON = re.compile(
    r"^\s*([a-z][\w.-]*)\s*(<=|>=|==|!=|<|>)\s*(-?\d+(?:\.\d+)?|true|false|[a-z][\w.-]*)\s*$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Comparison:
    """One ``NAME OP VALUE``; ``right`` is a number or another name."""

    left: str
    op: str
    right: float | str


@dataclass(frozen=True, slots=True)
class Condition:
    """Alternatives (``or``) of comparisons that must all hold (``and``). ``text`` is the condition as written."""

    text: str
    alternatives: tuple[tuple[Comparison, ...], ...]

    @property
    def names(self) -> tuple[str, ...]:
        """Every name the condition asks for."""
        every = [c for group in self.alternatives for c in group]
        return tuple(dict.fromkeys(name for c in every for name in (c.left, c.right) if isinstance(name, str)))


def parse(text: str) -> Condition:
    """Reads a condition.

    Raises:
        ValueError: it is not of the form above; the message says which part.
    """
    alternatives = []
    for alternative in re.split(r"\s+or\s+", text.strip()):
        group = []
        for part in re.split(r"\s+and\s+", alternative):
            match = _COMPARISON.match(part)
            if not match:
                raise ValueError(f"cannot read {part.strip()!r}; write it like 'text.words < 80'")
            left, op, right = match.groups()
            group.append(Comparison(left, op, _value(right)))
        alternatives.append(tuple(group))
    return Condition(text.strip(), tuple(alternatives))


def _value(text: str) -> float | str:
    if text.lower() in ("true", "false"):
        return float(text.lower() == "true")
    try:
        return float(text)
    except ValueError:
        return text


def holds(condition: Condition, values: Mapping[str, float | None]) -> bool:
    """Whether the condition holds. A comparison with a value that is not known (None or absent) does not."""
    return any(all(_compare(c, values) for c in group) for group in condition.alternatives)


def shortfall(condition: Condition, values: Mapping[str, float | None]) -> float:
    """By how much the first comparison's number misses its bound, as a share of the bound; 0 when not known."""
    first = condition.alternatives[0][0]
    left = values.get(first.left)
    right = first.right if isinstance(first.right, float) else values.get(first.right)
    return abs(left - right) / right if left is not None and right else 0.0


def _compare(c: Comparison, values: Mapping[str, float | None]) -> bool:
    left = values.get(c.left)
    right = values.get(c.right) if isinstance(c.right, str) else c.right
    return left is not None and right is not None and _OPERATORS[c.op](left, right)
