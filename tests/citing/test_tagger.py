"""Labels of an entry's tokens by the shipped weights."""

from __future__ import annotations

import pytest

from grader.citing.tagger import shipped, tag
from grader.citing.tokens import tokens

ENTRIES = (
    "Siddiqui, R. (2014). Rivers without water. Lahore: Crescent Press.",
    "",
    "Malik, T. and Orr, J. 2009. Grain and power. Journal of Rural Affairs 12(3), 45-67.",
)


def pieces(text: str) -> list[str]:
    return [text[start:end] for start, end in tokens(text)]


def test_every_token_has_a_label_and_an_empty_entry_has_none() -> None:
    found = tag([pieces(text) for text in ENTRIES], shipped())
    assert [len(labels) for labels, _ in found] == [len(pieces(text)) for text in ENTRIES]
    assert all(0 <= sure <= 1 for _, sure in found)
    assert found[0][0] == ["author"] * 2 + ["date"] + ["title"] * 3 + ["location"] + ["publisher"] * 2


def test_an_entry_is_tagged_the_same_alone_as_in_a_list() -> None:
    together = tag([pieces(text) for text in ENTRIES], shipped())
    alone = [tag([pieces(text)], shipped())[0] for text in ENTRIES]
    assert [labels for labels, _ in together] == [labels for labels, _ in alone]
    assert [sure for _, sure in together] == pytest.approx([sure for _, sure in alone], abs=1e-5)
