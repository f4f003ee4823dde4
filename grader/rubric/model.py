"""What a rubric says, once read: criteria with levels and rules, expected points, gates and penalties."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Literal

from grader.rubric.conditions import Condition

Judge = Literal["auto", "tutor"]
Depth = Literal["mentioned", "explained", "evidenced"]
Status = Literal["official", "derived", "teacher"]
References = Literal[
    "auto",  # by the text: a reference list makes it coursework
    "prose",  # an exam: sources are named in the sentences, and no list is asked for
    "list",  # coursework: in-text citations and a reference list
]
REFERENCES: tuple[References, ...] = ("auto", "prose", "list")


@dataclass(frozen=True, slots=True)
class Level:
    """A band of a criterion (or of the total): ``at`` is the share of the marks from which it holds."""

    id: str
    at: float
    title: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """One measured check's part in a criterion.

    ``weight`` is relative to the criterion's other rules. ``bands`` are (value, share of marks) points joined by
    straight lines and flat beyond the first and last; shares run from 0 to 1. ``for_words``: the values hold for an answer of
    so many words, the lower end of the target; 0 where length does not matter.
    """

    check: str
    weight: float
    bands: tuple[tuple[float, float], ...]
    advice: str = ""
    for_words: int = 0

    def asked_of(self, words: int) -> Rule:
        """The rule for a task that asks for at least so many words: where amounts are counted, in proportion."""
        if not (self.for_words and words):
            return self
        bands = tuple((round(value * words / self.for_words, 2), share) for value, share in self.bands)
        return replace(self, bands=bands, for_words=words)


@dataclass(frozen=True, slots=True)
class Criterion:
    """One thing the rubric gives marks for."""

    id: str
    title: str
    marks: float
    levels: tuple[Level, ...]
    rules: tuple[Rule, ...]
    student_text: str = ""
    marker_text: str = ""
    judge: Judge = "auto"


@dataclass(frozen=True, slots=True)
class Point:
    """One point that the tutor expects. ``aliases`` are words and phrases that show it; ``*`` ends an open word."""

    id: str
    text: str
    paraphrases: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    group: str = ""
    depth: Depth = "explained"
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class PointSet:
    """Expected points with the question they belong to. ``groups`` says how many of each group are expected (0: all)."""

    points: tuple[Point, ...] = ()
    groups: tuple[tuple[str, int], ...] = ()
    question: str = ""
    directive: str = ""


@dataclass(frozen=True, slots=True)
class Gate:
    """A must-have, looked at before the sum: refuse to mark, or cap the total or one criterion at ``to`` marks."""

    id: str
    when: Condition
    effect: Literal["refuse", "cap-total", "cap"]
    say: str
    to: float = 0.0
    criterion: str = ""


@dataclass(frozen=True, slots=True)
class Penalty:
    """Marks taken off the total for every full ``per`` per cent by which the condition's number is missed."""

    id: str
    when: Condition
    per: float  # per cent; 0 means once
    marks: float
    max: float
    say: str = ""


@dataclass(frozen=True, slots=True)
class Rubric:
    """A rubric as read and checked. ``hash`` identifies its content; ``source`` is where it was read from."""

    id: str
    title: str
    total: float
    criteria: tuple[Criterion, ...]
    status: Status = "teacher"
    notice: str = ""
    language: str = "en-GB"
    question: str = ""
    directive: str = "auto"
    target_words: tuple[int, int] = (0, 0)
    min_words: int = 0
    max_words: int = 0
    minutes: int = 0
    references: References = "auto"
    round_to: float = 0.5
    pass_mark: float = 0.0
    bands: tuple[Level, ...] = ()
    points: PointSet = field(default_factory=PointSet)
    gates: tuple[Gate, ...] = ()
    penalties: tuple[Penalty, ...] = ()
    hash: str = ""
    source: str = ""
