"""How many different steps the argument takes.

A 20-mark answer is expected to bring six to ten distinct points, each under its head (coaching for the CSS papers:
five to seven a dimension). A step counts in full when it brings at least 15 content words that the answer has not
used before, and in proportion below that: saying the same thing under another head adds nothing.

Good: eight sections, each with an idea of its own.
Bad: two long paragraphs, or the same point under three heads.
"""

from grader.context import Context
from grader.facts.fresh import fresh_sentences
from grader.facts.sections import Unit, body_units
from grader.model import Essay, Finding, Measurement
from grader.segment.similarity import content_stems

TITLE = "Breadth of the argument"
FULL = 15
HARDLY_NEW = 4


def check(essay: Essay, context: Context) -> Measurement:
    """Steps of the body, each weighted by the new words it brings (1 for 15 or more); None without a body."""
    body = context.fact(body_units)
    if not body:
        return Measurement(None, note="no body paragraphs")
    fresh = {sentence.span for sentence in context.fact(fresh_sentences)}
    used: set[str] = set()
    total = 0.0
    nothing_new = []
    for unit in body:
        stems = content_stems(" ".join(one.text for one in unit.sentences if one.span in fresh))
        new = len(stems - used)
        used |= stems
        total += min(1.0, new / FULL)
        if new <= HARDLY_NEW:
            nothing_new.append(unit)
    note = f"{len(body)} step{'s' * (len(body) != 1)} in the body, worth {total:.1f} by the new words they bring"
    return Measurement(
        total,
        "steps",
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
