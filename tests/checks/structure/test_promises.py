"""Clean and dirty examples for structure.promises."""

from __future__ import annotations

from tests.helpers import measured, quotes

CHECK = "structure.promises"

BODY = "\n\n# Gains\n\nThe towns gained a steady income from the quays.\n\n# Record of the neighbours\n\nPersia taxed its rivers too.\n\n# Conclusion\n\nIt helped."


def test_clean() -> None:
    text = "# Introduction\n\nThis answer looks at the income of the towns and compares it with Persia." + BODY
    assert measured(CHECK, text).value == 1


def test_clean_what_the_writer_argues_is_no_promise() -> None:
    text = (
        "# Introduction\n\nThis answer looks at Persia and argues that Venice alone, with its fleets and bankers, was richer."
        + BODY
    )
    assert measured(CHECK, text).findings == ()


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


START = "# Introduction\n\nThe tax is old and it divides the valley.\n\n"


def test_clean_numbers_that_agree() -> None:
    for body in (
        "# Remedies\n\nTwo steps are needed. First, the dues must be halved. Second, the quays must be rebuilt.",
        "# Causes\n\nThere are three main causes: greed, drought, and war.",
        "# Causes\n\nThere are three causes. Firstly, greed. Secondly, drought. Lastly, the war of the two cities.",
        "# Causes\n\nThe tax has three causes, which are:\n\n- greed of the lords\n- drought in the hills\n- war in the valley",
    ):
        assert measured(CHECK, START + body).value == 1, body


def test_dirty_another_number_is_given() -> None:
    for body, said in (
        (
            "Two steps are needed. First, halve the dues. Second, mend the quays. Third, count the boats.",
            "Two steps are announced, three are given.",
        ),
        ("There are four main causes: greed, drought, and war.", "Four causes are announced, three are given."),
        (
            "There are four causes. Firstly, greed. Secondly, drought. Lastly, war came.",
            "Four causes are announced, three are given.",
        ),
        (
            "The tax has two causes:\n\n- greed of the lords\n- drought in the hills\n- war in the valley",
            "Two causes are announced, three are given.",
        ),
        ("There are two causes: greed; drought; war.", "Two causes are announced, three are given."),
    ):
        found = measured(CHECK, f"{START}# Part\n\n{body}")
        assert [finding.message for finding in found.findings] == [said], body


def test_dirty_sub_headings_of_another_number() -> None:
    parts = "\n\n".join(f"## {name}\n\nIt was there for all to see." for name in ("Greed", "Drought", "War"))
    text = f"{START}# Causes\n\nThe tax has two causes, as the clerks knew.\n\n{parts}"
    assert quotes(CHECK, text) == ["two causes"]


def test_numbers_that_are_not_plainly_counted_are_left_alone() -> None:
    for body in (
        "There are three causes. Firstly, greed. Secondly, drought. War did the rest.",
        "Of these three causes greed is the worst. First, it spreads. Second, it lasts.",
        "There are two causes: greed, law and order.",
        "Two causes and three remedies stand out. First, greed. Second, drought. Third, war.",
        "There are three causes, and the second World War was one. Second World War veterans knew it. Finally they spoke.",
        "Two steps were taken. First, dues fell. Second, quays were mended. Finally, the valley had peace.",
    ):
        assert quotes(CHECK, f"{START}# Part\n\n{body}") == [], body


def test_dirty_steps_counted_off_by_name_further_down() -> None:
    steps = "# Remedies\n\n" + "\n\n".join(
        f"The {one} step is to mend a quay of the harbour." for one in ("first", "second", "third")
    )
    text = (
        "# Introduction\n\nThis answer explains the tax, and two steps are suggested at the end."
        + "\n\n# Gains\n\nIt grew.\n\n"
        + steps
    )
    (finding,) = measured(CHECK, text).findings
    assert finding.message == "Two steps are announced, three are given."
    assert measured(CHECK, text.replace("two steps", "three steps")).findings == ()
