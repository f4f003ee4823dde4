"""Errors that a user can mend: one sentence each, naming what, where and what to do."""

from __future__ import annotations


class GraderError(Exception):
    """Base of the errors whose text is shown to the user as it stands."""


class InputError(GraderError):
    """An essay, result or points file that cannot be used (exit code 1)."""


class RubricError(GraderError):
    """A rubric or points file with a mistake in it (exit code 2): the text names file and line."""


class WordsError(GraderError):
    """A file of one's own words that cannot be used (exit code 2)."""


class SourceError(GraderError):
    """A text to hold an answer against that cannot be used (exit code 2)."""


class RosterError(GraderError):
    """A class list that cannot be used (exit code 2)."""


class EngineError(GraderError):
    """A language engine that was asked for and cannot run (exit code 2)."""


class OutputError(GraderError):
    """A folder that cannot be written to (exit code 2)."""


class WriteError(OutputError):
    """One file that cannot be written (exit code 1); the folder itself may be sound."""
