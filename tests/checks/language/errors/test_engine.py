"""What is kept of an engine's flags, and what is left out."""

from __future__ import annotations

from tests.helpers import ScriptedEngine, measured, quotes

CHECK = "language.errors.engine"
SPELLER = "MORFOLOGIK_RULE_EN_GB"


def flagged(text: str, words: str, rule: str = "SOME_RULE", category: str = "GRAMMAR", *right: str) -> list[str]:
    return quotes(CHECK, text, engine=ScriptedEngine((words, rule, category, right)))


def test_clean_without_an_engine_is_not_applicable() -> None:
    assert measured(CHECK, "He go home.").value is None


def test_clean_names_style_quotations_and_varieties_are_left_out() -> None:
    assert flagged("The Marsoos plan came.", "Marsoos", SPELLER, "TYPOS", "marshes") == []
    assert flagged("He paid in crore rupees.", "crore", SPELLER, "TYPOS", "core") == []
    assert flagged("The neighboring state.", "neighboring", SPELLER, "TYPOS", "neighbouring") == []
    assert flagged("The pro-poor plan.", "poor", SPELLER, "TYPOS", "pour") == []
    assert flagged("It is very big.", "very big", "SOME_RULE", "STYLE", "huge") == []
    assert flagged("She said “He go home” then.", "He go") == []
    assert flagged("# OPERATION MARSOOS\n\nIt began in May and it ended in June.", "MARSOOS", SPELLER, "TYPOS") == []


def test_dirty_errors_are_kept_with_the_place_in_the_source() -> None:
    assert flagged("He go home.", "He go", "HE_VERB_AGR", "GRAMMAR", "He goes") == ["He go"]
    assert flagged("A hinderence was met.", "hinderence", SPELLER, "TYPOS", "hindrance") == ["hinderence"]
    assert flagged("He ~~goes~~ go home.", "He go", "HE_VERB_AGR", "GRAMMAR", "He goes") == ["He ~~goes~~ go"]


def test_a_dictionary_guesses_and_a_rule_knows() -> None:
    engine = ScriptedEngine(("hinderence", SPELLER, "TYPOS", ("hindrance",)), ("He go", "X", "GRAMMAR", ("He goes",)))
    spelling, grammar = measured(CHECK, "A hinderence. He go home.", engine=engine).findings
    assert spelling.advice.startswith("Perhaps")
    assert grammar.advice.startswith("Write")
