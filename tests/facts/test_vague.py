"""Claims handed to somebody nobody could look up, and things that only show something."""

from __future__ import annotations

import pytest

from grader.facts.vague import is_vague, somebody_speaks


@pytest.mark.parametrize(
    "text",
    [
        "Some experts argue that new dams would end the shortage.",
        "A survey shows that the river is falling.",
        "It is often said that the towns were never asked.",
    ],
)
def test_nameless(text: str) -> None:
    assert is_vague(text)


def test_what_the_writer_only_supposes_is_nobodys_claim() -> None:
    assert not is_vague("It could be objected that the towns were never asked.")


@pytest.mark.parametrize("text", ["The company said that it would pay.", "The minister told the towns to wait."])
def test_somebody_speaks(text: str) -> None:
    assert somebody_speaks(text)


@pytest.mark.parametrize(
    "text",
    [
        "Dams take ten years to build, and the present surplus shows that water is not short.",
        "The fall of the river suggests that the tax came too late.",
    ],
)
def test_what_only_shows_something_speaks_not(text: str) -> None:
    assert not is_vague(text)
    assert not somebody_speaks(text)
