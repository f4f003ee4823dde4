"""A real word in the place of another: one that sounds or looks like it, or another form of the same word.

"Will loose", "has lead to", "economical crisis": each word is in the dictionary, so only the words beside it show what was
meant. The pairs and the neighbours that decide are data (lexicon/confusions.yaml), each counted in edited prose.
Authority: Swan, Practical English Usage (words often confused); Fowler's Dictionary of Modern English Usage.

Good: "They will lose the match.", "It has led to war.", "an economic crisis"
Bad: "They will loose the match.", "It has lead to war.", "an economical crisis"
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from grader.context import Context
from grader.facts.prose import as_written, correction, matches
from grader.lexicon import compile_phrases, load
from grader.model import Essay, Finding, Measurement

TITLE = "Confused words"
_REACH = 40  # characters before a word in which the words that decide stand
_OPENS = re.compile(r"(?:^|[.!?]\s+)$")
_ENDS = re.compile(r"\s*[.,;:!?]")


@dataclass(frozen=True, slots=True)
class _Pair:
    """What was meant by a word, and the words beside it that show it."""

    right: str
    why: str
    kind: str
    opens: bool
    ends: bool
    after: re.Pattern[str] | None
    not_after: re.Pattern[str] | None
    before: re.Pattern[str] | None
    not_before: re.Pattern[str] | None

    def fits(self, text: str, start: int, end: int) -> bool:
        """Whether the words around ``text[start:end]`` show that it is the wrong one."""
        left = text[max(0, start - _REACH) : start]
        if (self.opens and not _OPENS.search(left)) or (self.ends and not _ENDS.match(text, end)):
            return False
        wanted = (not self.after or self.after.search(left)) and (not self.before or self.before.match(text, end))
        barred = (self.not_after and self.not_after.search(left)) or (
            self.not_before and self.not_before.match(text, end)
        )
        return bool(wanted and not barred)


@cache
def _pairs() -> dict[str, list[_Pair]]:
    """Wrong word or phrase -> what may have been meant."""
    found: dict[str, list[_Pair]] = {}
    for group in load("confusions"):
        beside = [_left(group, key) for key in ("after", "not_after")]
        beside += [_right(group, key) for key in ("before", "not_before")]
        for wrong, right in group["pairs"].items():
            pair = _Pair(right, group["why"], group["kind"], "opens" in group, "ends" in group, *beside)
            found.setdefault(wrong, []).append(pair)
    return found


def _left(group: dict[str, list[str]], key: str) -> re.Pattern[str] | None:
    if key not in group:
        return None
    return re.compile(rf"(?<!['’-]){compile_phrases(tuple(group[key])).pattern}\s+$", re.IGNORECASE)


def _right(group: dict[str, list[str]], key: str) -> re.Pattern[str] | None:
    return re.compile(rf"\s+{compile_phrases(tuple(group[key])).pattern}", re.IGNORECASE) if key in group else None


def check(essay: Essay, context: Context) -> Measurement:
    """Number of words that stand in the place of another."""
    found: list[Finding] = []
    for passage, match in matches(compile_phrases(tuple(_pairs())), essay, context):
        start, end = match.span()
        if passage.text[end : end + 1] in ("-", "'", "’") or passage.text[max(0, start - 1) : start] in ("-", "'", "’"):
            continue  # part of a longer word
        for pair in _pairs()[" ".join(match.group().lower().replace("’", "'").split())]:
            if pair.fits(passage.text, start, end):
                right = as_written(match.group(), pair.right)
                found.append(
                    correction(passage, start, end, pair.why, (right,), pair.kind, major=pair.kind == "verb form")
                )
                break
    return Measurement(float(len(found)), "findings", findings=tuple(found))
