"""Clean and dirty examples for structure.counter-argument."""

from __future__ import annotations

import pytest

from tests.helpers import ANSWER, measured, quotes

CHECK = "structure.counter-argument"


def test_clean() -> None:
    assert measured(CHECK, ANSWER).value == 1


def test_dirty_one_side_only() -> None:
    text = ANSWER.split("3. WHAT THE CRITICS SAY")[0] + "4. CONCLUSION" + ANSWER.split("4. CONCLUSION")[1]
    assert measured(CHECK, text).value == 0


def test_dirty_a_view_without_its_answer() -> None:
    body = "Critics argue that the tax drove the small boats away. The quays stood empty for a year."
    text = f"# Introduction\n\nThe tax is old.\n\n# The case against\n\n{body}\n\n# Conclusion\n\nThat is all."
    assert measured(CHECK, text).value == 0.5
    assert quotes(CHECK, text) == ["Critics argue that the tax drove the small boats away."]


def test_a_struck_view_does_not_count() -> None:
    view = "Critics argue that the tax drove the small boats away."
    text = (
        ANSWER.replace(view, f"~~{view}~~")
        .replace("3. WHAT THE CRITICS SAY", "3. LICENCES")
        .replace("The objection forgets", "Some forget")
    )
    assert measured(CHECK, text).value == 0


def body(text: str) -> str:
    return f"# Introduction\n\nThe tax is old.\n\n# The boats\n\n{text}\n\n# Conclusion\n\nThat is all."


@pytest.mark.parametrize(("last", "value"), [("I agree that the tax should stay.", 1), ("That is all.", 0)])
def test_a_paragraph_on_the_other_hand_is_answered_by_what_the_writer_settles_on(last: str, value: float) -> None:
    text = body("The quays were built.\n\nOn the other hand, the small boats left. The quays stood empty for a year.")
    assert measured(CHECK, text.replace("That is all.", last)).value == value


@pytest.mark.parametrize(
    "view",
    [
        "One school of thought holds that the small boats would have left in any case.",
        "Critics, however, are of the opinion that the small boats would have left in any case.",
        "Sceptics point out that the small boats would have left in any case.",
    ],
)
def test_a_view_in_other_words(view: str) -> None:
    assert measured(CHECK, body(f"{view} This view deserves to be answered. They paid the least.")).value == 1


@pytest.mark.parametrize(
    "both",
    [
        "The main objection is that residents may resent the toll. That objection deserves a serious answer.",
        "Some residents argue that the toll is unfair to them. However, that objection can be answered.",
        "The plan has been criticised on several grounds. These objections are serious, but they do not destroy it.",
    ],
)
def test_a_view_and_its_answer_in_other_words(both: str) -> None:
    assert measured(CHECK, body(both)).value == 1


def test_a_view_under_a_plain_heading_needs_no_answer_to_be_found() -> None:
    text = body("Critics argue that the tax drove the small boats away. The quays stood empty for a year.")
    assert measured(CHECK, text).value == 0.5


def test_not_yet_and_still_growing_answer_nothing() -> None:
    text = body(
        "Some argue that the tax drove the small boats away. The quays are not yet full. The town is still growing "
        "and it is nothing but a market."
    )
    assert measured(CHECK, text).value == 0.5


def test_a_turn_at_the_very_end_of_a_later_sentence_answers_nothing() -> None:
    view = "Some argue that the tax drove the small boats away."
    late = "The quays of the old town were built of timber in that year and the harbour was dug out again, but late."
    assert measured(CHECK, body(f"{view} {late}")).value == 0.5


def test_a_turn_after_a_comma_answers() -> None:
    text = body("Some argue that the tax drove the small boats away. Licences fell by a tenth, but most came back.")
    assert measured(CHECK, text).value == 1


def test_the_other_hand_is_another_side_only_at_the_head_of_a_sentence_and_answered() -> None:
    after = "However, that gain was gone within a year."
    assert measured(CHECK, body(f"On the other hand, the tax fed the small ports of the coast. {after}")).value == 1
    assert measured(CHECK, body(f"The small ports, on the other hand, were fed by the tax. {after}")).value == 0
    assert measured(CHECK, body("On the other hand, the small boats went too. The quays stood empty.")).value == 0


def test_supporters_bring_in_a_side_where_they_are_answered() -> None:
    view = "Supporters of the tax say that it pays for the quays."
    assert measured(CHECK, body(f"{view} This is true only in part, since the boats pay for most of them.")).value == 1
    assert measured(CHECK, body(f"{view} The quays stood empty.")).value == 0


@pytest.mark.parametrize(
    ("question", "value"),
    [("Explain the causes of the flood and suggest a way forward.", None), ("Discuss the flood.", 0), ("", 0)],
)
def test_nobody_misses_the_other_side_where_the_question_only_asks_to_tell(question: str, value: float | None) -> None:
    assert measured(CHECK, body("The quays were built because the tax stayed."), question=question).value == value
    both = body("Critics argue that the tax drove the boats away. However, they came back in a year.")
    assert measured(CHECK, both, question=question).value == 1
