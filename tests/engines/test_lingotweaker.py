"""The real engine, where it is installed: its British speller, its places, its names."""

from __future__ import annotations

import pytest

from grader import engines
from grader.engines import Engine
from grader.errors import EngineError


@pytest.fixture(scope="module")
def engine() -> Engine:
    try:
        made = engines.make("lingotweaker")
    except EngineError as error:
        pytest.skip(f"lingotweaker is not installed here: {error}")
    assert made is not None
    return made


def test_british_spellings_are_right(engine: Engine) -> None:
    assert engine.check("The colour of the organisation's programme is grey.") == []


def test_places_are_code_points(engine: Engine) -> None:
    text = "The café 😀 is good. He go to school."
    found = [match for match in engine.check(text) if match.rule == "HE_VERB_AGR"]
    assert [text[match.start : match.end] for match in found] == ["go"]


def test_misspellings_and_grammar_are_seen(engine: Engine) -> None:
    rules = {match.rule for match in engine.check("A hinderence came. In the recent years it fell.")}
    assert any(rule.startswith("MORFOLOGIK") for rule in rules)
    assert "IN_THE_RECENT_YEARS_IN_RECENT_YEARS" in rules


def test_it_is_made_once(engine: Engine) -> None:
    assert engines.make("lingotweaker") is engine
    assert engine.version[0].isdigit()
