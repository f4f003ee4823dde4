"""How often words are struck out.

Cuttings make a script hard to read in the minute or two a marker has, and coaching for the CSS papers gives marks for
a clean page. Only transcripts that mark them (~~struck~~) show them; the struck words count nowhere else.

Good: none or a few a page.
Bad: a cutting in every other sentence.
"""

from grader.context import Context
from grader.facts.fresh import words_that_count
from grader.model import Essay, Finding, Measurement

TITLE = "Cuttings"


def check(essay: Essay, context: Context) -> Measurement:
    """Strike-outs per 100 words; None for a text without words."""
    words = context.fact(words_that_count)
    if not words:
        return Measurement(None, note="no words")
    count = len(essay.marks.struck)
    rate = 100 * count / words
    findings = []
    if rate > 0.5:
        advice = "Plan each section in a few words before writing it; strike once, with one line."
        message = f"One of {count} cuttings in {words:,} words."
        findings = [Finding(span, message, advice, kind="cutting") for span in essay.marks.struck[:3]]
    return Measurement(
        rate, "per 100 words", f"{count} cutting{'s' * (count != 1)} in {words:,} words", tuple(findings)
    )
