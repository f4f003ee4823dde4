"""Scored rules -> what to do next and what was done well: the words are data (lexicon/advice.yaml)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from grader.lexicon import load
from grader.model import Essay, Finding, Span
from grader.records import Place
from grader.result import Action, PointResult, Strength
from grader.rubric.model import Gate
from grader.scoring import Score, ScoredCriterion, ScoredRule
from grader.winnable import CHECK as POINTS_CHECK

MOST_ACTIONS = 5
MOST_STRENGTHS = 3
MOST_PLACES = 3
MOST_POINTS = 3
MOST_LINES = 2  # a reader does two things, not five
SECOND_OF_CRITERION = (
    0.4  # a second thing to do for one criterion counts less in the order: five actions should not be one room
)
WORTH_SAYING = 0.005  # of the total: below this no action
WELL_DONE = 0.8  # of a rule's marks: from here it is praised
HALF = 0.5  # of a criterion's marks: below this it is no strength, whatever one of its rules says


@dataclass(frozen=True, slots=True)
class _Candidate:
    """One topic of advice: the rules that lost marks by it, the criterion that lost most, the marks to win back."""

    topic: str
    criterion: str
    rules: tuple[ScoredRule, ...]
    worth: float
    cap: Gate | None = None
    named: tuple[str, ...] = ()  # checks that the cap's condition names, whether or not they lost marks


def actions(score: Score, essay: Essay, points: Sequence[PointResult] = ()) -> list[Action]:
    """The top actions, by the marks that can be won back; what lifts a cap on the total comes before all others.

    The action on the expected ``points`` names those that would win most.
    """
    floor = WORTH_SAYING * sum(one.criterion.marks for one in score.criteria)
    candidates = [candidate for candidate in _candidates(score) if candidate.worth >= floor]
    first = _lifting(score, candidates) if score.capped_by else None
    if first:
        candidates = [candidate for candidate in candidates if candidate.topic != first.topic]
    chosen = ([first] if first else []) + _chosen(candidates, MOST_ACTIONS - bool(first))
    return [_action(candidate, essay, points) for candidate in chosen]


def _chosen(candidates: Sequence[_Candidate], most: int) -> list[_Candidate]:
    """The worthiest candidates, not too many of them for one criterion, by the marks to win back."""
    ranked: list[tuple[float, _Candidate]] = []
    seen: dict[str, int] = {}
    for candidate in sorted(candidates, key=lambda candidate: -candidate.worth):
        ranked.append((candidate.worth * SECOND_OF_CRITERION ** seen.get(candidate.criterion, 0), candidate))
        seen[candidate.criterion] = seen.get(candidate.criterion, 0) + 1
    ranked.sort(key=lambda pair: -pair[0])
    return sorted((candidate for _, candidate in ranked[:most]), key=lambda candidate: -candidate.worth)


def _candidates(score: Score) -> list[_Candidate]:
    """The rules that lost marks, gathered by topic of advice over all criteria that were marked here.

    What the tutor judges is left out: nobody knows yet what is lost there.
    """
    by_topic: dict[str, list[tuple[ScoredRule, str]]] = {}
    for one in score.criteria:
        for rule in one.rules if one.state == "marked" else ():
            topic = _topics().get(rule.rule.check)
            if topic and rule.marks is not None and rule.out_of > rule.marks:
                by_topic.setdefault(topic, []).append((rule, one.criterion.id))
    return [_candidate(topic, lost) for topic, lost in by_topic.items()]


def _candidate(topic: str, lost: list[tuple[ScoredRule, str]]) -> _Candidate:
    by_criterion: dict[str, float] = {}
    for rule, criterion in lost:
        by_criterion[criterion] = by_criterion.get(criterion, 0.0) + _lost(rule)
    rules = sorted((rule for rule, _ in lost), key=_lost, reverse=True)
    worth = round(sum(by_criterion.values()), 2)
    return _Candidate(topic, max(by_criterion, key=by_criterion.__getitem__), tuple(rules), worth)


def _lifting(score: Score, candidates: Sequence[_Candidate]) -> _Candidate | None:
    """What puts right the condition of the cap: the topic of the first name in it that has one."""
    cap = score.capped_by
    if cap is None:
        return None
    by_name = {**load("advice")["conditions"], **_topics()}
    topic = next((by_name[name] for name in cap.when.names if name in by_name), "")
    named = tuple(name for name in cap.when.names if _topics().get(name) == topic)
    own = next((one for one in candidates if one.topic == topic), None) or _Candidate(
        topic, _criterion_of(named, score), (), 0.0
    )
    held = score.subtotal - sum(off for _, off in score.penalties) - cap.to
    return replace(own, worth=round(own.worth + held, 2), cap=cap, named=named)


def _criterion_of(checks: Sequence[str], score: Score) -> str:
    """The first criterion with a rule on one of these checks; else the first of all, for an action belongs to one."""
    holding = [one for one in score.criteria if any(rule.rule.check in checks for rule in one.rules)]
    return (holding or score.criteria)[0].criterion.id


def _lost(rule: ScoredRule) -> float:
    return rule.out_of - (rule.marks or 0.0)


def _topics() -> Mapping[str, str]:
    return {check: topic for topic, entry in load("advice")["topics"].items() for check in entry["checks"]}


def _action(candidate: _Candidate, essay: Essay, points: Sequence[PointResult]) -> Action:
    entry = load("advice")["topics"].get(candidate.topic, {})
    notes = "; ".join(dict.fromkeys(rule.measurement.note for rule in candidate.rules if rule.measurement.note))
    why = entry["why"].replace("{note}", notes or "see the criteria below") if candidate.rules else ""
    if candidate.cap:
        why = f"{_cap_words(candidate.cap, 'why')} {why}".strip()
    findings = [finding for rule in candidate.rules for finding in rule.measurement.findings]
    checks = list(dict.fromkeys([*candidate.named, *(rule.rule.check for rule in candidate.rules)]))
    return Action(
        criterion=candidate.criterion,
        checks=checks,
        what=entry.get("what") or load("advice")["cap"]["what"],
        where=places(findings, essay),
        why=why,
        do=_do(candidate),
        before=entry.get("before", ""),
        after=entry.get("after", ""),
        worth=candidate.worth,
        points=_worthiest(points) if POINTS_CHECK in checks else [],
    )


def _worthiest(points: Sequence[PointResult]) -> list[str]:
    """Ids of the points that would win most, of like ones those first that are surely open; what the answer denies is
    not pressed on it."""
    open_ones = sorted((point for point in points if point.advice), key=lambda point: (-point.worth, not point.sure))
    return [point.id for point in open_ones[:MOST_POINTS]]


def _do(candidate: _Candidate) -> str:
    """A line for each of the weightiest checks that came out low, each with the rubric's own advice after it."""
    lines = load("advice")["do"]
    low = [rule for rule in candidate.rules if (rule.share or 0.0) < WELL_DONE] or list(candidate.rules[:1])
    said = [lines[check] for check in candidate.named]
    for rule in low[:MOST_LINES]:
        said += [lines[rule.rule.check], rule.rule.advice]
    if candidate.cap and not said:
        said = [_topic_lines(candidate.topic) or _cap_words(candidate.cap, "do")]
    return " ".join(dict.fromkeys(filter(None, said)))


def _topic_lines(topic: str) -> str:
    """What to do for a topic of which no check was measured low: the line of its first check."""
    checks = load("advice")["topics"].get(topic, {}).get("checks", [])
    return load("advice")["do"][checks[0]] if checks else ""


def _cap_words(cap: Gate, key: str) -> str:
    words: str = load("advice")["cap"][key]
    say = cap.say if cap.say.endswith((".", "!", "?")) else f"{cap.say}."
    return words.replace("{say}", say).replace("{to}", f"{cap.to:g}")


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
    """What was done well: the rules with the largest marks among those nearly full, one a criterion.

    Those with a line to show come first. A line that a finding speaks of, or that another strength quotes, is not shown.
    """
    good = [pair for one in score.criteria if _is_strong(one) for pair in _praised(one)]
    good.sort(key=lambda pair: -pair[1].out_of)
    faulted = [finding.span for one in score.criteria for rule in one.rules for finding in rule.measurement.findings]
    found: dict[str, Strength] = {}
    for with_line in (True, False):
        for criterion, rule in good:
            line = rule.measurement.quote
            usable = line is not None and not any(line.touches(span) for span in faulted)
            if len(found) < MOST_STRENGTHS and criterion not in found and (usable or not with_line):
                found[criterion] = _strength(criterion, rule, line if with_line else None, essay)
                faulted += [line] if line and with_line else []
    return list(found.values())


def _is_strong(one: ScoredCriterion) -> bool:
    return one.state == "marked" and (one.marks or 0.0) >= HALF * one.criterion.marks


def _praised(one: ScoredCriterion) -> list[tuple[str, ScoredRule]]:
    return [
        (one.criterion.id, rule)
        for rule in one.rules
        if rule.share is not None and rule.share >= WELL_DONE and rule.rule.check in load("advice")["praise"]
    ]


def _strength(criterion: str, rule: ScoredRule, line: Span | None, essay: Essay) -> Strength:
    return Strength(
        criterion=criterion,
        check=rule.rule.check,
        what=load("advice")["praise"][rule.rule.check],
        where=Place(quote=essay[line], span=line, line=essay.line_of(line.start)) if line else None,
    )
