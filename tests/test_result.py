"""The contract: schema, round trip, refusals."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from grader.engines import make
from grader.errors import InputError
from grader.marking import mark
from grader.result import Result, from_json, schema, to_json
from grader.rubric import Point, PointSet
from grader.segment import build
from tests.conftest import ROOT
from tests.helpers import ANSWER, QUESTION

SCHEMA = Path(__file__).parent / "result.schema.json"


@pytest.fixture(scope="module")
def result() -> Result:
    points = PointSet((Point("income", "The towns gained a steady income.", aliases=("receipts",)),))
    return mark(build(ANSWER, "answer"), points=points, engine="none")


def test_the_schema_in_the_repository_is_the_types(update_golden: bool) -> None:
    text = json.dumps(schema(), indent=2, sort_keys=True) + "\n"
    if update_golden:
        SCHEMA.write_text(text)
    assert SCHEMA.read_text() == text, "the contract changed: look at it, then pytest --update-golden"


def test_a_result_is_valid_and_comes_back_the_same(result: Result) -> None:
    data = to_json(result)
    jsonschema.validate(json.loads(data), json.loads(SCHEMA.read_text()))
    assert from_json(data) == result
    assert to_json(from_json(data)) == data


def test_every_golden_result_is_valid() -> None:
    found = sorted((ROOT / "samples").glob("*.golden.json"))
    assert len(found) >= 4
    for path in found:
        jsonschema.validate(json.loads(path.read_text()), json.loads(SCHEMA.read_text()))


def test_it_holds_what_the_contract_promises(result: Result) -> None:
    raw = json.loads(to_json(result))
    assert raw["grader_result"] == 1
    assert {"name", "words", "question", "directive"} <= raw["essay"].keys()
    assert {"id", "hash", "notice"} <= raw["rubric"].keys()
    assert raw["essay"]["question"] == QUESTION
    for one in raw["criteria"]:
        assert {"id", "title", "marks", "out_of", "level", "next_level", "rules"} <= one.keys()
        for rule in one["rules"]:
            assert {"check", "value", "unit", "share", "weight", "marks", "error"} <= rule.keys()
    for action in raw["actions"]:
        assert {"criterion", "what", "where", "why", "do", "worth"} <= action.keys()
    assert raw["points"][0]["state"] in ("evidenced", "explained", "mentioned", "missing")
    assert {"thesis", "conclusion_verdict", "counter_argument", "outline", "headings", "promises"} <= raw[
        "structure"
    ].keys()


def test_every_quote_is_the_text_at_its_span(result: Result) -> None:
    text = result.essay.text
    quoted = [*result.findings, *result.claims, *result.citations, *result.references, *result.structure.headings]
    quoted += [place for action in result.actions for place in action.where]
    quoted += [evidence for point in result.points for evidence in point.evidence]
    quoted += [*result.argument.steps, *(step.proof for step in result.argument.steps if step.proof)]
    asked = result.question
    assert asked is not None
    quoted += [found for one in (*asked.parts, *asked.moves) if (found := one.where)]
    quoted += [
        found
        for found in (result.structure.thesis, result.structure.conclusion_verdict, result.structure.counter_argument)
        if found
    ]
    assert len(quoted) > 10
    for one in quoted:
        assert text[one.span.start : one.span.end] == one.quote


def test_a_file_that_is_no_result_is_refused() -> None:
    for data, why in (
        (b"", "not a grader result"),
        (b"{}", "version 1"),
        (b"[1]", "not a grader result"),
        (b'{"grader_result": 1}', "amiss"),
    ):
        with pytest.raises(InputError, match=why):
            from_json(data, "x.json")


def test_a_result_whose_quotes_do_not_fit_is_refused(result: Result) -> None:
    raw = json.loads(to_json(result))
    raw["findings"][0]["span"] = [0, 5]
    with pytest.raises(InputError, match="not the essay's text"):
        from_json(json.dumps(raw).encode(), "x.json")


def test_the_same_essay_gives_the_same_bytes() -> None:
    first = mark(build(ANSWER, "answer"), engine="none")
    second = mark(build(ANSWER, "answer"), engine=make("none"))
    assert to_json(first) == to_json(second)
