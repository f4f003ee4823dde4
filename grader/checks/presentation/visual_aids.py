"""Whether the answer shows something: a table, map, flow chart or diagram.

Coaching for the CSS papers expects one where the topic allows, and examiners ask for graphs, diagrams and tables
"where needed, precise, neat" (FPSC 2018). In a transcript only their mention can be seen, never their quality.

Good: "(map: the routes of the corridor)", a small table of figures.
Bad: none in an answer about regions or numbers. (Advice only: many topics need none.)
"""

from grader.context import Context
from grader.lexicon import phrase_pattern
from grader.model import Essay, Measurement

TITLE = "Maps, tables, diagrams"


def check(essay: Essay, context: Context) -> Measurement:
    """Number of tables, maps, figures and diagrams shown or referred to; None for a text without prose."""
    if not essay.sentences:
        return Measurement(None, note="no prose to look at")
    tables = len(essay.blocks_of("table"))
    mentions = sum(
        len(phrase_pattern("presentation", "visual_aids").findall(view.text))
        for block, view in zip(essay.blocks, essay.views, strict=True)
        if block.kind not in ("question", "remark")
    )
    count = tables + mentions
    return Measurement(
        float(count), "shown or referred to", f"{count} found" if count else "no map, table or chart found"
    )
