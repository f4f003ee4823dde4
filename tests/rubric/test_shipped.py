"""The limits of the rubrics that come with the package, on the texts they are there for."""

from __future__ import annotations

import pytest

from grader.marking import mark
from grader.rubric import load_rubric, shipped
from grader.segment import build
from tests.helpers import ANSWER

# Written in Latin letters, as many messages in Pakistan are: a few of its words look English.
URDU = (
    "Pakistan mein pani ka masla bohat sangeen hai aur is ka hal talash karna zaroori hai. Hum ko chahiye ke hum pani "
    "ko zaya na karen aur naye band banaen. Is se mulk ki taraqqi hogi magar hakumat ko bhi tawajja deni chahiye. "
) * 3
HEADINGS = "\n\n".join(f"# The {number} of all the points on which the tax of the river helped" for number in range(9))


@pytest.mark.parametrize("rubric", shipped())
@pytest.mark.parametrize(
    ("text", "gate"),
    [("It grew. " * 30, "unscorable"), (HEADINGS, "no-prose"), (URDU, "not-english")],
    ids=["short", "headings only", "another language"],
)
def test_what_is_no_answer_is_refused_with_its_reason(rubric: str, text: str, gate: str) -> None:
    result = mark(build(text, "answer"), rubric, engine="none")
    assert result.marks is None
    assert result.flags[0].id == "refused"

    assert result.summary == next(one.say for one in load_rubric(rubric).gates if one.id == gate)


@pytest.mark.parametrize("rubric", shipped())
def test_an_answer_is_not_refused(rubric: str) -> None:
    assert mark(build(ANSWER, "answer"), rubric, engine="none").marks is not None
