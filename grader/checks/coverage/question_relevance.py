"""How near the answer keeps to the question, by its words and as a whole.

A floor, not a fine measure: an answer that hardly uses the question's words, and whose paragraphs are far from it, is
either off the topic or never says that it is on it. The fine measure is whether each section serves the question. Words
alone take an essay on a neighbouring subject for an answer; so the likeness of the paragraphs to the question counts too
(sentence encoder: Reimers and Gurevych 2019). Sentences that are little but the question's own words do not count.

Good: the subject named in the introduction, in headings, in the conclusion.
Bad: a memorised essay on another topic, with the question's words put in.
"""

from grader.context import Context
from grader.facts.question import question
from grader.facts.relevance import Relevance, relevance
from grader.model import Essay, Measurement
from grader.segment.similarity import content_stems

TITLE = "Nearness to the question"
# Set on 32 labelled answers, each held against its own question and against seven others; moved with the encoder's cosines
# so that 52 answers come to the same as before, against their own question and against 36 others.
_WORDS, _NEAR, _BASE = 0.86, 2.4, -0.44
FAR = 0.075  # mean cosine; an answer no nearer than this is about something else, whatever words are in it
_MOST_FAR = 2.7  # such an answer has at most so many times its cosine: under 0.2


def check(essay: Essay, context: Context) -> Measurement:
    """0 (far from the question) to 1; by words alone the share of the question's terms; None without a question."""
    asked = context.fact(question)
    if asked is None:
        return Measurement(None, note="no question given")
    found = context.fact(relevance)
    if found is None:
        return Measurement(None, note="the question has no words of its own")
    closest = max(
        essay.sentences, key=lambda sentence: len(content_stems(sentence.text) & set(asked.terms)), default=None
    )
    note = f"{found.taken} of {found.terms} terms of the question used"
    if found.near is not None:
        note += ", paragraphs " + (
            "far from it" if found.near < FAR else "near it" if found.near >= 2 * FAR else "some way from it"
        )
    return Measurement(round(_value(found), 2), "nearness, 0 to 1", note, quote=closest.span if closest else None)


def _value(found: Relevance) -> float:
    share = found.taken / found.terms
    if found.near is None:
        return share
    value = min(1.0, max(0.0, _WORDS * share + _NEAR * found.near + _BASE))
    return min(value, max(0.0, _MOST_FAR * found.near)) if found.near < FAR else value
