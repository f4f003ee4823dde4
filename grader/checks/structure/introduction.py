"""Whether the answer opens with an introduction that does an introduction's work.

Three signs: an opening paragraph or section of its own, the question's subject named in it, and a plan or position
that tells the reader what follows. A marker reads the opening first and decides there whether the question was
understood (FPSC examiners, 2015 and 2017: the topic misread, no direction given).

Good: "The quota system has widened access but lowered trust. This answer weighs both effects and then proposes ..."
Bad: "Education is the backbone of every nation."
"""

from grader.context import Context
from grader.facts.question import question, shares_subject
from grader.facts.roles import opening, plan, thesis
from grader.facts.sections import role_units
from grader.model import Essay, Finding, Measurement, Span

TITLE = "Introduction"


def check(essay: Essay, context: Context) -> Measurement:
    """Share of the signs present, 0 to 1; None for a text without prose."""
    sentences = context.fact(opening)
    if not sentences:
        return Measurement(None, note="no prose to look at")
    asked = context.fact(question)
    named = shares_subject(
        " ".join(sentence.text for sentence in sentences), asked, min(2, len(asked.terms)) if asked else 1
    )
    signs = {
        "an opening of its own": bool(context.fact(role_units)["introduction"]),
        "a plan or a position": context.fact(plan) is not None or context.fact(thesis) is not None,
    }
    if asked:
        signs["the question's subject named"] = named
    missing = [sign for sign, present in signs.items() if not present]
    findings = []
    if missing:
        span = Span(sentences[0].span.start, sentences[0].span.end)
        advice = "In two or three sentences: take up the question's own words, give your answer in brief, say in what order you will argue it."
        findings = [Finding(span, f"Not found in the opening: {' and '.join(missing)}.", advice, kind="introduction")]
    note = "has all its parts" if not missing else f"not found: {' and '.join(missing)}"
    best = context.fact(thesis) or context.fact(plan)
    return Measurement(
        (len(signs) - len(missing)) / len(signs),
        "share of its parts",
        note,
        tuple(findings),
        quote=best.span if best else None,
    )
