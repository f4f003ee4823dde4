"""How much ground the argument covers: the different content words of its body, counted as steps' worth.

A 20-mark answer is expected to bring six to ten distinct points, each under its head (coaching for the CSS papers:
five to seven a dimension); a developed one brings some 40 content words that the answer has not used before. How many
headings stand over them does not matter, and saying the same thing under another head adds nothing. In 34 marked answers the
number of such words goes with the marks given for coverage (correlation .88; headed sections that bring something new: .64).

Good: eight sections, each with an idea of its own.
Bad: two long paragraphs, or the same point under three heads.
"""

from grader.context import Context
from grader.facts.fresh import fresh_sentences
from grader.facts.sections import Unit, body_units
from grader.model import Essay, Finding, Measurement
from grader.segment.similarity import content_stems

TITLE = "Breadth of the argument"
FULL = 40  # content words
HARDLY_NEW = 4


def check(essay: Essay, context: Context) -> Measurement:
    """Different content words of the body, in steps' worth of 40; None without a body."""
    body = context.fact(body_units)
    if not body:
        return Measurement(None, note="no body paragraphs")
    fresh = {sentence.span for sentence in context.fact(fresh_sentences)}
    used: set[str] = set()
    nothing_new = []
    for unit in body:
        stems = content_stems(" ".join(one.text for one in unit.sentences if one.span in fresh))
        if len(stems - used) <= HARDLY_NEW:
            nothing_new.append(unit)
        used |= stems
    note = f"{len(body)} step{'s' * (len(body) != 1)} in the body with {len(used)} different content words; {FULL} are a full step's worth"
    return Measurement(
        len(used) / FULL,
        "steps' worth",
        note,
        tuple(map(_nothing_new, nothing_new)),
        quote=max(body, key=lambda unit: unit.words).sentences[0].span,
    )


def _nothing_new(unit: Unit) -> Finding:
    return Finding(
        unit.sentences[0].span,
        "This step brings hardly a word that earlier steps have not used.",
        "Bring an idea, a case or a fact of its own here, or merge it with the step it repeats.",
        kind="repetition",
    )
