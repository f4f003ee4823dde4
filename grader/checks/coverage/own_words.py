"""Whether the prose is in the writer's own words, or stands in the question or in a source too.

What is copied shows what somebody else knows: examiners ask for the candidate's own argument and give ready-made matter
nothing (FPSC 2015). A sentence counts when most of its words lie in runs of six or more that stand in the source
as well, single changed words bridged. What stands in quotation marks is a quotation; names and the question's own phrases in a
sentence of the writer's are nobody's, and to say the question once in the opening and once in the close is good
practice. How the words came to be the same cannot be told, and only the sources that were given are known.

Good: the source's idea in words of one's own, with its author's name.
Bad: a paragraph of the model answer; the question again at the head of every section.
"""

from grader.context import Context
from grader.facts.copied import QUESTION, Stretch, prose_held, stretches
from grader.facts.question import question
from grader.model import Essay, Finding, Measurement

TITLE = "In the writer's own words"
MOST = 5


def check(essay: Essay, context: Context) -> Measurement:
    """Share of the prose in the writer's own words, 0 to 1; None without prose, or with nothing to hold it against."""
    words = context.fact(prose_held)
    if not words:
        return Measurement(None, note="no prose to look at")
    if not context.task.sources and context.fact(question) is None:
        return Measurement(None, note="nothing to hold the words against: no question and no sources (--sources)")
    found = context.fact(stretches)
    count = sum(one.words for one in found)
    where = "the question or a source" if context.task.sources else "the question"
    note = (
        f"{count:,} of {words:,} words of prose stand in {where} too, and were left out of the credit"
        if found
        else f"no sentence was found that stands in {where} too"
    )
    return Measurement((words - count) / words, "share of the prose", note, tuple(map(_finding, found[:MOST])))


def _finding(one: Stretch) -> Finding:
    if one.source == QUESTION:
        message = "These are the question's own words."
        advice = "Say it in your own words, or go on to the answer: what repeats the question earns nothing."
    else:
        message = f"The same words stand in {one.source}."
        advice = "Say it in your own words, or put it into quotation marks and name its author."
    return Finding(one.span, message, advice, kind="own words")
