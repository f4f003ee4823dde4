"""Clean and dirty examples for coverage.development."""

from __future__ import annotations

import pytest

from tests.helpers import measured, quotes

CHECK = "coverage.development"


def answer(body: str) -> str:
    return f"# Introduction\n\nThe tax is old.\n\n# The quays\n\n{body}\n\n# Conclusion\n\nThat is all."


EVIDENCED = (
    "The quays were rebuilt because the tax stayed in the district. In 1904 the harbour board spent 40,000 crowns on stone and timber, "
    "and as a result the boats were unloaded in hours and the merchants came back to the old quarter of the town, where rents rose again."
)
EXPLAINED = (
    "The quays were rebuilt because the tax stayed in the district. The harbour board spent its money on stone and timber, and as a "
    "result the boats were unloaded in hours and the merchants came back to the old quarter of the town, where rents rose again."
)
ASSERTED = (
    "The quays are very important for the towns of the valley. They are old and they are made of stone and timber. The boats come to them "
    "in the morning and go home in the evening with the merchants, and the old quarter of the town is proud of them and of their age."
)


def words(text: str) -> int:
    return len(text.replace(",", "").split())


def test_clean() -> None:
    assert measured(CHECK, answer(EVIDENCED)).value == pytest.approx(words(EVIDENCED) / 90)
    longer = f"{EVIDENCED} {EVIDENCED.replace('quays', 'inns').replace('1904', '1905')}"
    found = measured(CHECK, answer(longer))
    assert found.value == 1
    assert found.note == "1 step: 1 evidenced (1 each)"
    assert quotes(CHECK, answer(EVIDENCED)) == []


FACT_ONLY = (
    "The quays were rebuilt in 1904. The harbour board spent 40,000 crowns on stone and timber in that year, and the boats were "
    "unloaded in hours. The merchants came back to the old quarter of the town, where rents rose again within a year or two of it."
)


def test_a_fact_without_a_reason_is_half_and_said_so() -> None:
    found = measured(CHECK, answer(FACT_ONLY))
    assert found.value == pytest.approx(words(FACT_ONLY) / 90 / 2)
    assert found.note == "1 step: 1 explained (½ each); 1 of fewer than 90 words count in proportion"
    assert "that says why it matters" in found.findings[0].message


def test_running_paragraphs_together_gains_little() -> None:
    kinds = [EVIDENCED, ASSERTED, ASSERTED, EXPLAINED] * 3
    steps = [
        " ".join(kind.replace(".", f" at {name}.") for name in (f"Ba{i}", f"Do{i}")) for i, kind in enumerate(kinds)
    ]
    apart = measured(CHECK, "\n\n".join(["The tax is old.", *steps, "That is all."])).value
    together = measured(CHECK, "\n\n".join(["The tax is old.", " ".join(steps), "That is all."])).value
    assert apart is not None and together is not None
    assert 0 <= together - apart < 2.5  # of the seven that earn full marks


def test_dirty() -> None:
    assert measured(CHECK, answer(EXPLAINED)).value == pytest.approx(words(EXPLAINED) / 90 / 2)
    assert measured(CHECK, answer(ASSERTED)).value == 0
    assert quotes(CHECK, answer(ASSERTED)) == ["The quays are very important for the towns of the valley."]


def test_a_line_has_no_room_to_argue() -> None:
    value = measured(CHECK, answer("It grew in 1904 because of the tax.")).value
    assert value is not None and value < 0.1


def test_few_steps_are_told_that_a_fact_stands_alone() -> None:
    steps = [FACT_ONLY.replace(".", f" at {name}.") for name in ("Ba", "Do", "Ku", "Li", "Mo")]
    found = measured(CHECK, "\n\n".join(["The tax is old.", *steps, "That is all."]))
    assert len(found.findings) == 3
