"""What a check is handed beside the essay, and the memory that lets checks share work.

A *fact* is a function ``(essay, context) -> anything`` in :mod:`grader.facts`: what the essay holds, judged by
no rubric. ``context.fact(sections)`` works it out once an essay. ``context.measure("structure.thesis")`` runs a
check once an essay; a check may ask for other checks' measurements in this way.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, TypeVar

from grader.errors import EngineError
from grader.model import Essay, Measurement, Source
from grader.rubric.model import PointSet, References

if TYPE_CHECKING:
    from grader.engines import Engine

Found = TypeVar("Found")


@dataclass(frozen=True, slots=True)
class Task:
    """What the candidate was asked to do. ``question`` is empty when nobody said; 0 words means no limit set.

    ``words`` are words, in small letters, that a tutor or the student says are right; ``sources`` are
    texts that the answer is held against, so that nobody earns by their words; ``references`` is how sources are to be
    given, "auto" where nobody said.
    """

    question: str = ""
    directive: str = "auto"
    target_words: tuple[int, int] = (0, 0)
    min_words: int = 0
    max_words: int = 0
    language: str = "en-GB"
    words: frozenset[str] = frozenset()
    sources: tuple[Source, ...] = ()
    references: References = "auto"


@dataclass(frozen=True)
class Context:
    """One essay's task, expected points and engine. Make a new one for every essay."""

    essay: Essay
    task: Task
    expected: PointSet = field(default_factory=PointSet)
    engine: Engine | None = None
    _facts: dict[Any, Any] = field(default_factory=dict, repr=False)
    _measured: dict[str, Measurement] = field(default_factory=dict, repr=False)

    def fact(self, function: Callable[[Essay, Context], Found]) -> Found:
        """The fact's value for this essay, worked out on first use."""
        if function not in self._facts:
            self._facts[function] = function(self.essay, self)
        found: Found = self._facts[function]
        return found

    def measure(self, check_id: str) -> Measurement:
        """The check's measurement of this essay; a check that crashes gives one with ``error`` set.

        Raises:
            EngineError: the language engine stopped working.
        """
        from grader.checks import load

        if check_id not in self._measured:
            check = load(check_id)
            try:
                found: Measurement = check.check(self.essay, self)
                self._measured[check_id] = self._unasked(found) if hasattr(check, "OF_LISTS") else found
            except EngineError:  # not the check's fault: the whole essay is marked again, or refused
                raise
            except Exception as error:  # one broken check must not take the other results down with it
                self._measured[check_id] = Measurement(None, error=f"{type(error).__name__}: {error}")
        return self._measured[check_id]

    def _unasked(self, found: Measurement) -> Measurement:
        """What was found in a reference list that nobody asked for: it is shown, and no marks rest on it."""
        from grader.facts.mode import mode

        if found.value is None or self.fact(mode).kind == "list":
            return found
        return replace(found, value=None, note=f"{found.note}; no marks rest on it, since no list is asked for")
