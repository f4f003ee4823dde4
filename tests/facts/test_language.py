"""All findings in one list."""

from __future__ import annotations

from time import process_time

from grader.facts.language import language_errors
from tests.helpers import ScriptedEngine, context_for


def test_findings_stand_by_place_and_a_detectors_own_beats_the_engines() -> None:
    engine = ScriptedEngine(
        ("It have", "HE_VERB_AGR", "GRAMMAR", ("It has",)), ("go home", "X", "GRAMMAR", ("went home",))
    )
    context = context_for("They go home. It have failed. The goverment fell.", engine=engine)
    found = context.fact(language_errors)
    assert [context.essay[finding.span] for finding in found] == ["go home", "have", "goverment"]
    assert [finding.check.split(".")[-1] for finding in found] == ["engine", "agreement", "spelling"]


def test_no_text_takes_more_than_its_length() -> None:
    """Each of these took seconds to minutes with a pattern or a list that is quadratic."""
    texts = (
        " ".join(["WORD"] * 200) + ".",
        "The plan" + " " * 20_000 + "has failed.",
        "a" * 100_000 + " is a word.",
        "the " * 20_000 + "people is",
        "there is many " * 10_000,
        "one of the " * 10_000,
        "one of the " + "a-" * 30_000 + " is",
        "‘a " * 10_000,
    )
    for text in texts:
        context = context_for(text)
        started = process_time()
        context.fact(language_errors)
        assert process_time() - started < 4, text[:20]
