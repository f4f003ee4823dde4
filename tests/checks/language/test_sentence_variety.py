"""Clean and dirty examples for language.sentence-variety."""

from __future__ import annotations

from tests.helpers import each_its_own, measured, quotes

CHECK = "language.sentence-variety"
EVEN = each_its_own("The old town {} has a quay.", 6)
UNEVEN = (
    "The town grew. Its quay, which had been built of timber in the years before the tax, was made of stone at last. "
    "Boats came. They brought grain and cloth from the hills and took salt and fish back up the river in the autumn. "
    "Rents rose. So did wages."
)


def test_clean() -> None:
    assert measured(CHECK, UNEVEN).value > 0.45


def test_dirty() -> None:
    assert measured(CHECK, EVEN).value == 0


def test_names_a_sentence_that_runs_on() -> None:
    long = "The plan was made and " + "it was changed and " * 15 + "it was lost."
    assert quotes(CHECK, f"{EVEN} {long}") == [long]


def test_too_little_text_is_not_judged() -> None:
    assert measured(CHECK, "One. Two. Three.").value is None
