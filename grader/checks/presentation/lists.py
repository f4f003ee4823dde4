"""How much of the answer is written in lists instead of sentences that argue.

A list names; it gives no reason why. A few bullets for steps or parties are fine, an answer of bullets is notes (FPSC
examiners: argument is the most important criterion, 2015; candidates do not know what makes an essay, 2018). Outlines are not
counted.

Good: paragraphs, and one list of four remedies.
Bad: bullets from the first line to the last.
"""

from grader.context import Context
from grader.model import Essay, Finding, Measurement

TITLE = "Lists in place of prose"
MUCH = 0.4


def check(essay: Essay, context: Context) -> Measurement:
    """Share of the prose's words that stand in list items, 0 to 1; None without prose."""
    if not essay.prose_words:
        return Measurement(None, note="no prose to look at")
    listed = [sentence for sentence in essay.sentences if essay.blocks[sentence.block].kind == "list-item"]
    share = sum(len(sentence.tokens) for sentence in listed) / essay.prose_words
    findings: tuple[Finding, ...] = ()
    if share > MUCH:
        advice = "Turn each item that matters into a sentence with its reason; keep lists for what is only named."
        findings = (Finding(listed[0].span, f"{share:.0%} of the words stand in lists.", advice, kind="lists"),)
    items = len(essay.blocks_of("list-item"))
    note = f"{items} list item{'s' * (items != 1)}, {share:.0%} of the words" if items else "no lists"
    return Measurement(share, "share of the words", note, findings)
