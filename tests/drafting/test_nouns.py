"""Noun phrases for aliases."""

from __future__ import annotations

from grader.drafting.nouns import noun_phrases
from tests.drafting.helpers import parsed


def test_clean_terms_and_names_in_order() -> None:
    text = "The old tube wells near Tharparkar drain the aquifer, and levelled fields save water in the Hindu Kush Himalaya."
    assert noun_phrases(parsed(text)) == ["old tube wells", "Tharparkar", "levelled fields", "Hindu Kush Himalaya"]


def test_dirty_nothing_of_verbs_amounts_and_empty_nouns() -> None:
    assert noun_phrases(parsed("It has suffered losses in recent years.")) == []
    assert noun_phrases(parsed("Many people in this country need such things.")) == []
    assert noun_phrases(parsed("The government of Pakistan met in March.")) == []
    assert noun_phrases(parsed("Now come the main challenges and a counter-view.")) == []
    assert noun_phrases(parsed("Little fresh water is left.")) == ["fresh water"]


def test_no_longer_than_four_words() -> None:
    assert noun_phrases(parsed("Nobody trusted the National Crop Water Price Commission.")) == []
