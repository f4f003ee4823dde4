"""The result: the JSON contract between marking, reports, batches and anything outside.

``grader mark`` writes it, ``grader report`` renders it again; the report knows nothing else. The types below and in
:mod:`grader.records` are the schema (kept as ``tests/result.schema.json``). Spans are ``[start, end]`` in code points
of ``essay.text``; a quote is the text there, letter by letter. Marks are rounded to two decimals where they arise, so
that every sum can be re-added by hand. Fields are only ever added; a change of meaning raises ``grader_result``.
"""

from __future__ import annotations

from inspect import cleandoc
from typing import Literal

import msgspec

from grader.errors import InputError
from grader.model import Severity, Span
from grader.records import (
    ArgumentRecord,
    CitationRecord,
    ClaimRecord,
    Evidence,
    MapStep,
    ModeRecord,
    Place,
    QuestionRecord,
    Quote,
    Record,
    ReferenceRecord,
    Sourced,
)

VERSION = 1

CriterionState = Literal["marked", "not judged", "needs a person", "tutor"]
PointState = Literal["evidenced", "explained", "mentioned", "missing"]
Matcher = Literal["encoder", "words", ""]


class BlockRecord(Record, frozen=True, kw_only=True):
    """One block as the reader saw it; ``label`` is a heading's words without number."""

    kind: str
    span: Span
    level: int
    number: str
    label: str


class EssayRecord(Record, frozen=True, kw_only=True):
    """The script: its text as read, and what the reader saw in it."""

    name: str
    words: int
    prose_words: int
    question: str
    directive: str  # the instruction words found, joined by "; "; empty when none
    reading: str  # the directive in plain words
    target_words: tuple[int, int]
    text: str
    blocks: list[BlockRecord]
    struck: list[Span]
    inserted: list[Span]
    hidden: list[Span]


class CandidateRecord(Record, frozen=True, kw_only=True):
    """Who wrote the script, as far as ``sources`` say, the most trusted first; "" for what none says. No mark rests on it."""

    name: str
    id: str
    sources: list[Literal["roster", "front matter", "first lines", "file name"]]


class LevelRecord(Record, frozen=True, kw_only=True):
    """A band: its word and description; ``marks`` from which it holds."""

    id: str
    title: str
    text: str
    marks: float


class RubricRecord(Record, frozen=True, kw_only=True):
    """Which rubric marked this; ``hash`` changes when its content does."""

    id: str
    title: str
    hash: str
    status: str
    notice: str
    total: float
    pass_mark: float
    round_to: float
    bands: list[LevelRecord]


class RuleResult(Record, frozen=True, kw_only=True):
    """One check's part in a criterion: value -> share -> marks of ``out_of``.

    ``value`` null: not applicable, and ``out_of`` is 0. ``error`` set: the check failed, and the criterion is unmarked.
    """

    check: str
    title: str
    value: float | None
    unit: str
    note: str
    share: float | None
    weight: float
    marks: float | None
    out_of: float
    bands: list[tuple[float, float]]
    error: str | None


class CriterionResult(Record, frozen=True, kw_only=True):
    """One criterion: ``marks`` null when not marked (``state`` says why). ``capped_by`` names the gate that capped it."""

    id: str
    title: str
    marks: float | None
    out_of: float
    state: CriterionState
    reason: str
    level: LevelRecord | None
    next_level: LevelRecord | None
    rules: list[RuleResult]
    capped_by: str | None
    student_text: str


class FindingRecord(Quote, frozen=True, kw_only=True):
    """Something to show the student."""

    check: str
    criterion: str
    kind: str
    type: str  # of a language error, as ERRANT names it ("VERB:SVA"); else ""
    rule: str
    line: int
    message: str
    advice: str
    replacements: list[str]
    severity: Severity


class Action(Record, frozen=True, kw_only=True):
    """One thing to do next. ``worth`` is the marks that can be won back by it, at most. ``points`` are the ids of the
    expected points that would win most, the worthiest first; empty where the action is about something else."""

    criterion: str
    checks: list[str]
    what: str
    where: list[Place]
    why: str
    do: str
    before: str
    after: str
    worth: float
    points: list[str]


class Strength(Record, frozen=True, kw_only=True):
    """One thing done well, with the line that shows it."""

    criterion: str
    check: str
    what: str
    where: Place | None


class AlsoArgued(Record, frozen=True, kw_only=True):
    """A step of the argument beyond the expected points: its first sentence, and how far the step is carried."""

    where: Evidence
    depth: Literal["explained", "evidenced"]


class PointResult(Record, frozen=True, kw_only=True):
    """One expected point. ``sure`` false: have a look yourself.

    ``denied``: where the answer takes the point up only to deny it, which is not making it. ``nearest``: of a missing point
    that is not sure, what comes nearest. ``worth``: the marks that
    the point alone would add if it were carried in full; ``advice``: a line on how, empty where there is nothing to win.
    """

    id: str
    text: str
    group: str
    state: PointState
    weight: float
    score: float
    sure: bool
    evidence: list[Evidence]
    denied: Evidence | None
    nearest: Evidence | None
    worth: float
    advice: str


class OutlineItem(Quote, frozen=True, kw_only=True):
    """One outline item held against the body. ``in_order`` false: the body has it elsewhere in the row. ``sure`` false:
    it could not be told whether the body has it, and it counts neither way."""

    text: str
    level: int
    state: Literal["same", "changed", "missing"]
    heading: str
    in_order: bool = True
    sure: bool = True


class OutlineRecord(Record, frozen=True, kw_only=True):
    """One outline: of the whole answer (``section`` empty) or of a section; ``extra`` headings are in no item."""

    section: str
    items: list[OutlineItem]
    extra: list[str]


class SectionRecord(Quote, frozen=True, kw_only=True):
    """One heading (or unheaded stretch) with its length in words."""

    title: str
    number: str
    level: int
    role: str
    words: int
    depth: str  # asserted, explained, evidenced; empty where it does not apply
    line: int


class PromiseRecord(Quote, frozen=True, kw_only=True):
    """One theme that the introduction announces, or a number of things announced anywhere. ``said``: what contradicts it
    ("two steps are announced, three are given"); empty where nothing does."""

    kept: bool
    line: int
    said: str = ""


class CounterArgumentRecord(Sourced, frozen=True, kw_only=True):
    """The opposing view and the sentence that begins its answer."""

    answer: Quote | None


class StructureRecord(Record, frozen=True, kw_only=True):
    """The map of the answer. What was not found is null. ``steps`` are what the answer consists of, in order, without
    outline and reference list."""

    thesis: Sourced | None
    plan: Sourced | None
    conclusion_verdict: Sourced | None
    counter_argument: CounterArgumentRecord | None
    outline: list[OutlineRecord]
    headings: list[SectionRecord]
    promises: list[PromiseRecord]
    steps: list[MapStep]


class PenaltyRecord(Record, frozen=True, kw_only=True):
    """Marks taken off the total, and why."""

    id: str
    say: str
    marks: float


class Flag(Record, frozen=True, kw_only=True):
    """Something the reader of the result must know: a gate, a failed check, what was not judged."""

    id: str
    say: str


class MeasurementRecord(Record, frozen=True, kw_only=True):
    """One check's measurement, for marking again under another rubric."""

    value: float | None
    unit: str
    note: str
    error: str | None


class Versions(Record, frozen=True, kw_only=True):
    """What made this result. The same versions give the same bytes."""

    grader: str
    engine: str  # name and version, or "none"


class Result(Record, frozen=True, kw_only=True):
    """All that is known of one marked essay.

    ``marks`` is null when the essay was refused, or a criterion could not be marked. ``out_of`` counts the criteria that
    were marked; ``subtotal`` is their sum before penalties, caps and rounding. ``question`` is null where none was given or
    found. ``candidate`` is null where nobody says who wrote it, or nobody is to know. ``matched_by`` says what the expected points were looked for with ("" where there were none to look for);
    ``quotas`` how many are asked for of a group, where not all.
    """

    grader_result: int
    essay: EssayRecord
    candidate: CandidateRecord | None = None
    rubric: RubricRecord
    marks: float | None
    out_of: float
    subtotal: float
    range: tuple[float, float] | None
    band: str | None
    summary: str
    criteria: list[CriterionResult]
    penalties: list[PenaltyRecord]
    capped_by: str | None
    findings: list[FindingRecord]
    strengths: list[Strength]
    actions: list[Action]
    question: QuestionRecord | None
    argument: ArgumentRecord
    points: list[PointResult]
    matched_by: Matcher
    quotas: dict[str, int]
    also_argued: list[AlsoArgued]
    sources: ModeRecord
    claims: list[ClaimRecord]
    citations: list[CitationRecord]
    references: list[ReferenceRecord]
    structure: StructureRecord
    flags: list[Flag]
    not_judged: list[str]
    measurements: dict[str, MeasurementRecord]
    versions: Versions

    @property
    def refused(self) -> str | None:
        """Why the essay was refused by a gate; None when it was marked."""
        return next((flag.say for flag in self.flags if flag.id == "refused"), None)

    @property
    def needs_a_person(self) -> tuple[str, ...]:
        """Why somebody has to look before the marks can stand."""
        return tuple(flag.say for flag in self.flags if flag.id == "needs-a-person")


def to_json(result: Result) -> bytes:
    """The result as UTF-8 JSON, two-space indents, keys in the order above, ending in a newline."""
    return msgspec.json.format(msgspec.json.encode(result), indent=2) + b"\n"


def from_json(data: bytes, label: str = "result") -> Result:
    """Reads a result.

    Raises:
        InputError: it is not JSON, not a grader result, or of a version this grader does not know.
    """
    try:
        version = msgspec.json.decode(data, type=dict).get("grader_result")
    except msgspec.DecodeError as error:
        raise InputError(f"{label}: not a grader result ({error})") from None
    if version != VERSION:
        raise InputError(f"{label}: not a grader result of version {VERSION}, but {version!r}; mark the essay again")
    try:
        result = msgspec.json.decode(data, type=Result)
    except msgspec.ValidationError as error:
        raise InputError(f"{label}: a grader result with something amiss ({error}); mark the essay again") from None
    _check_spans(result, label)
    return result


def _check_spans(result: Result, label: str) -> None:
    text = result.essay.text
    for finding in result.findings:
        if text[slice(*finding.span)] != finding.quote:
            raise InputError(
                f"{label}: a finding's quote is not the essay's text at its place {list(finding.span)}; mark the essay again"
            )


def schema() -> dict[str, object]:
    """The contract as JSON Schema (2020-12)."""
    made = msgspec.json.schema(Result) | {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "grader result 1",
    }
    for part in made["$defs"].values():
        if "description" in part:  # docstrings keep their indents before Python 3.13
            part["description"] = cleandoc(part["description"])
    return made
