"""Scored rules -> what to do next and what was done well: the words are data (lexicon/advice.yaml)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from grader.lexicon import load
from grader.model import Essay, Finding, Measurement, Span
from grader.result import Action, Place, Strength
from grader.scoring import Score, ScoredCriterion, ScoredRule

MOST_ACTIONS = 5
MOST_STRENGTHS = 3
MOST_PLACES = 3
SECOND_OF_CRITERION = (
    0.4  # a second thing to do for one criterion counts less in the order: five actions should not be one room
)
WORTH_SAYING = 0.005  # of the total: below this no action


@dataclass(frozen=True, slots=True)
class _Candidate:
    criterion: str
    topic: str
    rules: tuple[ScoredRule, ...]
    worth: float


def actions(score: Score, essay: Essay) -> list[Action]:
    """The top actions, by the marks that can be won back; no more than two for one criterion unless few are left."""
    floor = WORTH_SAYING * sum(one.criterion.marks for one in score.criteria)
    candidates = [candidate for one in score.criteria for candidate in _candidates(one) if candidate.worth >= floor]
    candidates.sort(key=lambda candidate: -candidate.worth)
    ranked: list[tuple[float, _Candidate]] = []
    seen: dict[str, int] = {}
    for candidate in candidates:
        ranked.append((candidate.worth * SECOND_OF_CRITERION ** seen.get(candidate.criterion, 0), candidate))
        seen[candidate.criterion] = seen.get(candidate.criterion, 0) + 1
    ranked.sort(key=lambda pair: -pair[0])
    chosen = [candidate for _, candidate in ranked[:MOST_ACTIONS]]
    return [_action(candidate, essay) for candidate in sorted(chosen, key=lambda candidate: -candidate.worth)]


def _candidates(one: ScoredCriterion) -> list[_Candidate]:
    """The criterion's rules that lost marks, gathered by topic of advice."""
    if one.state not in ("marked", "tutor"):
        return []
    by_topic: dict[str, list[ScoredRule]] = {}
    for rule in one.rules:
        topic = _topics().get(rule.rule.check)
        if topic and rule.marks is not None and rule.out_of > rule.marks:
            by_topic.setdefault(topic, []).append(rule)
    return [
        _Candidate(
            one.criterion.id, topic, tuple(sorted(rules, key=_lost, reverse=True)), round(sum(map(_lost, rules)), 2)
        )
        for topic, rules in by_topic.items()
    ]


def _lost(rule: ScoredRule) -> float:
    return rule.out_of - (rule.marks or 0.0)


def _topics() -> Mapping[str, str]:
    return {check: topic for topic, entry in load("advice")["topics"].items() for check in entry["checks"]}


def _action(candidate: _Candidate, essay: Essay) -> Action:
    entry = load("advice")["topics"][candidate.topic]
    notes = "; ".join(rule.measurement.note for rule in candidate.rules if rule.measurement.note)
    advice = next((rule.rule.advice for rule in candidate.rules if rule.rule.advice), "")
    findings = [finding for rule in candidate.rules for finding in rule.measurement.findings]
    return Action(
        criterion=candidate.criterion,
        checks=[rule.rule.check for rule in candidate.rules],
        what=entry["what"],
        where=places(findings, essay),
        why=entry["why"].replace("{note}", notes or "see the criterion's table"),
        do=f"{entry['do']} {advice}".strip(),
        before=entry["before"],
        after=entry["after"],
        worth=candidate.worth,
    )


def places(findings: Sequence[Finding], essay: Essay) -> list[Place]:
    """The first few places of a list of findings, each line once: the weightiest findings first, then in order."""
    rank = {"major": 0, "minor": 1, "advice": 2}
    chosen: dict[int, Span] = {}
    for finding in sorted(findings, key=lambda finding: (rank[finding.severity], finding.span)):
        chosen.setdefault(essay.line_of(finding.span.start), finding.span)
        if len(chosen) == MOST_PLACES:
            break
    return [Place(quote=essay[span], span=span, line=line) for line, span in sorted(chosen.items())]


def strengths(score: Score, essay: Essay) -> list[Strength]:
    """What was done well: the rules with the largest marks among those nearly full, one a criterion, with a line each where there is one."""
    praise = load("advice")["praise"]
    good = [
        (rule, one)
        for one in score.criteria
        if one.state in ("marked", "tutor")
        for rule in one.rules
        if rule.share is not None and rule.share >= 0.8 and rule.rule.check in praise
    ]
    good.sort(key=lambda pair: (pair[0].measurement.quote is None, -pair[0].out_of))
    found: list[Strength] = []
    for rule, one in good:
        if len(found) < MOST_STRENGTHS and one.criterion.id not in {other.criterion for other in found}:
            found.append(
                Strength(
                    criterion=one.criterion.id,
                    check=rule.rule.check,
                    what=praise[rule.rule.check],
                    where=_where(rule.measurement, essay),
                )
            )
    return found


def _where(measurement: Measurement, essay: Essay) -> Place | None:
    span = measurement.quote
    return Place(quote=essay[span], span=span, line=essay.line_of(span.start)) if span else None
