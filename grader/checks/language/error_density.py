"""How many language errors were found, for the answer's length.

The number is a floor: no offline engine finds all errors, and the report never says that a list is complete. Only
findings of the kinds that were right in at least four of five cases on labelled learner text are counted; matters
of style are not errors, and the same slip made again and again counts twice at most.

Good: one slip on a page.
Bad: an error in every sentence, so that the reader stumbles.
"""

from collections import Counter

from grader.context import Context
from grader.facts.fresh import padding
from grader.facts.language import language_errors
from grader.model import Essay, Measurement

TITLE = "Errors found"
SAME_ERROR = 2


def check(essay: Essay, context: Context) -> Measurement:
    """Errors found per 100 words of prose; None without prose."""
    words = essay.prose_words - context.fact(padding)
    if not words:
        return Measurement(None, note="no prose to look at")
    found = context.fact(language_errors)
    times = Counter((finding.kind, essay[finding.span].lower(), finding.replacements[:1]) for finding in found)
    counted = sum(min(count, SAME_ERROR) for count in times.values())
    repeats = f" ({counted} counted: the same slip counts {SAME_ERROR} times at most)" if counted < len(found) else ""
    note = f"{len(found)} found in {words:,} words{repeats}; there may be more"
    return Measurement(100 * counted / words, "per 100 words", note, found)
