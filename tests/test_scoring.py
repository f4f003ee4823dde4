"""Marks: sums that can be re-added, nothing raised by a gap or a crash."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.model import Measurement
from grader.rubric import Criterion, Gate, Level, Penalty, Rubric, Rule
from grader.rubric.conditions import parse
from grader.scoring import band, next_band, score, share, to_step

LEVELS = (Level("high", 0.8, "High"), Level("mid", 0.5, "Mid"), Level("low", 0, "Low"))
LINE = ((0.0, 0.0), (1.0, 1.0))


def rubric(*criteria: Criterion, **more: object) -> Rubric:
    return Rubric("r", "R", sum(one.marks for one in criteria), criteria, bands=LEVELS, **more)  # type: ignore[arg-type]


def criterion(name: str, marks: float, **rules: float) -> Criterion:
    return Criterion(name, name, marks, LEVELS, tuple(Rule(check, weight, LINE) for check, weight in rules.items()))


def values(**given: float | None) -> dict[str, Measurement]:
    return {check: Measurement(value, note="not there") for check, value in given.items()}


def test_marks_are_shares_of_weights() -> None:
    result = score(rubric(criterion("c", 6, a=1, b=2)), values(a=0.5, b=1.0), {})
    assert [(rule.share, rule.marks, rule.out_of) for rule in result.criteria[0].rules] == [
        (0.5, 1.0, 2.0),
        (1.0, 4.0, 4.0),
    ]
    assert result.marks == 5.0


def test_what_does_not_apply_has_no_weight() -> None:
    result = score(rubric(criterion("c", 6, a=1, b=2)), values(a=0.5, b=None), {})
    assert result.criteria[0].rules[0].out_of == 6
    assert result.marks == 3.0
    assert result.criteria[0].rules[1].marks is None


def test_a_criterion_without_an_applicable_rule_leaves_the_total() -> None:
    result = score(rubric(criterion("c", 6, a=1), criterion("d", 4, b=1)), values(a=0.5, b=None), {})
    assert result.criteria[1].state == "not judged"
    assert (result.marks, result.out_of) == (3.0, 6.0)


def test_a_crash_never_raises_a_mark() -> None:
    broken = {"a": Measurement(1.0), "b": Measurement(None, error="boom")}
    result = score(rubric(criterion("c", 6, a=1, b=2)), broken, {})
    assert result.criteria[0].state == "needs a person"
    assert result.marks is None
    assert result.range is None


def test_the_tutors_criterion_waits_for_the_tutor() -> None:
    own = Criterion("d", "d", 4, LEVELS, (Rule("b", 1, LINE),), judge="tutor")
    result = score(rubric(criterion("c", 6, a=1), own), values(a=1.0, b=1.0), {})
    assert result.marks is None
    assert (result.subtotal, result.out_of) == (6.0, 6.0)
    assert result.criteria[1].rules[0].marks == 4.0


def test_gates_refuse_and_cap() -> None:
    refuse = Gate("short", parse("text.words < 80"), "refuse", "Too short.")
    total = Gate("off", parse("a < 0.9"), "cap-total", "Off topic.", to=2)
    one = Gate("one", parse("a < 0.9"), "cap", "Capped.", to=1, criterion="c")
    plain = rubric(criterion("c", 6, a=1))
    assert (
        score(rubric(criterion("c", 6, a=1), gates=(refuse,)), values(a=1.0), {"text.words": 10}).refused_by == refuse
    )
    assert score(rubric(criterion("c", 6, a=1), gates=(refuse,)), values(a=1.0), {"text.words": 10}).marks is None
    assert score(rubric(criterion("c", 6, a=1), gates=(total,)), values(a=0.8), {}).marks == 2
    capped = score(rubric(criterion("c", 6, a=1), gates=(one,)), values(a=0.8), {})
    assert capped.marks == 1
    assert capped.criteria[0].capped_by == "one"
    assert (
        score(rubric(criterion("c", 6, a=1), gates=(total, one)), values(a=1.0), {}).marks
        == score(plain, values(a=1.0), {}).marks
    )


def test_penalties_count_whole_steps_up_to_their_most() -> None:
    under = Penalty("under", parse("text.words < task.words.min"), per=10, marks=0.5, max=2)
    short = rubric(criterion("c", 6, a=1), penalties=(under,))
    for words, marks in ((500, 6.0), (460, 6.0), (450, 5.5), (310, 4.5), (100, 4.0)):
        assert score(short, values(a=1.0), {"text.words": words, "task.words.min": 500}).marks == marks


def test_rounding_is_done_once_and_halves_go_up() -> None:
    assert to_step(7.25, 0.5) == 7.5
    assert to_step(7.24, 0.5) == 7.0
    assert to_step(0.615, 0.01) == 0.62
    assert to_step(6.5, 1) == 7


def test_bands() -> None:
    assert share(((0, 0), (0.5, 0.8), (1, 1)), 0.25) == pytest.approx(0.4)
    assert share(((1, 0), (2, 1)), 0) == 0
    assert share(((1, 1), (2, 0)), 9) == 0
    assert band(LEVELS, 0.8).id == "high"
    assert band(LEVELS, 0.79).id == "mid"
    assert next_band(LEVELS, 0.5).id == "high"  # type: ignore[union-attr]
    assert next_band(LEVELS, 0.9) is None


def test_less_to_go_by_widens_the_range() -> None:
    plain = score(rubric(criterion("c", 20, a=1)), values(a=0.5), {})
    unsure = score(rubric(criterion("c", 20, a=1)), values(a=0.5), {}, ["c"])
    assert plain.range is not None
    assert unsure.range is not None
    assert unsure.range[0] < plain.range[0] <= 10 <= plain.range[1] < unsure.range[1]


WEIGHTS = st.lists(st.floats(0.1, 100), min_size=1, max_size=7)


@given(WEIGHTS, st.data(), st.sampled_from([1.0, 2.5, 3.0, 6.25, 20.0, 33.33]))
def test_a_tutor_can_re_add_every_mark(weights: list[float], data: st.DataObject, marks: float) -> None:
    checks = [f"check{i}" for i in range(len(weights))]
    found = {check: Measurement(data.draw(st.none() | st.floats(0, 1)), note="n") for check in checks}
    result = score(rubric(criterion("c", marks, **dict(zip(checks, weights, strict=True)))), found, {})
    rules = [rule for rule in result.criteria[0].rules if rule.marks is not None]
    if not rules:
        assert result.criteria[0].state == "not judged"
        return
    assert round(sum(rule.out_of for rule in rules), 2) == marks
    assert all(0 <= (rule.marks or 0) <= rule.out_of + 0.005 for rule in rules)
    assert result.subtotal == round(sum(rule.marks or 0 for rule in rules), 2)
    assert result.marks == min(marks, to_step(result.subtotal, 0.5))


@given(st.floats(0, 1), st.floats(0, 1))
def test_a_better_value_never_lowers_the_mark(low: float, high: float) -> None:
    low, high = sorted((low, high))
    made = rubric(criterion("c", 20, a=1))
    assert (score(made, values(a=low), {}).marks or 0) <= (score(made, values(a=high), {}).marks or 0)


def test_a_crash_that_a_limit_asks_for_leaves_no_total() -> None:
    broken = {"a": Measurement(1.0), "b": Measurement(None, error="boom")}
    gate = Gate("off", parse("b < 0.9"), "cap-total", "Off topic.", to=2)
    penalty = Penalty("late", parse("b < 0.9"), per=0, marks=1, max=1)
    for limits in ({"gates": (gate,)}, {"penalties": (penalty,)}):
        result = score(rubric(criterion("c", 6, a=1), **limits), broken, {})
        assert result.criteria[0].marks == 6
        assert (result.marks, result.range, result.band) == (None, None, None)


def test_rounding_never_lifts_the_marks_over_a_cap() -> None:
    gate = Gate("off", parse("a < 0.9"), "cap-total", "Off topic.", to=3.3)
    result = score(rubric(criterion("c", 6, a=1), gates=(gate,)), values(a=0.8), {})
    assert (result.marks, result.range) == (3.0, (2.5, 3.0))
    just_below = score(rubric(criterion("c", 6, a=1), gates=(gate,)), values(a=0.545), {})
    assert just_below.subtotal == 3.27
    assert just_below.marks == 3.0


def test_of_several_caps_the_lowest_holds() -> None:
    totals = tuple(Gate(f"t{to}", parse("a < 0.9"), "cap-total", "Off.", to=to) for to in (3, 2, 4))
    assert score(rubric(criterion("c", 6, a=1), gates=totals), values(a=0.8), {}).capped_by == totals[1]
    ones = tuple(Gate(f"c{to}", parse("a < 0.9"), "cap", "Off.", to=to, criterion="c") for to in (3, 2, 4))
    assert score(rubric(criterion("c", 6, a=1), gates=ones), values(a=0.8), {}).criteria[0].capped_by == "c2"


def test_marks_never_pass_what_they_are_out_of() -> None:
    result = score(rubric(criterion("c", 6.3, a=1)), values(a=1.0), {})
    assert (result.marks, result.out_of) == (6.3, 6.3)  # not 6.5, though the rubric rounds to halves
    assert result.range is not None and result.range[1] == 6.3


def test_nothing_marked_is_no_division_by_nought() -> None:
    result = score(rubric(criterion("c", 0, a=1)), values(a=1.0), {})
    assert result.marks is None
