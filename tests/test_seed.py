"""The acceptance piece: a real answer with an examiner's remark, outside the project (../shared/seeds)."""

from __future__ import annotations

from pathlib import Path

import pytest

from grader import mark
from grader.report.claims import claims
from grader.result import Result
from tests.conftest import SHARED


@pytest.fixture(scope="module")
def result() -> Result:
    found = sorted((SHARED / "seeds").glob("003_*.txt")) if (SHARED / "seeds").is_dir() else []
    if not found:
        pytest.skip("needs ../shared/seeds, which is not here")
    return mark(found[0], engine="auto")


def test_its_marks_are_a_fair_pass_or_just_below(result: Result) -> None:
    assert result.marks is not None
    assert 7 <= result.marks <= 10
    assert result.out_of == 20


def test_referencing_has_the_lowest_share(result: Result) -> None:
    shares = {one.id: (one.marks or 0) / one.out_of for one in result.criteria}
    assert min(shares, key=shares.__getitem__) == "referencing"


def test_the_actions_include_what_the_examiner_asked_for(result: Result) -> None:
    assert {"referencing", "presentation"} <= {action.criterion for action in result.actions}
    assert len(result.actions) == 5


def test_the_remark_is_neither_scored_nor_flagged(result: Result) -> None:
    (remark,) = [block for block in result.essay.blocks if block.kind == "remark"]
    assert not any(finding.span.touches(remark.span) for finding in result.findings)
    assert not any(claim.span.touches(remark.span) for claim in result.claims)


def test_the_outline_of_section_2_lacks_one_section_and_it_is_named(result: Result) -> None:
    first, last = result.structure.outline
    assert first.section.startswith("2 ")
    assert len(first.items) == 6
    assert all(item.state != "missing" for item in first.items)
    assert len(first.extra) == 1
    assert "BLOC" in first.extra[0]
    assert last.section.startswith("4 ")
    assert any("no mini-outline" in finding.message and finding.quote.startswith("3 ") for finding in result.findings)


def test_no_citation_two_dates_and_the_dated_sentence_is_quoted(result: Result) -> None:
    assert result.citations == []
    assert result.measurements["referencing.evidence-density"].note.startswith("2 dates and 0 figures")
    assert {claim.attribution for claim in result.claims} == {"none"}
    assert result.measurements["referencing.named-sources"].value == 0
    firm = [claim for claim in result.claims if claim.kind != "other fact"]
    assert ["2025" in claim.quote for claim in firm] == [True]


def test_what_most_needs_a_source_is_quoted(result: Result) -> None:
    """The dated arrest, then trade, credit and brokerage; what a state felt is to be checked."""
    asked = [claim.quote for _, _, group in claims(result).asked for claim in group]
    assert "2025" in asked[0]
    assert sum(word in quote for quote in asked for word in ("export", "trading partner", "credit", "brokered")) >= 3
    assert any("threatened" in finding.quote for finding in claims(result).doubtful)


def test_struck_words_are_not_the_candidates(result: Result) -> None:
    assert len(result.essay.struck) == 18
    for span in result.essay.struck:
        inside = [finding for finding in result.findings if span.holds(finding.span)]
        assert all(finding.check == "presentation.cuttings" for finding in inside)


@pytest.mark.parametrize("name", ["000", "004"])
def test_an_opinion_piece_is_not_taken_for_an_answer(name: str) -> None:
    found: list[Path] = sorted((SHARED / "seeds").glob(f"{name}_*.txt")) if (SHARED / "seeds").is_dir() else []
    if not found:
        pytest.skip("needs ../shared/seeds, which is not here")
    result = mark(found[0], engine="none")
    relevance = next(one for one in result.criteria if one.id == "relevance")
    assert (relevance.marks, relevance.state) == (None, "not judged")
    assert result.out_of == 17
    assert {"no-question", "not-judged"} <= {flag.id for flag in result.flags}
