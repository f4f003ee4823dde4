"""In how many sentences an error was found.

Density alone is kind to an answer whose errors stand in every sentence and hard on one that breaks down in a single
place; band descriptors of language exams (IELTS, CEFR) speak of error-free sentences for that reason. Slight errors (an
article, a misspelt word) cost marks in no other way, and several in one sentence cost them once; a missing comma spoils
no sentence. What cannot be found is not counted.

Good: an error in one sentence of twenty.
Bad: an error in every other sentence.
"""

from bisect import bisect_right

from grader.context import Context
from grader.facts.fresh import fresh_sentences
from grader.facts.language import language_errors
from grader.model import Essay, Measurement

TITLE = "Sentences with an error found"
LEAST = 5  # sentences: of fewer, a share says nothing
_SPOILS_NOTHING = "punctuation"


def check(essay: Essay, context: Context) -> Measurement:
    """Share of the sentences with a finding, advice and commas aside, 0 to 1; None with fewer than five sentences."""
    sentences = context.fact(fresh_sentences)
    if len(sentences) < LEAST:
        return Measurement(None, note=f"fewer than {LEAST} sentences")
    starts = [sentence.span.start for sentence in sentences]
    faulty = {
        at
        for finding in context.fact(language_errors)
        if finding.severity != "advice" and finding.kind != _SPOILS_NOTHING
        if (at := bisect_right(starts, finding.span.start) - 1) >= 0 and sentences[at].span.touches(finding.span)
    }
    note = f"an error was found in {len(faulty)} of {len(sentences)} sentences; there may be more"
    return Measurement(len(faulty) / len(sentences), "share", note)
