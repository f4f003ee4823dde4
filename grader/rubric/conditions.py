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
    r"^([a-z][\w.-]*) ?(<=|>=|==|!=|<|>) ?(-?[0-9]+(?:\.[0-9]+)?|true|false|[a-z][\w.-]*)$", re.IGNORECASE
)
_LONGEST = 500  # characters; the patterns must not be fed a book


@dataclass(frozen=True, slots=True)
class Comparison:
    """One ``NAME OP VALUE``; ``right`` is a number or another name."""

    left: str
    op: str
    right: float | str

    @property
    def bounded(self) -> bool:
        """Whether ``right`` is a bound that can be missed by a share of itself: no equality, and not 0."""
        return self.op not in ("==", "!=") and self.right != 0


@dataclass(frozen=True, slots=True)
class Condition:
    """Alternatives (``or``) of comparisons that must all hold (``and``). ``text`` is the condition as written."""

    text: str
    alternatives: tuple[tuple[Comparison, ...], ...]

    @property
    def countable(self) -> bool:
        """Whether every alternative has a bound that can be missed by a share of itself; see :func:`shortfall`."""
        return all(any(c.bounded for c in group) for group in self.alternatives)

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
    plain = " ".join(text.split())
    if len(plain) > _LONGEST:
        raise ValueError(f"a condition of {len(plain):,} characters is too long; {_LONGEST} at most")
    groups = [alternative.split(" and ") for alternative in plain.split(" or ")]
    return Condition(plain, tuple(tuple(_comparison(part) for part in group) for group in groups))


def _comparison(part: str) -> Comparison:
    match = _COMPARISON.match(part)
    if not match:
        raise ValueError(f"cannot read {part!r}; write it like 'text.words < 80'")
    left, op, right = match.groups()
    return Comparison(left, op, _value(right))


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
    """By how much a number misses its bound, as a share of the bound; never negative, 0 when the condition does not hold.

    The bound is that of the first comparison that has one, in the first alternative that holds: of "words < min or
    words > max" the side on which the text lies.
    """
    for group in condition.alternatives:
        if all(_compare(c, values) for c in group):
            missed = (_missed(c, values) for c in group if c.bounded)
            return next((share for share in missed if share is not None), 0.0)
    return 0.0


def _missed(c: Comparison, values: Mapping[str, float | None]) -> float | None:
    """Distance of the number from its bound as a share of the bound; None where the bound is 0 or not known."""
    left, right = _sides(c, values)
    return abs(left - right) / abs(right) if left is not None and right else None


def _compare(c: Comparison, values: Mapping[str, float | None]) -> bool:
    left, right = _sides(c, values)
    return left is not None and right is not None and _OPERATORS[c.op](left, right)


def _sides(c: Comparison, values: Mapping[str, float | None]) -> tuple[float | None, float | None]:
    return values.get(c.left), values.get(c.right) if isinstance(c.right, str) else c.right
