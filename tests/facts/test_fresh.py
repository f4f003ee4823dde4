"""Sentences that say something new."""

from __future__ import annotations

from grader.facts.fresh import fresh_sentences, padding
from tests.helpers import context_for


def test_a_repeat_and_linking_words_are_padding() -> None:
    context = context_for(
        "Rents rose by the river. Boats came back to the quays.\n\nRents  rose by the river. "
        "Moreover, furthermore, however, therefore, in addition, hence, thus, as a result."
    )
    assert [sentence.text for sentence in context.fact(fresh_sentences)] == [
        "Rents rose by the river.",
        "Boats came back to the quays.",
    ]
    assert context.fact(padding) == 5 + 11


def test_a_plain_answer_has_none() -> None:
    context = context_for("It was not so. It did not last. The boats did not come back, for the quays were gone.")
    assert context.fact(padding) == 0
