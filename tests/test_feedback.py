"""Actions and strengths: what costs most comes first, each check says what to do, praise quotes clean lines only."""

from __future__ import annotations

import pytest

from grader import checks
from grader.feedback import actions, strengths
from grader.lexicon import load
from grader.model import Essay, Finding, Measurement, Span
from grader.result import PointResult
from grader.rubric import Criterion, Gate, Level, Rubric, Rule
from grader.rubric.conditions import parse
from grader.scoring import Score, score
from grader.segment import build

ESSAY: Essay = build("The first line stands here.\n\nThe second line stands here.\n\nThe third line stands here.", "e")
FIRST, SECOND, THIRD = (block.span for block in ESSAY.blocks)
LEVELS = (Level("all", 0, "All"),)


def criterion(name: str, *rules: str, judge: str = "auto", advice: str = "") -> Criterion:
    made = tuple(Rule(check, 1, ((0.0, 0.0), (1.0, 1.0)), advice) for check in rules)
    return Criterion(name, name, 10, LEVELS, made, judge=judge)  # type: ignore[arg-type]


def scored(*criteria: Criterion, gates: tuple[Gate, ...] = (), **given: Measurement | float) -> Score:
    """A score of criteria with rules on checks, whose values are given as "room__check"."""
    found = {
        name.replace("__", ".").replace("_", "-"): one if isinstance(one, Measurement) else Measurement(one, "", "seen")
        for name, one in given.items()
    }
    rubric = Rubric("r", "R", 10 * len(criteria), criteria, bands=LEVELS, gates=gates, round_to=0.5)
    return score(rubric, found, {"text.words": 70.0})


def test_every_check_with_a_topic_says_what_to_do() -> None:
    named = {check for entry in load("advice")["topics"].values() for check in entry["checks"]}
    assert named == set(load("advice")["do"])
    assert len(set(load("advice")["do"].values())) == len(named), "no line serves two checks"


def test_conditions_that_are_no_check_lead_to_a_topic() -> None:
    assert set(load("advice")["conditions"].values()) <= set(load("advice")["topics"])
    assert not set(load("advice")["conditions"]) & set(checks.ids())


def test_an_action_holds_the_lines_of_the_checks_that_came_out_low() -> None:
    sources = ("referencing.attributed-share", "referencing.named-sources")
    found = actions(
        scored(criterion("referencing", *sources), referencing__attributed_share=0.9, referencing__named_sources=0.1),
        ESSAY,
    )
    assert [action.do for action in found] == [load("advice")["do"]["referencing.named-sources"]]
    both = actions(
        scored(
            criterion("referencing", *sources, advice="Ask the librarian."),
            referencing__attributed_share=0.5,
            referencing__named_sources=0.1,
        ),
        ESSAY,
    )
    lines = load("advice")["do"]
    assert both[0].do == f"{lines[sources[1]]} Ask the librarian. {lines[sources[0]]}"


def test_a_topic_under_two_criteria_is_one_action() -> None:
    found = actions(
        scored(
            criterion("structure", "structure.headings"),
            criterion("presentation", "structure.headings", "presentation.heading-style"),
            structure__headings=0.5,
            presentation__heading_style=0.0,
        ),
        ESSAY,
    )
    assert [(action.criterion, action.worth) for action in found] == [("presentation", 12.5)]
    assert found[0].checks == ["structure.headings", "presentation.heading-style"]
    assert found[0].why.endswith("Here: seen.")


def test_what_the_tutor_judges_gets_no_action_and_no_praise() -> None:
    found = scored(
        criterion("mine", "structure.thesis", judge="tutor"),
        criterion("ours", "structure.conclusion", "structure.headings"),
        structure__thesis=0.0,
        structure__conclusion=0.2,
        structure__headings=1.0,
    )
    assert [action.criterion for action in actions(found, ESSAY)] == ["ours"]
    better = scored(criterion("mine", "structure.thesis", judge="tutor"), structure__thesis=1.0)
    assert strengths(better, ESSAY) == []


OFF_TOPIC = Gate("off", parse("coverage.question-relevance < 0.2"), "cap-total", "It leaves the question", to=4)
TOO_SHORT = Gate("short", parse("text.words < 80"), "cap-total", "Too short for more.", to=4)


def test_what_lifts_the_cap_comes_first() -> None:
    found = actions(
        scored(
            criterion("relevance", "coverage.question-relevance", "coverage.directive-moves"),
            criterion("structure", "structure.thesis"),
            gates=(OFF_TOPIC,),
            coverage__question_relevance=0.1,
            coverage__directive_moves=1.0,
            structure__thesis=0.0,
        ),
        ESSAY,
    )
    assert [action.what for action in found] == [
        load("advice")["topics"]["stay-on-the-question"]["what"],
        load("advice")["topics"]["state-your-position"]["what"],
    ]
    assert found[0].worth == pytest.approx(1.5 + 4.5)  # the marks above the cap, and the check's own
    assert found[0].why.startswith("It leaves the question. Until that is put right, the total stays at 4")
    assert found[0].do == load("advice")["do"]["coverage.question-relevance"]


@pytest.mark.parametrize(
    ("gate", "topic", "do"),
    [
        (OFF_TOPIC, "stay-on-the-question", "coverage.question-relevance"),
        (TOO_SHORT, "keep-to-length", "presentation.length"),
    ],
)
def test_a_cap_by_something_that_lost_no_marks_comes_first_too(gate: Gate, topic: str, do: str) -> None:
    found = scored(
        criterion("structure", "structure.thesis", "structure.conclusion"),
        gates=(gate,),
        coverage__question_relevance=0.1,
        structure__thesis=1.0,
        structure__conclusion=0.8,
    )
    first = actions(found, ESSAY)[0]
    assert first.what == load("advice")["topics"][topic]["what"]
    assert first.do == load("advice")["do"][do]
    assert (first.worth, first.criterion) == (5.0, "structure")
    assert "{" not in first.why


def test_a_cap_for_which_there_is_no_topic_is_said_in_the_rubrics_words() -> None:
    unknown = Gate("e", parse("text.pages < 99"), "cap-total", "Three pages are asked for.", to=4)
    found = scored(criterion("structure", "structure.thesis"), gates=(unknown,), structure__thesis=1.0, text__pages=1.0)
    first = actions(found, ESSAY)[0]
    assert first.what == load("advice")["cap"]["what"]
    assert first.why.startswith("Three pages are asked for.")
    assert first.do == load("advice")["cap"]["do"]


def praised(quotes: dict[str, Span | None], faults: tuple[Span, ...] = (), low: float = 1.0) -> list[tuple[str, int]]:
    """(check, line or 0) of the strengths, where three checks of three criteria came out full with these quotes."""
    names = ("structure.thesis", "coverage.breadth", "language.readability")
    given = {name: Measurement(1.0, "", "seen", quote=quotes.get(name)) for name in names}
    given["language.error-density"] = Measurement(
        low, "", "seen", tuple(Finding(span, "Something.") for span in faults)
    )
    criteria = [criterion(name.partition(".")[0], name) for name in names[:2]]
    criteria.append(criterion("language", names[2], "language.error-density"))
    found = score(Rubric("r", "R", 30, tuple(criteria), bands=LEVELS), given, {})
    return [(one.check, one.where.line if one.where else 0) for one in strengths(found, ESSAY)]


def test_a_line_that_a_finding_speaks_of_is_not_quoted() -> None:
    quotes = {"structure.thesis": FIRST, "coverage.breadth": SECOND}
    assert praised(quotes)[:2] == [("structure.thesis", 1), ("coverage.breadth", 3)]
    spot = Span(FIRST.start + 4, FIRST.start + 9)
    assert praised(quotes, (spot,))[:1] == [("coverage.breadth", 3)]
    assert ("structure.thesis", 0) in praised(quotes, (spot,))


def test_no_line_is_quoted_twice() -> None:
    quotes = {"structure.thesis": FIRST, "coverage.breadth": FIRST, "language.readability": THIRD}
    lines = [line for _, line in praised(quotes) if line]
    assert lines == [1, 5]


def test_a_weak_criterion_has_no_strength() -> None:
    found = scored(
        criterion("structure", "structure.thesis", "structure.conclusion", "structure.headings"),
        structure__thesis=1.0,
        structure__conclusion=0.0,
        structure__headings=0.0,
    )
    assert strengths(found, ESSAY) == []


def test_the_action_on_points_names_those_that_would_win_most() -> None:
    def point(name: str, worth: float, advice: str = "Name it.", sure: bool = True) -> PointResult:
        return PointResult(
            id=name,
            text=name,
            group="",
            state="missing",
            weight=1.0,
            score=0.0,
            sure=sure,
            evidence=[],
            denied=None,
            nearest=None,
            worth=worth,
            advice=advice,
        )

    points = [
        point("a", 0.2),
        point("doubtful", 0.5, sure=False),
        point("b", 0.5),
        point("c", 0.9),
        point("made", 0, ""),
    ]
    found = actions(
        scored(
            criterion("coverage", "coverage.expected-points"),
            criterion("structure", "structure.thesis"),
            coverage__expected_points=0.3,
            structure__thesis=0.2,
        ),
        ESSAY,
        points,
    )
    assert {tuple(action.checks): action.points for action in found} == {
        ("structure.thesis",): [],
        ("coverage.expected-points",): ["c", "b", "doubtful"],
    }
