"""Kinds of sources, by their names."""

from __future__ import annotations

import pytest

from grader.facts.source_kind import kind_of


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Article 25A", "law"),
        ("The Eighteenth Amendment", "law"),
        ("Dawn", "press"),
        ("the Holy Quran", "scripture"),
        ("India", "state"),
        ("the Economic Survey 2022", "report or index"),
        ("World Bank", "international body"),
        ("State Bank of Pakistan", "state body"),
        ("Human Rights Watch", "research or rights group"),
        ("Husain", "person"),
        ("Young et al.", "person"),
        ("Khan and Ali", "person"),
        ("XYZ", "other"),
    ],
)
def test_kinds(name: str, kind: str) -> None:
    assert kind_of(name) == kind
