"""How many of the question's own words the answer takes up.

A floor, not a fine measure: an answer that hardly uses the question's words is either off the topic or never says
that it is on it. The fine measure is whether each section serves the question.

Good: the subject named in the introduction, in headings, in the conclusion.
Bad: a memorised essay on another topic.
"""

from grader.context import Context
from grader.facts.question import question
from grader.model import Essay, Measurement
from grader.segment.similarity import content_stems

TITLE = "The question's words taken up"


def check(essay: Essay, context: Context) -> Measurement:
    """Share of the question's terms that come in the prose, 0 to 1; None without a question."""
    asked = context.fact(question)
    if asked is None:
        return Measurement(None, note="no question given")
    if not asked.terms:
        return Measurement(None, note="the question has no words of its own")
    used = (
        frozenset().union(*(content_stems(sentence.text) for sentence in essay.sentences))
        if essay.sentences
        else frozenset()
    )
    taken = sum(term in used for term in asked.terms)
    closest = max(
        essay.sentences, key=lambda sentence: len(content_stems(sentence.text) & set(asked.terms)), default=None
    )
    note = f"{taken} of {len(asked.terms)} terms of the question used"
    return Measurement(
        taken / len(asked.terms), "share of the question's terms", note, quote=closest.span if closest else None
    )
