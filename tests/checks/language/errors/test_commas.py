"""Clean and dirty examples for language.errors.commas."""

from __future__ import annotations

import pytest

from grader.engines import make
from tests.helpers import measured, quotes

CHECK = "language.errors.commas"


def found(text: str) -> list[str]:
    return quotes(CHECK, text, engine=make("own"))


@pytest.mark.parametrize(
    "text",
    [
        "When the dam was built, the farmers moved to the hills.",
        "In 1947 the country had no navy.",
        "In the spring the river rises.",
        "However the court decides, the tax will stay.",
        "He was poor but proud of his work.",
        "The tax was old but it paid.",
        "Although late, the rains came.",
        "What happened when the dam was built was not written down.",
        "He wrote “When the dam was built the farmers moved” in his book.",
        "After all the debates of that year ended, nothing had changed.",
        "As a rule of thumb for the whole of the valley, it holds.",
        "If so the tax stays.",
        "However challenging the task may be, it must be done.",
        "To conclude the war, the two sides met at Tashkent.",
        "To conclude peace between the states, the two sides met at Tashkent.",
        "As a result of the war, the towns were empty.",
        "Also present was the governor of the province.",
        "Otherwise able men lost their seats.",
        "In addition to taxes the state lives on loans.",
        "For example rice and wheat.",
        "Finally, rivers run dry.",
        "According to the Pakistan Economic Survey 2023-24 seventeen towns have no school.",
        "Therefore farmers leave, and then they come back.",
        "He wrote “In fact rivers run dry” in his book.",
        "In fact the engine had been replaced.",
        "After the tax was brought in in 2014, Colchero et al. (2017) found that sales fell.",
    ],
)
def test_clean(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("When the dam was built the farmers moved to the hills.", "built the"),
        ("Although the state spends much on schools the results are poor.", "schools the"),
        ("At the end of the long war the towns were empty.", "war the"),
        ("The government promised new schools in every district but it never opened them.", "district but"),
    ],
)
def test_dirty_on_the_parse(text: str, wrong: str) -> None:
    assert found(text) == [wrong]


@pytest.mark.parametrize(
    ("text", "link"),
    [
        ("Moreover rivers run dry in the summer.", "Moreover"),
        ("However Pakistan has signed the treaty.", "However"),
        ("For example poor farmers sell their land.", "For example"),
        ("Finally nobody paid for the dam.", "Finally"),
        ("As a result three mills were closed.", "As a result"),
        ("As a matter of fact when rivers rise, villages drown.", "As a matter of fact"),
        ("In conclusion saving water is a duty.", "In conclusion"),
        ("Also there are no schools.", "Also"),
        ("To conclude we hold that, in the end, trade pays.", "To conclude"),
    ],
)
def test_dirty_after_a_linking_expression_by_tag(text: str, link: str) -> None:
    assert found(text) == [link]


def test_a_comma_is_minor() -> None:
    (finding,) = measured(CHECK, "Moreover rivers run dry in the summer.", engine=make("own")).findings
    assert (finding.severity, finding.replacements) == ("minor", ("Moreover,",))


def test_dirty_after_a_linking_expression_even_without_a_parse() -> None:
    assert quotes(CHECK, "It fell. However it rose again. On the other hand the poor gained.") == [
        "However",
        "On the other hand",
    ]
