"""What gives a reason or a consequence, and what only looks so."""

from __future__ import annotations

import pytest

from grader.facts.support import gives_reason
from tests.helpers import context_for


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("The tax fell because nobody paid it.", True),
        ("People follow those with whom they agree, so parties have become camps.", True),
        ("People came, and so villages grew.", True),
        ("This is true only in part, since two thirds of the boats are old.", True),
        ("No one will sign it online, for trust is not a download.", True),
        ("If the towns keep the tax, the quays will be built.", True),
        ("It has stood, for many years and in all weathers, by the sea.", False),
        ("It has grown, so far as anybody knows.", False),
        ("It has fallen, since then, by half.", False),
        ("It has fallen, since 2007, by half.", False),
        ("The river is long, and the boats are old.", False),
    ],
)
def test_a_reason(text: str, reason: bool) -> None:
    assert gives_reason(context_for(text).essay.sentences[0]) == reason
