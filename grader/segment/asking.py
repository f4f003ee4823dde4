"""Whether a line is an exam question: it asks, begins with an instruction ("Discuss the ...") or ends with one ("... Comment.")."""

from __future__ import annotations

import re

from grader.lexicon import phrase_pattern

_FEWEST, _MOST = 4, 60  # words
_MARKS_NOTE = re.compile(
    r"\s*[\[(]\s*(?:\d[\d,–-]*\s*(?:marks?|words?|minutes?|points?|m)?[\s,;/+]*(?:and\s+)?)+[\])]\s*$", re.IGNORECASE
)
_EDGES = " \t\"'“”‘’*_"
_SENTENCE = re.compile(r"[.!?][\"'”’)]*\s+(?=[\"'“‘(]?[A-Z])")


def asks(line: str) -> bool:
    """A single line; one sentence, or statements with an instruction as the last."""
    text = _MARKS_NOTE.sub("", line).strip(_EDGES)
    if "\n" in text or not _FEWEST <= len(text.split()) <= _MOST:
        return False
    *before, last = _SENTENCE.split(text)
    if phrase_pattern("directives", "instructs").match(last.lstrip(_EDGES)):
        return True
    asked = not before and text.endswith("?") and phrase_pattern("directives", "interrogatives").match(text)
    return bool(asked) and not phrase_pattern("directives", "hooks").match(text)
