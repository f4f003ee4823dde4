"""Clean and dirty examples for structure.promises."""

from __future__ import annotations

from tests.helpers import measured, quotes

CHECK = "structure.promises"

BODY = "\n\n# Gains\n\nThe towns gained a steady income from the quays.\n\n# Record of the neighbours\n\nPersia taxed its rivers too.\n\n# Conclusion\n\nIt helped."


def test_clean() -> None:
    text = "# Introduction\n\nThis answer looks at the income of the towns and compares it with Persia." + BODY
    assert measured(CHECK, text).value == 1


def test_dirty() -> None:
    text = (
        "# Introduction\n\nThis answer looks at the income of the towns beside Persia, and the part of Venice will also be explained."
        + BODY
    )
    assert measured(CHECK, text).value == 0.5
    assert quotes(CHECK, text) == ["the part of Venice will also be explained"]


def test_themes_without_words_of_their_own_are_left_alone() -> None:
    text = "# Introduction\n\nIn this answer the causes and effects will be discussed." + BODY
    assert measured(CHECK, text).value is None


def test_one_or_two_common_words_prove_nothing() -> None:
    text = "# Introduction\n\nIt should not, and this answer gives three grounds for the claim." + BODY
    assert measured(CHECK, text).findings == ()
    text = "# Introduction\n\nThis answer looks at the income of the towns, and then at their earnings." + BODY
    assert measured(CHECK, text).findings == ()
