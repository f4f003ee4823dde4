"""How likely each sentence states something about the world that a reader could look up (:mod:`grader.checkable`)."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby

from grader.context import Context
from grader.facts.claims import claims
from grader.facts.components import components
from grader.facts.encoded import encoded
from grader.facts.sections import units
from grader.model import Essay, Span


def statements(essay: Essay, context: Context) -> Mapping[Span, float]:
    """The probability by the sentence's place; empty where the encoder's weights were left out."""
    from grader.checkable.model import likelihood, shipped

    read = context.fact(encoded)
    if read is None or not essay.sentences:
        return {}
    weights = shipped()
    found = {}
    for sentence, one, shown in zip(essay.sentences, read.sentences, statement_signs(essay, context), strict=True):
        length = float((one.total**2).sum()) ** 0.5
        found[sentence.span] = likelihood(shown, [float(value) / length for value in one.total], weights)
    return found


def statement_signs(essay: Essay, context: Context) -> list[dict[str, float]]:
    """The signs of every sentence, in order."""
    from grader.checkable.signs import signs

    hard = {claim.span: claim.kind for claim in context.fact(claims)}
    roles = {sentence.span: unit.role for unit in context.fact(units) for sentence in unit.sentences}
    likely = context.fact(components)
    return signs(
        [[one.text for one in run] for _, run in groupby(essay.sentences, key=lambda sentence: sentence.block)],
        [roles.get(one.span, "none") for one in essay.sentences],
        [likely[one.span] for one in essay.sentences],
        [hard.get(one.span, "") for one in essay.sentences],
    )
