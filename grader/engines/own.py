"""Our own checks with the parser and no engine beside them: what runs where LanguageTool's rules are not to be had."""

from __future__ import annotations

from grader.engines import Match
from grader.engines.parser import parser_version


class Own:
    """Finds nothing by itself; that it is there lets the checks that need a parse run."""

    name = "own"

    version = ""  # the program's own

    def check(self, text: str) -> list[Match]:
        """No matches."""
        return []


def make(language: str) -> Own:
    """The engine; see :func:`grader.engines.make`."""
    parser_version()  # says at once if the parser is not there
    return Own()
