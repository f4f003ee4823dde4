"""Whether a line is an exam question: it asks, begins with an instruction ("Discuss the ...") or ends with one ("... Comment.")."""

from __future__ import annotations

import re

from grader.lexicon import phrase_pattern

_FEWEST, _MOST = 4, 60  # words
_WORTH = r"\d[\d,–-]{0,12}\s*(?:marks?|words?|minutes?|points?|m)?"
# What a question is worth, in a bracket at its end: "(20)", "(250 marks, 1000-1200 words)".
MARKS_NOTE = re.compile(rf"\s*[\[(]\s*{_WORTH}(?:[\s,;/+]+(?:and\s+)?{_WORTH}){{0,3}}\s*[\])]\s*$", re.IGNORECASE)
_NUMBER_WORD = r"(?:(?:no\.?|number)\s*)?"
QUESTION = re.compile(
    rf"q(?:uestion)?(?:(?:\s*[.:)]\s*|\s+){_NUMBER_WORD}\d{{1,2}}\s|\s*[.:)]?\s*{_NUMBER_WORD}\d{{0,2}}\s*[.:)\-–]+[*_]*|[.:)]\s)\s*(?=\S)",
    re.IGNORECASE,
)
_ENDED = re.compile(r"[.?!][\"'”’)\]*_]*$|\]$|marks?\)$|[\[(]\s*\d{1,3}\s*[\])]$", re.IGNORECASE)
_LED_IN = re.compile(
    r"(?:using|with|in|by|drawing on|referring to|based on|considering|giving|taking)\b[^.;:?!]{3,120}?,\s+(?=\w)",
    re.IGNORECASE,
)  # "Using a model of reflection, discuss ..."
_EDGES = " \t\"'“”‘’*_"
_SENTENCE = re.compile(r"[.!?][\"'”’)]*\s+(?=[\"'“‘(]?[A-Z])")


def asks(line: str) -> bool:
    """A single line; one sentence, or statements with an instruction as the last."""
    text = MARKS_NOTE.sub("", line).strip(_EDGES)
    if "\n" in text or not _FEWEST <= len(text.split()) <= _MOST:
        return False
    *before, last = _SENTENCE.split(text)
    instructs = phrase_pattern("directives", "instructs")
    led = _LED_IN.match(last)
    if instructs.match(last.lstrip(_EDGES)) or (led and instructs.match(last, led.end())):
        return True
    asked = not before and text.endswith("?") and phrase_pattern("directives", "interrogatives").match(text)
    return bool(asked) and not phrase_pattern("directives", "hooks").match(text)


def has_ended(question: str) -> bool:
    """Whether nothing of a question seems to be missing: a stop at its end, or what it is worth."""
    return bool(_ENDED.search(question.rstrip()))
