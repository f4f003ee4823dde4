"""Whether each paragraph of the body says its point, and makes one point only.

A marker who reads the first sentence of each paragraph should have the argument (Strunk, "Elements of style", rules 9 and
10: one paragraph to each topic, begun with a sentence that says it). A heading can say the point in its place.

Good: "Remittances hide the problem. They pay for imports that ..."
Bad: "In 2018 the quay was built. In 2019 a road followed. In 2020 ..."
"""

from grader.context import Context
from grader.facts.topics import Paragraph, paragraphs
from grader.model import Essay, Finding, Measurement

TITLE = "Topic sentences"
_LEAST = 3


def check(essay: Essay, context: Context) -> Measurement:
    """Share of the body's paragraphs of three sentences or more whose point is said, 0 to 1; None without such ones."""
    found = [one for one in context.fact(paragraphs) if len(one.sentences) >= _LEAST]
    if not found:
        return Measurement(None, note="no body paragraphs of three sentences")
    said = [one for one in found if not one.lacking]
    findings = [_unsaid(one) for one in found if one.lacking] + [_second(one) for one in found if one.second]
    note = f"{len(said)} of {len(found)} paragraphs say their point"
    best = max((one for one in found if one.topic), key=lambda one: one.confidence, default=None)
    return Measurement(
        len(said) / len(found),
        "share of the paragraphs",
        note,
        tuple(sorted(findings, key=lambda finding: finding.span)),
        quote=best.topic.span if best and best.topic else None,
    )


def _unsaid(one: Paragraph) -> Finding:
    return Finding(
        one.sentences[0].span,
        "No sentence of this paragraph was found that says its point.",
        "Begin it with the claim that its facts are there for.",
        kind="topic sentence",
    )


def _second(one: Paragraph) -> Finding:
    assert one.second is not None
    return Finding(
        one.second.span,
        "Another point seems to begin here.",
        "Begin a paragraph of its own with it.",
        kind="second idea",
    )
