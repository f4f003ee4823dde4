"""How many grave language errors were found, for the answer's length.

Grave are those that break a sentence: agreement, verb forms, tenses, word order, run-on and broken sentences. Slight ones
(an article, a misspelt word) are shown and cost nothing here (they do in ``language.faulty-sentences``), matters of style nothing at all; the same slip made again and again counts
twice at most. The number is a floor: no offline engine finds all errors, and the report never says that a list is complete.

Good: one slip on a page.
Bad: an error in every sentence, so that the reader stumbles.
"""

from collections import Counter

from grader.context import Context
from grader.facts.fresh import fresh_sentences, padding
from grader.facts.language import language_errors
from grader.model import Essay, Measurement

TITLE = "Errors found"
SAME_ERROR = 2


def check(essay: Essay, context: Context) -> Measurement:
    """Grave errors found per 100 words of prose; None without prose."""
    words = essay.prose_words - context.fact(padding)
    if not words:
        return Measurement(None, note="no prose to look at")
    found = context.fact(language_errors)
    fresh = {sentence.span for sentence in context.fact(fresh_sentences)}
    stale = [
        sentence.span for sentence in essay.sentences if sentence.span not in fresh
    ]  # neither words nor errors count
    major = [
        finding
        for finding in found
        if finding.severity == "major" and not any(span.touches(finding.span) for span in stale)
    ]
    times = Counter((finding.kind, essay[finding.span].lower(), finding.replacements[:1]) for finding in major)
    counted = sum(min(count, SAME_ERROR) for count in times.values())
    repeats = f" ({counted} counted: the same slip counts {SAME_ERROR} times at most)" if counted < len(major) else ""
    slight = sum(finding.severity == "minor" for finding in found)
    grave = f"{len(major)} grave error{'s' * (len(major) != 1)}{repeats}"
    note = f"{grave} and {slight} slight one{'s' * (slight != 1)} found in {words:,} words; there may be more"
    return Measurement(100 * counted / words, "per 100 words", note, found)
