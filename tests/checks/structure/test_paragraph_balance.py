"""Clean and dirty examples for structure.paragraph-balance."""

from __future__ import annotations

from tests.helpers import QUESTION, measured, quotes

CHECK = "structure.paragraph-balance"


def steps(*lengths: int) -> str:
    return "\n\n".join(f"# Step {i}\n\n" + "It grew. " * (length // 2) for i, length in enumerate(lengths))


def test_clean() -> None:
    assert measured(CHECK, steps(60, 80, 90, 70)).value == 1


def test_dirty_thin_and_swollen() -> None:
    measurement = measured(CHECK, steps(10, 60, 80, 400))
    assert measurement.value == 0.5
    assert [finding.kind for finding in measurement.findings] == ["thin section", "long section"]
    assert quotes(CHECK, steps(10, 60, 80, 60))[0] == "It grew."


def test_dirty_more_than_a_third_in_one_step() -> None:
    assert [finding.kind for finding in measured(CHECK, steps(60, 60, 60, 110)).findings] == ["long section"]
    assert measured(CHECK, steps(60, 60, 60, 90)).findings == ()


def test_two_steps_are_not_weighed() -> None:
    assert measured(CHECK, f"Q. {QUESTION}\n\n" + steps(10, 400)).value is None
