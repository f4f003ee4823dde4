"""How many different sources are named.

One report quoted five times is one source; markers look for variety (official statistics, international bodies,
scholars, the press). Counted once each, in citations or in prose; ornamental quotations do not count.

Good: the central bank, a World Bank report, a scholar and a newspaper.
Bad: no name but the author's own.
"""

from grader.context import Context
from grader.facts.claims import named_sources
from grader.facts.source_kind import kind_of
from grader.model import Essay, Finding, Measurement

TITLE = "Variety of named sources"


def check(essay: Essay, context: Context) -> Measurement:
    """Number of distinct sources named; None for a text without prose."""
    if not essay.sentences:
        return Measurement(None, note="no prose to look at")
    names = context.fact(named_sources)
    if not names:
        advice = "Learn four or five sources for each topic: a statistics office, an international body, a scholar, a newspaper."
        return Measurement(
            0.0,
            "sources",
            "no source is named",
            (Finding(essay.sentences[0].span, "No named source was found in the answer.", advice, kind="sources"),),
        )
    kinds = list(dict.fromkeys(map(kind_of, names)))
    listed = f"{len(names)} named: {', '.join(names[:8])}{' …' if len(names) > 8 else ''}"
    note = f"{listed}; of {len(kinds)} kinds ({', '.join(kinds)})" if len(kinds) > 1 else listed
    return Measurement(float(len(names)), "sources", note)
