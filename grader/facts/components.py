"""Which part each sentence plays in the argument: the position, a claim, a premise, or none (:mod:`grader.components`)."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby

from grader.components.model import likelihoods, shipped
from grader.context import Context
from grader.model import Essay, Span


def components(essay: Essay, context: Context) -> Mapping[Span, Mapping[str, float]]:
    """The probability of each component, by the sentence's place."""
    paragraphs = [list(run) for _, run in groupby(essay.sentences, key=lambda sentence: sentence.block)]
    if not paragraphs:
        return {}
    found = likelihoods([[sentence.text for sentence in paragraph] for paragraph in paragraphs], shipped())
    return dict(zip((sentence.span for sentence in essay.sentences), found, strict=True))
