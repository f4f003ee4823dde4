"""Whether the answer keeps to its length.

Length is a range, never a merit: inside the target it counts in full, below or above it counts down. Many CSS scripts
fall short of the words expected (FPSC 2016, 2019).

Good: 950 words where 800 to 1,200 are asked.
Bad: 400 words, or 2,000.
"""

from grader.context import Context
from grader.facts.fresh import words_that_count
from grader.model import Essay, Measurement

TITLE = "Length"


def check(essay: Essay, context: Context) -> Measurement:
    """Words as a ratio of the nearer bound of the target: 1 inside it; None when the task sets no target."""
    low, high = context.task.target_words
    words = context.fact(words_that_count)
    if not low or not words:
        return Measurement(None, note="no target length set")
    without = " without repeats and what strays from the question" if words < essay.words else ""
    note = f"{words:,} words{without}; the target is {low:,} to {high:,}"
    if words < low:
        return Measurement(words / low, "of the target", note)
    return Measurement(max(1.0, words / high), "of the target", note)
