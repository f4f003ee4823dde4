"""Set phrases that South-Asian writers of English often get wrong: an article too many, a wrong partner, words run together.

"In the recent years", "last but not the least": the phrases and what they should be are data
(lexicon/phrases.yaml), each wrong in every context we know of, or but for a few words after it. Authority: Swan, Practical English Usage; Fowler.

Good: "In recent years prices rose."
Bad: "In the recent years prices rose."
"""

import re
from functools import cache
from typing import Any

from grader.context import Context
from grader.facts.prose import as_written, correction, matches
from grader.lexicon import compile_phrases, load
from grader.model import Essay, Finding, Measurement

TITLE = "Set phrases"
_NEXT = re.compile(r"\s+(?P<word>\w+)")


@cache
def _groups() -> dict[str, dict[str, Any]]:
    """Wrong phrase -> the group it stands in."""
    return {wrong: group for group in load("phrases") for wrong in group["phrases"]}


def check(essay: Essay, context: Context) -> Measurement:
    """Number of wrong set phrases."""
    found: list[Finding] = []
    for passage, match in matches(compile_phrases(tuple(_groups())), essay, context):
        wrong = " ".join(match.group().lower().replace("’", "'").split())
        group = _groups()[wrong]
        if _may_be_right(passage.text, match.end(), group.get("not_before", [])):
            continue
        if passage.text[: match.start()].lower().rstrip().endswith(tuple(group.get("not_after", []))):
            continue
        right = as_written(match.group(), group["phrases"][wrong])
        found.append(correction(passage, *match.span(), group["why"], (right,), group["kind"]))
    return Measurement(float(len(found)), "findings", findings=tuple(found))


def _may_be_right(text: str, end: int, not_before: list[str]) -> bool:
    """Whether the phrase goes on in a longer word ("the country's", "out-of-court") or before a word that rights it."""
    if text[end : end + 1] in ("-", "'", "’"):
        return True
    after = _NEXT.match(text, end)
    return after is not None and after["word"].lower() in not_before
