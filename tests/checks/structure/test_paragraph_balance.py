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
    assert [finding.kind for finding in measured(CHECK, steps(60, 60, 60, 150)).findings] == ["long section"]
    assert measured(CHECK, steps(60, 60, 60, 90)).findings == ()


def test_clean_few_sections_are_all_long() -> None:
    assert measured(CHECK, steps(300, 260, 280)).findings == ()


def test_clean_a_few_words_lead_in_to_sub_sections() -> None:
    lead = "# Introduction\n\n" + "It grew. " * 20 + "\n\n# Causes\n\nThere are two. They grew.\n\n"
    rest = "\n\n".join(f"## Cause {i}\n\n" + "It grew. " * 25 for i in range(3))
    assert measured(CHECK, lead + rest).findings == ()


def test_dirty_an_introduction_that_takes_too_much() -> None:
    text = "# Introduction\n\n" + "It grew. " * 45 + "\n\n" + steps(60, 60, 60, 50)
    (finding,) = measured(CHECK, text).findings
    assert finding.message == "The introduction takes 90 of 320 words."


def test_two_steps_are_not_weighed() -> None:
    assert measured(CHECK, f"Q. {QUESTION}\n\n" + steps(10, 400)).value is None


def test_a_short_conclusion_may_be_short_and_one_of_a_few_words_is_thin() -> None:
    def closed(words: int) -> str:
        return steps(60, 80, 90) + "\n\n# Conclusion\n\n" + "It grew. " * (words // 2)

    assert measured(CHECK, closed(24)).findings == ()
    (finding,) = measured(CHECK, closed(6)).findings
    assert finding.message == "Only 6 words stand here."


def test_dirty_an_answer_of_single_lines_has_one_fault() -> None:
    measurement = measured(CHECK, steps(60, 20, 20, 20, 20, 20, 20, 60))
    assert measurement.value == 0.25
    assert [finding.message for finding in measurement.findings] == ["6 of 8 paragraphs have only a line or two."]


def test_a_list_of_keywords_is_no_thin_section() -> None:
    prose = (
        "The quays were rebuilt because the tax stayed in the district, and the boats came back to the old quarter. "
        * 3
    )
    items = "- Depth of the river mouth\n- Cheap stone\n- Short way to the sea"
    text = f"# Introduction\n\n{prose}\n\n# Strengths\n\n{items}\n\n# The rise\n\n{prose}\n\n# Conclusion\n\n{prose}"
    assert quotes(CHECK, text) == []
    assert quotes(CHECK, text.replace("Cheap stone", "It has cheap stone.")) == ["Depth of the river mouth"]
