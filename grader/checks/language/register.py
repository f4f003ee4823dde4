"""Words that do not belong in a formal answer: contractions and words of talk.

Advice only, never an error: it costs no marks unless a rubric says so. Quotations are left alone. The lists are data
(lexicon/register.yaml) with their authority.

Good: "The state does not collect what it is owed."
Bad: "The state doesn't collect stuff."
"""

from grader.context import Context
from grader.facts.prose import matches
from grader.lexicon import compile_phrases, load
from grader.model import Essay, Finding, Measurement

TITLE = "Formal words"


def check(essay: Essay, context: Context) -> Measurement:
    """Informal places per 100 words of prose; None without prose."""
    if not essay.prose_words:
        return Measurement(None, note="no prose to look at")
    found = [
        Finding(passage.span(*match.span()), group["say"], group["advice"], kind=kind)
        for kind, group in load("register").items()
        for passage, match in matches(compile_phrases(tuple(group["phrases"])), essay, context)
    ]
    findings = tuple(sorted({finding.span: finding for finding in found}.values(), key=lambda finding: finding.span))
    note = f"{len(findings)} place{'s' * (len(findings) != 1)} in {essay.prose_words:,} words"
    return Measurement(100 * len(findings) / essay.prose_words, "per 100 words", note, findings)
