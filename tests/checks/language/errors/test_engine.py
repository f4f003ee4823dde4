"""What is kept of an engine's flags, and what is left out."""

from __future__ import annotations

import pytest

from grader.engines import Match
from grader.lexicon import load
from tests.helpers import ScriptedEngine, measured, quotes

CHECK = "language.errors.engine"


def flagged(text: str, words: str, rule: str = "SOME_RULE", category: str = "GRAMMAR", *right: str) -> list[str]:
    return quotes(CHECK, text, engine=ScriptedEngine((words, rule, category, right)))


def test_clean_without_an_engine_is_not_applicable() -> None:
    assert measured(CHECK, "He go home.").value is None


def test_clean_style_quotations_headings_and_spelling_are_left_out() -> None:
    assert flagged("It is very big.", "very big", "SOME_RULE", "STYLE", "huge") == []
    assert flagged("She said “He go home” then.", "He go") == []
    assert flagged("# He go home\n\nIt began in May and it ended in June.", "He go") == []
    assert flagged("A hinderence was met.", "hinderence", "MORFOLOGIK_RULE_EN_GB", "TYPOS", "hindrance") == []


def test_dirty_errors_are_kept_with_the_place_in_the_source() -> None:
    assert flagged("He go home.", "He go", "HE_VERB_AGR", "GRAMMAR", "He goes") == ["He go"]
    assert flagged("He ~~goes~~ go home.", "He go", "HE_VERB_AGR", "GRAMMAR", "He goes") == ["He ~~goes~~ go"]


def test_one_replacement_is_sure_and_several_are_guesses() -> None:
    engine = ScriptedEngine(
        ("He go", "X", "GRAMMAR", ("He goes",)), ("They goes", "X", "GRAMMAR", ("They go", "They went"))
    )
    one, several = measured(CHECK, "He go home. They goes too.", engine=engine).findings
    assert one.advice == "Write “He goes”."
    assert several.advice == "Perhaps “They go” or “They went”."


COMMA = "SENT_START_CONJUNCTIVE_LINKING_ADVERB_COMMA"


def test_clean_a_comma_is_asked_for_after_few_words_only() -> None:
    assert flagged("Instead it rained.", "Instead", COMMA, "PUNCTUATION", "Instead,") == []
    assert flagged("Nowadays it rains.", "Nowadays", "NOWADAYS_COMMA", "PUNCTUATION", "Nowadays,") == []


def test_dirty_a_comma_is_missing_after_moreover() -> None:
    assert flagged("Moreover it rained.", "Moreover", COMMA, "PUNCTUATION", "Moreover,") == ["Moreover"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The floods caused damage of US$14.9 billion.", []),
        ("The fire did damage of about Rs 20 million.", []),
        ("The floods caused damage of the roads.", ["damage of"]),
    ],
)
def test_damage_of_an_amount_is_right(text: str, found: list[str]) -> None:
    assert flagged(text, "damage of", "DAMAGE_OF_TO", "GRAMMAR", "damage to") == found


@pytest.mark.parametrize(
    ("rule", "category", "kind"),
    [
        ("I_LOWERCASE", "TYPOS", "capitals"),
        ("IT_IS", "TYPOS", "apostrophe"),
        ("EN_A_VS_AN", "MISC", "article"),
        ("HE_VERB_AGR", "GRAMMAR", "agreement"),
        ("A_NNS", "GRAMMAR", "noun number"),
        ("ADVERB_WORD_ORDER", "STYLE", "word order"),
        ("A_RULE_WITHOUT_A_PLACE", "GRAMMAR", "grammar"),
        ("ANOTHER", "COLLOCATIONS", "word choice"),
    ],
)
def test_every_rule_stands_under_a_heading_that_fits(rule: str, category: str, kind: str) -> None:
    engine = ScriptedEngine(("its", rule, category, ("it is",)))
    (finding,) = measured(CHECK, "He knew that its late.", engine=engine).findings
    assert finding.kind == kind
    assert finding.message == "Flagged."


def test_kinds_have_a_heading_and_no_rule_has_two() -> None:
    kinds = load("engine_filters")["kinds_of_rules"]
    assert {*kinds, *load("engine_filters")["kinds"].values()} <= set(load("patterns"))
    rules = [rule for rules in kinds.values() for rule in rules]
    assert len(rules) == len(set(rules))
    assert not set(rules) & set(load("engine_filters")["rules_dropped"])


def test_messages_have_one_kind_of_quotation_marks_and_no_blanks_hang_out() -> None:
    class Marks(ScriptedEngine):
        def check(self, text: str) -> list[Match]:
            message = "Use <suggestion>an</suggestion>, not 'a' or \"it's\" or 'it's'."
            return [Match(2, 7, message, (" ran ", " run", "\nhas  run"), "X", "GRAMMAR")]

    (finding,) = measured(CHECK, "He run home.", engine=Marks()).findings
    assert finding.message == "Use “an”, not “a” or “it's” or “it's”."
    assert (finding.span.start, finding.span.end) == (3, 6)
    assert finding.replacements == ("ran", "has run")


def test_a_numeral_is_no_pronoun_and_the_subjunctive_is_right() -> None:
    assert flagged("Table I gives the lengths.", "gives", "NON3PRS_VERB", "GRAMMAR", "give") == []
    assert flagged("I gives the lengths.", "gives", "NON3PRS_VERB", "GRAMMAR", "give") == ["gives"]
    rule = "PCT_SINGULAR_NOUN_PLURAL_VERB_AGREEMENT"
    assert flagged("They acted as though the town were a firm.", "were", rule, "GRAMMAR", "was") == []
    assert flagged("The town were a firm.", "were", rule, "GRAMMAR", "was") == ["were"]
