"""Words that fill the line: memorised openers, fillers, well-worn figures, proverbs, appeals in place of a verdict.

Ready-made material earns nothing (FPSC examiners 2015, 2016, 2019), and padding is asked to be left out (2018). Advice
only: it costs no marks unless a rubric says so, and a phrase that a quotation holds is left alone. The phrases, with what to do and
a change shown on neutral words, are data (lexicon/padding.yaml).

Good: "Trade across the strait doubled in ten years; who gained is disputed."
Bad: "Since the dawn of time, trade has been the backbone of every nation."
"""

from grader.context import Context
from grader.facts.prose import matches
from grader.lexicon import compile_phrases, load
from grader.model import Essay, Finding, Measurement

TITLE = "Words that fill the line"


def check(essay: Essay, context: Context) -> Measurement:
    """Such phrases per 100 words of prose; None without prose."""
    if not essay.prose_words:
        return Measurement(None, note="no prose to look at")
    found = {
        passage.span(*match.span()): group
        for group in load("padding").values()
        for passage, match in matches(compile_phrases(tuple(group["phrases"])), essay, context)
    }
    spans = [span for span in sorted(found) if not any(other != span and other.holds(span) for other in found)]
    findings = tuple(
        Finding(
            span,
            found[span]["say"],
            f"{found[span]['do']} For example: “{found[span]['before']}” → “{found[span]['after']}”",
            kind="padding",
        )
        for span in spans
    )
    note = f"{len(findings)} place{'s' * (len(findings) != 1)} in {essay.prose_words:,} words"
    return Measurement(100 * len(findings) / essay.prose_words, "per 100 words", note, findings)
