"""Whether sentences differ in length.

Even sentences tire; a short one after two long ones makes a point. Measured as the coefficient of variation of
sentence lengths (standard deviation over mean), which for practised expository prose lies around 0.4 to 0.6.

Good: lengths 24, 9, 31, 6.
Bad: lengths 12, 12, 11, 12.
"""

from statistics import mean, pstdev

from grader.context import Context
from grader.facts.fresh import fresh_sentences
from grader.model import Essay, Finding, Measurement

TITLE = "Variety of sentences"
LONGEST = 45


def check(essay: Essay, context: Context) -> Measurement:
    """Coefficient of variation of sentence lengths in words; None with fewer than five sentences."""
    lengths = [len(sentence.tokens) for sentence in context.fact(fresh_sentences)]
    if len(lengths) < 5:
        return Measurement(None, note="fewer than five sentences")
    findings = tuple(
        Finding(
            sentence.span,
            f"A sentence of {len(sentence.tokens)} words.",
            "Break it at the second idea.",
            kind="long sentence",
        )
        for sentence in essay.sentences
        if len(sentence.tokens) > LONGEST
    )
    note = f"{len(lengths)} sentences of {min(lengths)} to {max(lengths)} words, {mean(lengths):.0f} on average"
    return Measurement(pstdev(lengths) / mean(lengths), "variation", note, findings)
