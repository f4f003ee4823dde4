"""Small ways to run one check or fact on a piece of text."""

from __future__ import annotations

import itertools

from grader.context import Context, Task
from grader.engines import Engine, Match
from grader.model import Measurement
from grader.rubric import Point, PointSet
from grader.segment import build

QUESTION = "Discuss the effects of the river tax on the towns of the valley."

# A small complete answer: introduction with a position, two sides, a conclusion with a verdict.
ANSWER = f"""Q. {QUESTION}

1. INTRODUCTION

The river tax has divided the valley since it was brought in. This answer argues that the tax helped the towns of the \
valley more than it hurt them, because the money stayed in the district and paid for quays and schools. It looks at the \
gains first and then at the objections.

2. WHAT THE TOWNS GAINED

The towns gained a steady income. According to the Harbour Board (2019), receipts rose to 4 million crowns a year, and \
as a result three quays were rebuilt within five years. Boats that had waited for days were unloaded in hours, so the \
merchants came back and rents in the old quarter rose again.

3. WHAT THE CRITICS SAY

Critics argue that the tax drove the small boats away. However, the number of licences fell by only 3 per cent in the \
first year, and most of the owners moved to the ferry trade, which pays better. The objection forgets that the old tolls \
were higher for small boats than the new tax.

4. CONCLUSION

On balance, the river tax has helped the towns more than it has hurt them, because its money was spent where it was \
raised. Where the districts kept no accounts, the gain was smaller.
"""


_SYLLABLES = [first + second for first in "bdfgklmnrst" for second in "aeiou"]


def each_its_own(sentence: str, count: int) -> str:
    """A sentence with "{}" in it many times over, a made-up name of four letters in place of "{}" each time."""
    names = itertools.islice(itertools.product(_SYLLABLES, repeat=2), count)
    return " ".join(sentence.replace("{}", "".join(name).title()) for name in names)


def context_for(
    text: str,
    *,
    question: str = "",
    points: tuple[Point, ...] = (),
    engine: Engine | None = None,
    target: tuple[int, int] = (0, 0),
) -> Context:
    """A context for a piece of text."""
    return Context(build(text, "test"), Task(question=question, target_words=target), PointSet(points), engine)


def measured(check: str, text: str, **task: object) -> Measurement:
    """One check's measurement of a piece of text; a check that crashes fails the test."""
    measurement = context_for(text, **task).measure(check)  # type: ignore[arg-type]
    assert measurement.error is None, measurement.error
    return measurement


def quotes(check: str, text: str, **task: object) -> list[str]:
    """The words that a check's findings point at."""
    context = context_for(text, **task)  # type: ignore[arg-type]
    measurement = context.measure(check)
    assert measurement.error is None, measurement.error
    return [context.essay[finding.span] for finding in measurement.findings]


class ScriptedEngine:
    """An engine that flags every place of given words: for tests of what is done with an engine's matches."""

    name = "scripted"
    version = "1"

    def __init__(self, *flags: tuple[str, str, str, tuple[str, ...]]) -> None:
        self.flags = flags  # (words, rule, category, replacements)

    def check(self, text: str) -> list[Match]:
        found = []
        for words, rule, category, replacements in self.flags:
            start = text.find(words)
            while start >= 0:
                end = start + len(words)
                found.append(Match(start, end, "Flagged.", replacements, rule, category))
                start = text.find(words, end)
        return sorted(found, key=lambda match: match.start)
