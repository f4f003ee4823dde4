"""A first line that is the question set, and first lines that are not."""

from __future__ import annotations

import pytest

from grader.segment.asking import asks


@pytest.mark.parametrize(
    "line",
    [
        "Why did the river tax fail?",
        "Should the towns of the valley keep the river tax?",
        "**Does the river tax help the towns of the valley?** (20)",
        "Critically examine the river tax and suggest a way forward. [20 marks]",
        "Discuss the causes of the flood.",
        "Using a model of your own, discuss the causes of the flood.",
        "“A tax on water is a tax on bread.” Comment.",
        "The river tax failed because nobody paid it. Do you agree?",
    ],
)
def test_a_question(line: str) -> None:
    assert asks(line)


@pytest.mark.parametrize(
    "line",
    [
        "The river tax has helped the towns of the valley.",
        "Have you ever walked along a dry river?",
        "Would you drink from such a river?",
        "The river is long, but who pays for it?",
        "Why pay?",
        "Why did the tax fail? Nobody had asked the towns.",
        "The tax failed.\nWhy did it fail?",
        "In recent years, state rivers have been sold.",
        "State rivers belong to the state.",
    ],
)
def test_no_question(line: str) -> None:
    assert not asks(line)
