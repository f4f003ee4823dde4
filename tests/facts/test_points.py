"""Which expected points are made, and where."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from grader.facts.points import coverage, nearness
from grader.matching import model
from grader.matching.model import Matches
from grader.rubric import Point
from tests.helpers import ANSWER, context_for

INCOME = Point("income", "The tax gave the towns a steady income.", aliases=("receipts", "steady income"))
MOON = Point("moon", "Moonlight moves the tides of distant oceans.", aliases=("tidal pull",))


def test_a_point_made_is_quoted_from_the_body() -> None:
    context = context_for(ANSWER, points=(INCOME, MOON))
    income, moon = context.fact(coverage)
    assert income.state == "evidenced"
    assert "steady income" in context.essay[income.evidence[0]]
    assert (moon.state, moon.evidence) == ("missing", ())
    assert moon.score < income.score


def test_depth_follows_the_neighbourhood() -> None:
    filler = "Nobody in the old quarter of the town minded it, and the ferry went on as it had gone on for all those years before."
    bare = context_for("The tax gave the towns a steady income.", points=(INCOME,)).fact(coverage)[0]
    reasoned = context_for(
        f"The tax gave the towns a steady income because it stayed there. {filler}", points=(INCOME,)
    ).fact(coverage)[0]
    dated = context_for("The tax gave the towns a steady income of 40,000 crowns.", points=(INCOME,)).fact(coverage)[0]
    assert [bare.state, reasoned.state, dated.state] == ["mentioned", "explained", "evidenced"]


def test_the_next_sentence_is_shown_where_it_alone_backs_the_point(monkeypatch: pytest.MonkeyPatch) -> None:
    def there(points: Sequence[Point], texts: Sequence[str], *_: object) -> Matches:
        table = [[0.9 if text == "Ferries were late." else 0.1 for text in texts] for _ in points]
        return Matches("encoder", np.array(table), np.zeros(len(texts)))

    monkeypatch.setattr(model, "matches", there)
    for following, state, shown in (
        ("Some 400 were stopped in 1920.", "evidenced", ["Ferries were late.", "Some 400 were stopped in 1920."]),
        ("It rained.", "mentioned", ["Ferries were late."]),
    ):
        context = context_for(f"Bread was good. Ferries were late. {following}", points=(INCOME,))
        (found,) = context.fact(coverage)
        assert (found.state, [context.essay[span] for span in found.evidence]) == (state, shown)


def test_a_sentence_is_read_under_its_heading() -> None:
    text = "{}\n\nMoney came in every year, whatever the weather was."
    under, elsewhere = (
        context_for(text.format(heading), points=(INCOME, MOON)).fact(coverage)[0]
        for heading in ("1. A STEADY INCOME FOR THE TOWNS", "1. DOGS AND CATS OF THE QUARTER")
    )
    assert under.score > elsewhere.score


def test_an_open_alias_matches_the_rest_of_the_word() -> None:
    point = Point("chips", "Foreign makers want local factories.", aliases=("semiconductor*",))
    found = context_for("New semiconductors arrived.", points=(point,)).fact(coverage)[0]
    assert found.score > 0


def test_every_sentence_has_its_nearness() -> None:
    context = context_for(ANSWER, points=(INCOME, MOON))
    assert len(context.fact(nearness)) == len(context.essay.sentences)
    assert context_for("It fell.").fact(nearness) == (0.0,)
    assert context_for("", points=(INCOME,)).fact(coverage)[0].state == "missing"


def test_a_heading_announces_and_does_not_argue() -> None:
    text = "1. THE TAX GAVE THE TOWNS A STEADY INCOME\n\nDogs bark at night in the old quarter, and nobody sleeps there any more."
    found = context_for(text, points=(INCOME,)).fact(coverage)[0]
    assert (found.state, found.sure) == ("mentioned", False)


def test_the_points_own_words_alone_are_a_mention() -> None:
    pasted = "The tax gave the towns a steady income. Moonlight moves the tides of distant oceans because of 1920 and 4 million crowns."
    moon = Point("moon", "Moonlight moves the tides of distant oceans because of 1920 and 4 million crowns.")
    assert [one.state for one in context_for(pasted, points=(INCOME, moon)).fact(coverage)] == ["mentioned"] * 2


def test_a_point_denied_is_shown_and_not_made() -> None:
    context = context_for("The tax did not give the towns a steady income.", points=(INCOME,))
    found = context.fact(coverage)[0]
    assert (found.state, found.evidence) == ("missing", ())
    assert found.denied is not None
    assert context.essay[found.denied] == "The tax did not give the towns a steady income."


def test_struck_words_make_no_point() -> None:
    found = context_for("~~The tax gave the towns a steady income.~~ It rained for weeks.", points=(INCOME,))
    assert found.fact(coverage)[0].state == "missing"


def test_a_missing_point_that_is_not_sure_says_where_to_look(monkeypatch: pytest.MonkeyPatch) -> None:
    for best, somewhere in ((0.45, True), (0.1, False)):

        def given(points: object, texts: Sequence[str], *rest: object, best: float = best) -> Matches:
            table = np.array([[best if "Ferries" in text else 0.0 for text in texts]])
            return Matches("encoder", table, np.zeros(len(texts)))

        monkeypatch.setattr(model, "matches", given)
        context = context_for("Bread was good. Ferries were late. It rained.", points=(INCOME,))
        found = context.fact(coverage)[0]
        assert (found.state, found.sure) == ("missing", not somewhere)
        assert (context.essay[found.nearest] if found.nearest else "") == ("Ferries were late." if somewhere else "")


@pytest.mark.parametrize(("probability", "state"), [(0.6, "missing"), (0.9, "made")])
def test_what_is_found_in_the_introduction_alone_must_be_sure(
    monkeypatch: pytest.MonkeyPatch, probability: float, state: str
) -> None:
    introduction = "The river tax has divided the valley"

    def there(points: Sequence[Point], texts: Sequence[str], *_: object) -> Matches:
        table = [[probability if text.startswith(introduction) else 0.1 for text in texts] for _ in points]
        return Matches("encoder", np.array(table), np.zeros(len(texts)))

    monkeypatch.setattr(model, "matches", there)
    (found,) = context_for(ANSWER, points=(INCOME,)).fact(coverage)
    assert (found.state == "missing") == (state == "missing")
    assert found.score == probability


def test_the_same_in_the_body_is_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    def there(points: Sequence[Point], texts: Sequence[str], *_: object) -> Matches:
        table = [[0.6 if text.startswith("The towns gained") else 0.1 for text in texts] for _ in points]
        return Matches("encoder", np.array(table), np.zeros(len(texts)))

    monkeypatch.setattr(model, "matches", there)
    (found,) = context_for(ANSWER, points=(INCOME,)).fact(coverage)
    assert found.state != "missing"
