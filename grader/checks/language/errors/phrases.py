"""Set phrases that South-Asian writers of English often get wrong: a preposition too many, an article, a wrong partner.

"Discuss about", "in the recent years", "one of the main reason": the phrases and what they should be are data
(lexicon/phrases.yaml), each wrong in every context we know of. Authority: Swan, Practical English Usage; Fowler.

Good: "The parliament discussed the bill."
Bad: "The parliament discussed about the bill."
"""

from functools import cache

from grader.context import Context
from grader.facts.prose import as_written, correction, matches
from grader.lexicon import compile_phrases, load
from grader.model import Essay, Finding, Measurement

TITLE = "Set phrases"


@cache
def _rights() -> dict[str, tuple[str, str, str]]:
    """Wrong phrase -> (right phrase, kind, why)."""
    groups = load("phrases")
    return {
        wrong: (right, group["kind"], group["why"]) for group in groups for wrong, right in group["phrases"].items()
    }


def check(essay: Essay, context: Context) -> Measurement:
    """Number of wrong set phrases."""
    found: list[Finding] = []
    pattern = compile_phrases(tuple(_rights()))
    for passage, match in matches(pattern, essay, context):
        wrong = " ".join(match.group().lower().replace("’", "'").split())
        right, kind, why = _rights()[wrong]
        found.append(correction(passage, *match.span(), why, (as_written(match.group(), right),), kind))
    return Measurement(float(len(found)), "findings", findings=tuple(found))
