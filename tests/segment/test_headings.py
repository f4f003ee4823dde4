"""Which short lines are headings."""

from __future__ import annotations

from tests.segment.helpers import PROSE, kinds

FRAME = f"Introduction\n\n{PROSE}\n\n{{}}\n\nConclusion\n\n{PROSE}"


def found(middle: str) -> list[str]:
    return [text for kind, text in kinds(FRAME.format(middle)) if kind == "heading"][1:-1]


def test_a_question_among_headings() -> None:
    assert found(f"What is a toll?\n\n{PROSE}") == ["What is a toll?"]
    alone = kinds(f"{PROSE}\n\nWhat is a toll?\n\n{PROSE}")
    assert [kind for kind, _ in alone] == ["paragraph"] * 3


def test_over_a_short_line_that_leads_in_to_a_quotation() -> None:
    quotation = '"The river shall be free to all."'
    assert found(f"State of the Towns\n\nThe old charter says of them:\n\n{quotation}\n\n{PROSE}") == [
        "State of the Towns"
    ]


def test_a_line_that_leads_in_to_a_quotation_is_none() -> None:
    assert found(f'Similarly, the toll spares no town:\n\n"Whoever passes shall pay, lord or not."\n\n{PROSE}') == []


def test_over_a_list_and_over_a_heading() -> None:
    items = "- Repair the old quay\n- Dredge the river mouth"
    assert found(f"{PROSE}\n\nWay out:\n\n{items}") == ["Way out:"]
    assert found(f"{PROSE}\n\nThere are two ways:\n\n{items}") == []
    assert found(f"Causes of the Rising Toll\n\nLow trade\n\n{PROSE}") == ["Causes of the Rising Toll", "Low trade"]


def test_decimal_numbers_over_bullets() -> None:
    text = f"1. TOLLS\n\n{PROSE}\n\n2. WAYS\n\n2.1 What the board should do\n- Repair the quay.\n- Dredge the mouth.\n\n{PROSE}"
    assert ("heading", "2.1 What the board should do") in kinds(text)


def test_parts_by_their_number_ask() -> None:
    text = f"Issue 1: Was there a contract between the miller and the town at all?\n\n{PROSE}\n\nIssue 2: Was it revoked in time?\n\n{PROSE}"
    assert [kind for kind, _ in kinds(text)] == ["heading", "paragraph", "heading", "paragraph"]
