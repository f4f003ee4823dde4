"""Sentence boundaries."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.segment import build
from grader.segment.sentences import split


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in split(text)]


@pytest.mark.parametrize(
    "parts",
    [
        ["The quay is old.", "It was built in 1904."],
        ["Dr. Khan said so.", "He left at 5 p.m. and slept."],
        ["Is it old?", "Yes!", "It is."],
        ["He wrote “it is old.”", "She agreed."],
        ["Rents rose by 3.5 per cent.", "They fell later."],
        ["Thirlwall, A. P. wrote it.", "It is known."],
        ["The U.S. plan failed.", "It was late."],
        ["It is so (see p. 12).", "They agree."],
        ["Costs rose [3].", "They fell."],
        ["By the study of the Agriculture Deptt. (2018-19), lorries did it.", "It fell."],
        ["It gives 25% acc. to the same study.", "Kilns are better w.r.t. Black smoke."],
        ["They sold oil.", "which cause a loss."],
        ["The answer is no.", "It was late."],
        ["In No. 5 they lived.", "It was old."],
        ["It is I.", "He left."],
        ["In Bommai v. Union of India the court held it.", "They agreed."],
        ["The magazine Which? (2024) found it cheaper.", "They agreed."],
        ["The cartoon (Doc. 2) mocks him.", "They agreed."],
    ],
)
def test_splits_where_a_reader_would(parts: list[str]) -> None:
    assert sentences(" ".join(parts)) == parts


def test_the_number_of_an_item_is_no_sentence() -> None:
    for mark in ("1.", "ii.", "(a)", "2)"):
        essay = build(f"{mark} Repair the quay. It leaks.\n\n{mark} Dredge the mouth.")
        assert [one.text for one in essay.sentences][:2] == ["Repair the quay.", "It leaks."]


def test_a_forgotten_space_is_no_excuse() -> None:
    assert sentences("It lies in the valley.It is old.") == ["It lies in the valley.", "It is old."]
    assert sentences("See example.org/Page for it.") == ["See example.org/Page for it."]


@given(st.text(alphabet=st.sampled_from(list('aB1 .!?"”)[]’')), max_size=60))
def test_sentences_cover_the_text_in_order(text: str) -> None:
    places = list(split(text.strip()))
    assert all(one[1] <= other[0] for one, other in pairwise(places))
    rest = text.strip()
    for start, end in reversed(places):
        rest = rest[:start] + rest[end:]
    assert rest.strip() == ""
