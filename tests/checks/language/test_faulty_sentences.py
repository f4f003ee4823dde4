"""Clean and dirty examples for language.faulty-sentences."""

from __future__ import annotations

from tests.helpers import ANSWER, each_its_own, measured

CHECK = "language.faulty-sentences"


def test_clean() -> None:
    assert measured(CHECK, ANSWER).value == 0


def test_dirty() -> None:
    good, bad = each_its_own("The quay of {} is old.", 6), "They was rich. It were built. We was glad. They has gone."
    assert measured(CHECK, f"{good} {bad}").value == 0.4


def test_two_errors_in_one_sentence_spoil_it_once() -> None:
    good = each_its_own("The quay of {} is old.", 9)
    assert measured(CHECK, f"{good} They was rich, and they has gone.").value == 0.1


def test_a_slight_error_spoils_its_sentence_a_comma_does_not() -> None:
    good = each_its_own("The quay of {} is old.", 9)
    assert measured(CHECK, f"{good} The goverment is old too.").value == 0.1
    assert measured(CHECK, f"{good} However it is old too.").value == 0


def test_four_sentences_are_too_few() -> None:
    assert measured(CHECK, "It is. It was. It has. It had.").value is None
