"""How many sentences hold no grave error.

Density alone is kind to an answer whose errors stand in every sentence and hard on one that breaks down in a single
place; band descriptors of language exams (IELTS, CEFR) speak of error-free sentences for that reason. Grave are errors that
break the sentence: agreement, verb forms, tenses, sentence structure. What no engine finds is not counted.

Good: nine sentences of ten without one.
Bad: an error of agreement in every other sentence.
"""

from bisect import bisect_right

from grader.context import Context
from grader.facts.fresh import fresh_sentences
from grader.facts.language import language_errors
from grader.model import Essay, Measurement

TITLE = "Sentences without a grave error"
LEAST = 5  # sentences: of fewer, a share says nothing


def check(essay: Essay, context: Context) -> Measurement:
    """Share of the sentences without a major finding, 0 to 1; None with fewer than five sentences."""
    sentences = context.fact(fresh_sentences)
    if len(sentences) < LEAST:
        return Measurement(None, note=f"fewer than {LEAST} sentences")
    starts = [sentence.span.start for sentence in sentences]
    major = [finding for finding in context.fact(language_errors) if finding.severity == "major"]
    faulty = {
        at
        for finding in major
        if (at := bisect_right(starts, finding.span.start) - 1) >= 0 and sentences[at].span.touches(finding.span)
    }
    free = [sentence for i, sentence in enumerate(sentences) if i not in faulty]
    note = f"no grave error was found in {len(free)} of {len(sentences)} sentences"
    quote = max(free, key=lambda sentence: len(sentence.tokens), default=None)
    return Measurement(len(free) / len(sentences), "share", note, quote=quote.span if quote else None)
