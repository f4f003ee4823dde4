"""Whether in-text citations and the reference list answer to each other.

Only looked at where the answer has a list: an exam answer is never asked for one. Cited but not listed, listed but
never cited, and the same author under another year are the three faults found here.

Good: "(World Bank, 2022)" in the text, "World Bank. (2022). ..." in the list.
Bad: "Khan (2019)" in the text, "Khan, A. (2018). ..." in the list.
"""

from grader.context import Context
from grader.facts.citations import citations, matching, references
from grader.model import Essay, Finding, Measurement

TITLE = "Citations against the reference list"


def check(essay: Essay, context: Context) -> Measurement:
    """Share of citations and entries that match, 0 to 1; None without a reference list or citations."""
    found = context.fact(matching)
    cited = context.fact(citations)
    if found is None or not cited:
        return Measurement(
            None, note="no reference list" if found is None else "a reference list, but no citations in the text"
        )
    findings = [
        Finding(
            citation.span,
            f"{citation.author or f'[{citation.number}]'} is cited here but not in the reference list.",
            "Add the entry, or correct the name.",
            severity="minor",
            kind="not listed",
        )
        for citation in found.unlisted
    ]
    findings += [
        Finding(
            citation.span,
            f"Cited with {citation.year}, listed with {entry.year or 'no year'}: check which is right.",
            "Make the two years agree.",
            severity="minor",
            kind="year differs",
        )
        for citation, entry in found.year_differs
    ]
    findings += [
        Finding(
            entry.span,
            "This entry is never cited in the text.",
            "Cite it where you used it, or take it out.",
            severity="minor",
            kind="not cited",
        )
        for entry in found.uncited
    ]
    sources = len({(citation.author, citation.year, citation.number) for citation in cited}) + len(
        context.fact(references)
    )
    wrong = len(findings) + len(found.year_differs)  # a year that differs spoils a citation and an entry
    note = (
        "all citations and entries match"
        if not findings
        else f"{len(findings)} mismatch{'es' * (len(findings) > 1)} between text and list"
    )
    return Measurement(
        max(0.0, 1 - wrong / sources), "share", note, tuple(sorted(findings, key=lambda finding: finding.span))
    )
