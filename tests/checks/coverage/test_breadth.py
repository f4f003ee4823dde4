"""Clean and dirty examples for coverage.breadth."""

from __future__ import annotations

from tests.helpers import measured, quotes

CHECK = "coverage.breadth"

STEPS = (
    "Harbour boards repaired rotten timber quays using granite blocks carried downstream from quarries above Kessel village before winter storms arrived",
    "Merchants returned, opened warehouses, hired porters, insured cargoes, printed price lists and lent money against barley harvests each autumn",
    "Schools taught arithmetic, navigation, hygiene, surveying and law to children whose parents mended nets, caulked hulls or kept inns",
)


def answer(*steps: str) -> str:
    return (
        "# Introduction\n\nThe tax is old.\n\n"
        + "\n\n".join(f"# Step {i}\n\n{step}." for i, step in enumerate(steps))
        + "\n\n# Conclusion\n\nThat is all."
    )


def test_clean() -> None:
    found = measured(CHECK, answer(*STEPS))
    assert found.value == 48 / 40
    assert found.note == "3 steps in the body with 48 different content words; 40 are a full step's worth"


def test_clean_the_same_under_fewer_heads() -> None:
    assert measured(CHECK, answer(". ".join(STEPS))).value == measured(CHECK, answer(*STEPS)).value


def test_dirty_the_same_step_again_adds_nothing() -> None:
    text = answer(STEPS[0], STEPS[1], STEPS[0])
    assert measured(CHECK, text).value == measured(CHECK, answer(STEPS[0], STEPS[1])).value
    assert quotes(CHECK, text) == [f"{STEPS[0]}."]
