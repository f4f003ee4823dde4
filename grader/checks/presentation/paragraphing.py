"""Whether the prose comes in paragraphs of a readable size.

A paragraph is one idea; a page without a break hides the argument, and a row of single lines has none (FPSC 2010:
candidates lack even paragraphing).

Good: paragraphs of 40 to 150 words.
Bad: one paragraph of 400 words.
"""

from grader.context import Context
from grader.model import PROSE, Block, Essay, Finding, Measurement

TITLE = "Paragraphs"
SHORT, LONG = 20, 200


def check(essay: Essay, context: Context) -> Measurement:
    """Share of the prose that stands in paragraphs of 20 to 200 words, 0 to 1; None without prose."""
    sizes = [(block, _words(essay, block)) for block in essay.blocks if block.kind in PROSE]
    total = sum(words for _, words in sizes)
    if not total:
        return Measurement(None, note="no prose to look at")
    fair = sum(words for _, words in sizes if SHORT <= words <= LONG)
    findings = tuple(
        Finding(
            essay.sentences_in(block.span)[0].span,
            f"This paragraph runs to {words} words.",
            "Break it where the second idea begins.",
            kind="paragraph",
        )
        for block, words in sizes
        if words > LONG
    )
    return Measurement(
        fair / total,
        "share of the prose",
        f"{len([w for _, w in sizes if w])} paragraphs, {100 * fair / total:.0f}% of the prose in ones of fair size",
        findings,
    )


def _words(essay: Essay, block: Block) -> int:
    return sum(len(sentence.tokens) for sentence in essay.sentences_in(block.span))
