"""The part each sentence plays in the argument."""

from __future__ import annotations

from grader.components.model import COMPONENTS, likelihoods, shipped
from grader.components.signs import signs, terms
from grader.facts.components import components
from tests.helpers import ANSWER, context_for


def test_every_sentence_has_its_probabilities() -> None:
    context = context_for(ANSWER)
    found = context.fact(components)
    assert list(found) == [sentence.span for sentence in context.essay.sentences]
    assert all(set(one) == set(COMPONENTS) and abs(sum(one.values()) - 1) < 1e-9 for one in found.values())
    assert context_for("").fact(components) == {}


def test_a_position_a_claim_and_an_example_are_told_apart() -> None:
    opening = [
        "Many people travel to work by car.",
        "I firmly believe that cities should close their centres to traffic.",
    ]
    body = [
        "The first reason is that cars make the air of a city unhealthy.",
        "For example, in my town two schools had to close their playgrounds because of the smoke.",
    ]
    closing = ["In conclusion, cars should be kept out of city centres."]
    found = [max(one, key=one.__getitem__) for one in likelihoods([opening, body, closing], shipped())]
    assert found == ["none", "major", "claim", "premise", "major"]


def test_signs_are_of_place_cues_and_neighbours() -> None:
    first, second = signs([["I think so.", "For example, it rained."]])
    assert first["opening first"] == first["position"] == first["after: example"] == 1
    assert second["before: position"] == second["opening last"] == 1


def test_terms_are_words_and_pairs_with_numbers_as_one() -> None:
    assert terms("In 1947 it rained.") == {"in": 1, "0": 1, "it": 1, "rained": 1, "in 0": 1, "0 it": 1, "it rained": 1}
